package org.dpstck.reference.flow;

/**
 * The part of a DataAddress that the HTTP wire uses: where the data is and the bearer token that opens it.
 *
 * @param endpoint an absolute http(s) URL, or null if the address names none
 * @param token the value of the {@code authorization} property, or null if the address carries none
 */
public record DataAddress(String endpoint, String token) {}
