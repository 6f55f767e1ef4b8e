package org.dpstck.reports.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void indentsAndKeepsEveryDigitAndDuplicate() {
        assertThat(Json.pretty(" {\"a\":[1.10,1e400,{}],\"a\":null} "))
                .isEqualTo("{\n  \"a\": [\n    1.10,\n    1e400,\n    {}\n  ],\n  \"a\": null\n}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<html/>", "{\"cut\":\"he", "{} {}", "[1,]", "{\"a\":1}garbage"})
    void leavesAnythingElseAsItIs(String body) {
        assertThat(Json.pretty(body)).isEqualTo(body);
    }

    @Test
    void doesNotBlowUpDeepBodies() {
        var deep = "[".repeat(400) + "0,".repeat(10_000) + "0" + "]".repeat(400);
        assertThat(Json.pretty(deep)).isEqualTo(deep);
    }
}
