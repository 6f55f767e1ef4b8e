package org.dpstck.core.exchange;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How the exchanges of a record are told now: those of its case, and those that it has from others, whose ids are other ones. */
final class Retellings {

    private final Retelling own;
    private final Map<Exchange, Retelling> borrowed = new IdentityHashMap<>();

    Retellings(Bindings bindings) {
        own = new Retelling(bindings);
    }

    void borrow(List<Exchange> exchanges, Bindings known) {
        var theirs = new Retelling(new Bindings(known));
        exchanges.forEach(it -> borrowed.put(it, theirs));
    }

    boolean borrowed(Exchange exchange) {
        return borrowed.containsKey(exchange);
    }

    Retelling of(Exchange exchange) {
        return borrowed.getOrDefault(exchange, own);
    }

    /** What the system sent; told in the same way when its answer is looked at. */
    Exchange arrival(Exchange recorded) {
        var told = of(recorded).arrival(recorded);
        if (borrowed(recorded)) {
            borrowed.put(told, of(recorded));
        }
        return told;
    }
}
