package org.dpstck.core.sut;

/**
 * What firing a trigger did, for the report.
 *
 * @param summary what was done and what came back, in one line without secrets
 * @param millis how long it took, milliseconds
 * @param transferId the id of the transfer that the answer tells; null if it tells none
 */
public record TriggerOutcome(String summary, long millis, String transferId) {}
