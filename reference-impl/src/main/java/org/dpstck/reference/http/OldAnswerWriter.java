package org.dpstck.reference.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * Writes an answer as servers of HTTP/1.0 did: the body ends where the connection does (RFC 9112, 6.3).
 *
 * <p>Jetty writes HTTP/1.1 whatever it is asked for, so this goes past it, to the connection.
 */
final class OldAnswerWriter {

    private static final int PATIENCE_SECONDS = 10;

    private OldAnswerWriter() {}

    static void write(EndPoint connection, Answer answer) throws IOException {
        Callback.Completable written = new Callback.Completable();
        connection.write(written, ByteBuffer.wrap(bytes(answer)));
        try {
            written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException gone) {
            throw new IOException("the answer could not be written", gone);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("the data plane is closing", closing);
        } finally {
            connection.close();
        }
    }

    private static byte[] bytes(Answer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.0 ")
                .append(answer.status())
                .append(' ')
                .append(HttpStatus.getMessage(answer.status()))
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(answer.bytes());
        return all.toByteArray();
    }
}
