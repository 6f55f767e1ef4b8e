package org.dpstck.reference.flow;

/**
 * Where the responses to a transfer go.
 *
 * @param endpoint an absolute http(s) URL
 * @param type the end point type, or null if the address names none
 * @param token the bearer token that opens it, or null if none is needed
 */
public record ResponseAddress(String endpoint, String type, String token) {}
