package org.dpstck.dataplane.cases;

import java.util.Locale;
import org.dpstck.core.check.Places;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Answer;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.Reception;

/** The code of an answer and the state in its body: each announces the other. */
final class AnswerCodes {

    private AnswerCodes() {}

    /** The synchronous code goes with the final state, the asynchronous one with the interim state. */
    static void fit(Operation operation, Reception reception, Judge judge, Edition edition) {
        var announced = reception.announced();
        var state = reception.state();
        if (announced.isEmpty()) {
            var asynchronous = operation.asynchronousAnswer().map(Answer::state);
            var interim = state.isPresent()
                    && asynchronous.filter(state.get()::equalsIgnoreCase).isPresent();
            judge.violated(
                    operation.requirement(interim ? "202" : "200"),
                    operation + " is answered with HTTP 200 and "
                            + operation.answer().state()
                            + asynchronous
                                    .map(it -> ", or with HTTP 202 and " + it)
                                    .orElse(""),
                    Replies.observed(reception.reply()),
                    reception.exchange());
            return;
        }
        var expected = announced.get().state();
        // A state that no document knows breaks another rule.
        state.map(text -> text.toUpperCase(Locale.ROOT))
                .flatMap(edition.machine()::find)
                .filter(known -> !known.isCalled(expected))
                .ifPresent(known -> judge.violated(
                        operation.requirement(known.interim() ? "202" : "200"),
                        "state " + expected + " with HTTP " + announced.get().status() + " to " + operation,
                        "HTTP " + reception.reply().status() + " with state " + state.get(),
                        reception.exchange(),
                        Places.member("state", "not " + expected)));
    }
}
