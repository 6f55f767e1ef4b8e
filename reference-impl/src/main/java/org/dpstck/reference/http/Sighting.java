package org.dpstck.reference.http;

/**
 * One exchange, as the server saw it.
 *
 * @param server the name under which the server is watched
 * @param caller what the client calls itself in {@code User-Agent}, or an empty string
 * @param secure whether it came over TLS
 * @param method the HTTP method
 * @param path the path, as it was sent
 * @param authorization the header of that name, or an empty string
 * @param request the body of the request, as far as it is JSON; otherwise empty
 * @param received how many bytes of body came in
 * @param began when the request had been read up to its body, by {@link System#nanoTime()}
 * @param status the HTTP status code
 * @param answer the body of the answer, as far as it is JSON; otherwise empty
 * @param sent how many bytes of body went out
 * @param whole whether the answer went out to its end
 * @param ended when the last byte of the answer had been handed to the network
 */
public record Sighting(
        String server,
        String caller,
        boolean secure,
        String method,
        String path,
        String authorization,
        String request,
        long received,
        long began,
        int status,
        String answer,
        long sent,
        boolean whole,
        long ended) {}
