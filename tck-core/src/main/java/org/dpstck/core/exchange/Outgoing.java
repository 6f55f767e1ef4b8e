package org.dpstck.core.exchange;

/**
 * A request that the suite is about to send.
 *
 * @param method in upper case
 * @param url absolute
 * @param contentType value of the Content-Type header; null for a request without that header
 * @param body the exact bytes as text, UTF-8; null for a request without a body
 */
public record Outgoing(String method, String url, String contentType, String body) {}
