package org.dpstck.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Escapes that nobody needs do not hide ids; all others stay as they were sent. */
class RecordedTextTest {

    @ParameterizedTest
    @CsvSource({
        "'{\"\\u0061\":\"\\u0041-\\u003a\\u002F7\"}', '{\"a\":\"A-:/7\"}'",
        "'\\\\\\u0061', '\\\\a'", // an escaped backslash before an escape
        "'\\\\u0061', '\\\\u0061'", // an escaped backslash before letters
        "'\\u0022\\u005c\\u000a\\u00e4\\u2028', '\\u0022\\u005c\\u000a\\u00e4\\u2028'",
        "'\\u00', '\\u00'",
        "'plain', 'plain'",
    })
    void isRead(String sent, String plain) {
        assertThat(RecordedText.plain(sent)).isEqualTo(plain);
    }
}
