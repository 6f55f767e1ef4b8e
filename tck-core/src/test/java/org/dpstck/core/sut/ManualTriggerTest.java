package org.dpstck.core.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualTriggerTest {

    private static final Trigger TRIGGER = new ManualTrigger("complete {dataFlowId} of {participantId}");
    private static final Map<String, String> VALUES = Map.of("dataFlowId", "f1", "participantId", "me");

    private final List<String> asked = new ArrayList<>();

    @Test
    void asksAndBelievesTheAnswer() {
        assertThat(fire(true, true).summary()).isEqualTo("done by hand: complete f1 of me");
        assertThat(asked).containsExactly("complete f1 of me");
    }

    @Test
    void isUnavailableWhenNobodyIsThere() {
        assertThatThrownBy(() -> fire(false, true))
                .isInstanceOf(TriggerUnavailableException.class)
                .hasMessageContaining("nobody is there");
        assertThat(asked).isEmpty();
        assertThat(Prompt.none().ask("anything")).isFalse();
    }

    @Test
    void isUnavailableWhenItWasNotDone() {
        assertThatThrownBy(() -> fire(true, false))
                .isInstanceOf(TriggerUnavailableException.class)
                .hasMessage("was not done by hand: complete f1 of me");
    }

    @Test
    void aMessageTriggerHasNothingToFire() {
        var runner = new TriggerRunner(Given.url().load(), Prompt.none());

        assertThat(runner.fire(new MessageTrigger(Map.of("async", true)), Map.of())
                        .summary())
                .isEqualTo("message properties [async]");
    }

    private TriggerOutcome fire(boolean available, boolean done) {
        var prompt = new Prompt() {
            @Override
            public boolean available() {
                return available;
            }

            @Override
            public boolean ask(String text) {
                asked.add(text);
                return done;
            }
        };
        return new TriggerRunner(Given.url().load(), prompt).fire(TRIGGER, VALUES);
    }
}
