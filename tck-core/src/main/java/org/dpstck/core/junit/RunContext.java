package org.dpstck.core.junit;

import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.ExchangeIds;
import org.dpstck.core.exchange.Redactor;
import org.dpstck.core.sut.Prompt;
import org.dpstck.core.sut.SystemUnderTest;

/**
 * What a run is about.
 *
 * @param edition judged by
 * @param system judged
 * @param redactor cleans everything that is recorded
 * @param ids numbers the exchanges
 * @param gate closes when going on makes no sense
 * @param prompt asks a person, for manual triggers
 */
public record RunContext(
        Edition edition, SystemUnderTest system, Redactor redactor, ExchangeIds ids, RunGate gate, Prompt prompt) {}
