package org.dpstck.reference.hook;

import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;

/** Puts another answer in the place of a finished one, before it is sent. */
@FunctionalInterface
public interface AnswerHook extends Hook {

    /** Returns the answer to send; the exchange says what was asked and what became of it. */
    Answer finished(Exchange exchange, Answer answer);
}
