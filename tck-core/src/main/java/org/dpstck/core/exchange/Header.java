package org.dpstck.core.exchange;

/**
 * One header line of a request or an answer, as it was on the wire.
 *
 * @param name as sent, in its own case
 * @param value as sent; secrets are replaced before a header is recorded
 */
public record Header(String name, String value) {}
