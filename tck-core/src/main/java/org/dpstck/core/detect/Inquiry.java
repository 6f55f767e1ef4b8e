package org.dpstck.core.detect;

import java.util.List;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SystemUnderTest;

/**
 * The question which editions a system speaks.
 *
 * @param system asked; the edition that its description names plays no part
 * @param candidates the editions to choose from, in the order in which they are to be told
 * @param redactor cleans everything that is recorded
 * @param ids numbers the exchanges
 * @param prompt asks a person, for manual triggers
 */
public record Inquiry(
        SystemUnderTest system, List<Edition> candidates, Redactor redactor, ExchangeIds ids, Prompt prompt) {

    /** Copies the list. */
    public Inquiry {
        candidates = List.copyOf(candidates);
    }
}
