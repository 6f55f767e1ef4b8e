package org.dpstck.core.standin;

/**
 * What becomes of a request at an address that many flows share.
 *
 * @param served the answer
 * @param inbox of the flow that it belongs to; null if it belongs to none
 * @param purpose what it is about, for the record
 */
public record Reception(Served served, Inbox inbox, String purpose) {}
