package org.dpstck.reference.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a servlet request into a {@link Request}, with every length bounded. */
public final class RequestReader {

    /** How much of an oversized body is read and dropped, in bytes, so that the client can read the refusal. */
    private static final long DRAIN = 16L << 20;

    private RequestReader() {}

    /**
     * Reads everything, the body included.
     *
     * @throws IOException if the client has gone
     */
    public static Request read(HttpServletRequest raw) throws IOException {
        InputStream in = raw.getInputStream();
        byte[] body = in.readNBytes(Request.MAX_BODY + 1);
        boolean oversized = body.length > Request.MAX_BODY;
        if (oversized) {
            drain(in);
        }
        return new Request(
                raw.getMethod().toUpperCase(Locale.ROOT),
                segments(raw),
                headers(raw),
                oversized ? new byte[0] : body,
                oversized);
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long dropped = 0;
        int read = in.read(buffer);
        while (read >= 0 && dropped < DRAIN) {
            dropped += read;
            read = in.read(buffer);
        }
    }

    /** The path split at its slashes and only then decoded, so that an encoded slash stays part of an id. */
    public static List<String> segments(HttpServletRequest raw) {
        return segments(raw.getRequestURI());
    }

    /** Splits and decodes a path; an escape that is none is left as it is. */
    public static List<String> segments(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.isEmpty()
                ? List.of()
                : Arrays.stream(relative.split("/", -1))
                        .map(RequestReader::decode)
                        .toList();
    }

    private static String decode(String segment) {
        try {
            // The decoder is made for forms, where a plus is a space; in a path it is not.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return segment;
        }
    }

    private static Map<String, String> headers(HttpServletRequest raw) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(raw.getHeaderNames())) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), raw.getHeader(name));
        }
        return Map.copyOf(headers);
    }
}
