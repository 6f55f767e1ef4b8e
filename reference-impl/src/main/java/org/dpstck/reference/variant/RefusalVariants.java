package org.dpstck.reference.variant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.dpstck.reference.hook.AnswerHook;
import org.dpstck.reference.hook.Hook;
import org.dpstck.reference.http.Answer;

/** Other 4xx answers: the specification names the class only, and no body. */
final class RefusalVariants {

    private static final int[] CODES = {400, 404, 409, 422};
    private static final int[] UNUSUAL = {402, 406, 410, 412, 418, 428, 451, 499};

    private RefusalVariants() {}

    static Map<String, Hook> all() {
        Map<String, Hook> table = new LinkedHashMap<>();
        for (int code : CODES) {
            table.put("REFUSALS-" + code, refusals(answer -> answer.withStatus(code)));
        }
        table.put("REFUSALS-UNUSUAL", unusual());
        table.put("REFUSALS-WITHOUT-BODY", refusals(answer -> answer.withBody("", "")));
        table.put("REFUSALS-HTML", refusals(answer -> answer.withBody("text/html", "<!DOCTYPE html><h1>No</h1>")));
        table.put("REFUSALS-PLAIN-TEXT", refusals(answer -> answer.withBody("text/plain", "no")));
        return table;
    }

    private static AnswerHook unusual() {
        AtomicInteger next = new AtomicInteger();
        return refusals(answer -> answer.withStatus(UNUSUAL[next.getAndIncrement() % UNUSUAL.length]));
    }

    private static AnswerHook refusals(UnaryOperator<Answer> change) {
        return (exchange, answer) -> exchange.refusal().isPresent() ? change.apply(answer) : answer;
    }
}
