package org.dpstck.core.standin;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** A system that calls the stand-in. */
final class Callers {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Callers() {}

    static int post(String url, String body) throws Exception {
        return post(url, BodyPublishers.ofString(body));
    }

    static int post(String url, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer fake-token")
                .POST(body)
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    static int head(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** A body of no announced length. */
    static BodyPublisher mebibytes(int number) {
        return BodyPublishers.ofByteArrays(Collections.nCopies(number * 16, new byte[1 << 16]));
    }

    static Socket get(String url) throws IOException {
        var uri = URI.create(url);
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.getOutputStream()
                .write(("GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends requests over one connection, many at a time, and reads all answers; returns how many were 200. */
    static int flood(String url, int requests) throws IOException {
        var uri = URI.create(url);
        var request = "POST " + uri.getRawPath() + " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
        var answered = 0;
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var in = socket.getInputStream();
            var buffer = new byte[1 << 16];
            for (int sent = 0; sent < requests; sent += 50) {
                socket.getOutputStream().write(request.repeat(50).getBytes(StandardCharsets.US_ASCII));
                var text = new StringBuilder();
                while (count(text) < 50) {
                    var read = in.read(buffer);
                    if (read < 0) {
                        return answered + count(text);
                    }
                    text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
                answered += count(text);
            }
        }
        return answered;
    }

    /** Reads until something has come. */
    static String until(InputStream in, String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("ended with " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private static int count(CharSequence text) {
        return text.toString().split("HTTP/1.1 200", -1).length - 1;
    }
}
