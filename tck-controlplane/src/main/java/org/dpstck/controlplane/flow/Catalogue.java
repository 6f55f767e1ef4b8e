package org.dpstck.controlplane.flow;

import org.dpstck.core.check.Json;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.verdict.Unjudgeable;

/** The catalogue of a provider, in the form of the transfer process. */
final class Catalogue {

    private Catalogue() {}

    /** Asks for it; untested in a form whose request for it is not known. */
    static Reply ask(Shared shared, Journal journal) {
        var protocol = shared.protocol();
        var catalog = protocol.catalog()
                .orElseThrow(() -> Unjudgeable.untested(
                        "how the catalogue is asked for in the form " + protocol.id() + " is not known (dsp.form)"));
        var url = shared.system().controlPlane().dsp() + catalog.path();
        return shared.dataspace()
                .send(journal, "catalogue", new Outgoing("POST", url, "application/json", Json.text(catalog.sends())));
    }
}
