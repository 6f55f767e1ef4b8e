package org.dpstck.cli.demo;

/** Something that happened, at a time since the transfer began. */
sealed interface Event {

    /** Milliseconds since the transfer began. */
    long millis();

    /**
     * A request on its way from one plane to another.
     *
     * @param number joins it to its answer, 1 or more within a transfer
     * @param from who sent it
     * @param to who took it
     * @param label its message or operation
     * @param line method and path, as they were sent
     * @param address whether it carries a data address
     * @param data whether it is one that moves data
     * @param times how many of its kind are put together here; 1 for a single one
     * @param bytes of body, of all of them
     */
    record Asked(
            long millis,
            int number,
            Lifeline from,
            Lifeline to,
            String label,
            String line,
            boolean address,
            boolean data,
            int times,
            long bytes)
            implements Event {}

    /**
     * The answer to a request.
     *
     * @param number of the request
     * @param from who answers
     * @param to who had asked
     * @param status the HTTP status code
     * @param label what the answer says of a state; empty for nothing
     * @param address whether it carries a data address
     * @param data whether it is one of the wire
     * @param times how many of its kind are put together here
     * @param bytes of body, of all of them
     * @param whole whether it came to its end
     */
    record Answered(
            long millis,
            int number,
            Lifeline from,
            Lifeline to,
            int status,
            String label,
            boolean address,
            boolean data,
            int times,
            long bytes,
            boolean whole)
            implements Event {}

    /** Something that is no message between planes. */
    record Noted(long millis, Ledger.Note.Kind kind, String text) implements Event {}
}
