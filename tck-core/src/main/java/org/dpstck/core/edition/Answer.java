package org.dpstck.core.edition;

/**
 * A successful answer of an operation, as its response table has it.
 *
 * @param status the HTTP status code; the usual one where any success will do
 * @param anySuccess whether the edition names no code, so that any 2xx is as good
 * @param message name of the message in the body; null for none
 * @param state name of the state the flow is in afterwards; null if the operation moves nothing
 * @param location name of the operation that the Location header leads to; null for no such header
 * @param callback name of the callback that follows; null for none
 */
public record Answer(int status, boolean anySuccess, String message, String state, String location, String callback) {

    /** Whether a status code is that of this answer. */
    public boolean hasStatus(int code) {
        return anySuccess ? code >= 200 && code < 300 : code == status;
    }
}
