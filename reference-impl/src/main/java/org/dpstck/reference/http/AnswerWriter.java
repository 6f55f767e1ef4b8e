package org.dpstck.reference.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.dpstck.reference.http.Answer.Quirk;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Writes an {@link Answer} to the connection and ends the response. */
public final class AnswerWriter {

    private static final int PIECE = 16;

    private AnswerWriter() {}

    /**
     * Writes everything; when this returns, the answer has been handed to the network.
     *
     * @throws IOException if the client has gone
     */
    public static void write(HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws IOException {
        ServletContextRequest context = ServletContextRequest.getServletContextRequest(request);
        if (answer.quirks().contains(Quirk.HTTP_1_0)) {
            OldAnswerWriter.write(
                    context.getConnectionMetaData().getConnection().getEndPoint(), answer);
            return;
        }
        response.setStatus(answer.status());
        HttpFields.Mutable fields = context.getServletContextResponse().getHeaders();
        // Javalin has put its default media type there.
        fields.remove(HttpHeader.CONTENT_TYPE);
        boolean lower = answer.quirks().contains(Quirk.LOWER_CASE_HEADERS);
        // Past the servlet interface, which adds a charset to some media types and knows how names are written.
        answer.headers().forEach((name, value) -> fields.add(lower ? lowerCase(name, value) : field(name, value)));
        byte[] body = answer.bytes();
        try (ServletOutputStream out = response.getOutputStream()) {
            if (answer.quirks().contains(Quirk.CHUNKED)) {
                writePieces(out, body);
            } else {
                response.setContentLength(body.length);
                out.write(body);
            }
        }
    }

    private static HttpField field(String name, String value) {
        return new HttpField(name, value);
    }

    private static HttpField lowerCase(String name, String value) {
        // Without the header's constant Jetty writes the name as it is given.
        return new HttpField((HttpHeader) null, name.toLowerCase(Locale.ROOT), value);
    }

    private static void writePieces(ServletOutputStream out, byte[] body) throws IOException {
        out.flush();
        for (int from = 0; from < body.length; from += PIECE) {
            out.write(body, from, Math.min(PIECE, body.length - from));
            out.flush();
        }
    }
}
