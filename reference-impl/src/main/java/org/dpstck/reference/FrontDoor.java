package org.dpstck.reference;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dpstck.reference.admin.AdminApi;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Period;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.AnswerWriter;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.RequestReader;
import org.dpstck.reference.renewal.TokenEndpoint;
import org.dpstck.reference.signal.Signaling;
import org.dpstck.reference.wire.Manner;
import org.dpstck.reference.wire.Outbound;
import org.dpstck.reference.wire.PublicApi;
import org.dpstck.reference.wire.Responder;
import org.dpstck.reference.wire.ResponseEndpoint;
import org.dpstck.reference.wire.WireEndpoint;

/** Leads each request to signaling, administration or the wire, and sends the answer. */
final class FrontDoor {

    private static final int PARTIAL = 206;
    private static final String OCTETS = "application/octet-stream";

    private final Signaling signaling;
    private final AdminApi admin;
    private final WireEndpoint wire;
    private final PublicApi publicApi;
    private final ResponseEndpoint responses;
    private final Responder responder;
    private final Outbound outbound;
    private final Optional<TokenEndpoint> tokens;

    FrontDoor(
            Signaling signaling,
            AdminApi admin,
            WireEndpoint wire,
            PublicApi publicApi,
            ResponseEndpoint responses,
            Responder responder,
            Outbound outbound,
            Optional<TokenEndpoint> tokens) {
        this.publicApi = publicApi;
        this.signaling = signaling;
        this.admin = admin;
        this.wire = wire;
        this.responses = responses;
        this.responder = responder;
        this.outbound = outbound;
        this.tokens = tokens;
    }

    void handle(Context context) throws IOException {
        HttpServletRequest request = context.req();
        List<String> path = RequestReader.segments(request);
        if (tokens.isPresent() && tokens.get().serves(path, request.getMethod())) {
            Answer answer =
                    tokens.get().serve(RequestReader.read(request), Optional.ofNullable(request.getQueryString()));
            AnswerWriter.write(request, context.res(), answer);
            return;
        }
        switch (path.isEmpty() ? "" : path.get(0)) {
            case "admin" -> AnswerWriter.write(request, context.res(), admin.serve(RequestReader.read(request)));
            case "data" -> source(path, request, context.res());
            case "sink" -> sink(path, request, context.res());
            case "responses" -> response(path, request, context.res());
            default -> signal(context);
        }
    }

    private void signal(Context context) throws IOException {
        Signaling.Served served = signaling.serve(RequestReader.read(context.req()));
        if (served.answer().delay().isZero()) {
            send(context, served);
            return;
        }
        CompletableFuture<Void> due = outbound.after(served.answer().delay());
        context.future(() -> due.thenRun(() -> {
            try {
                send(context, served);
            } catch (IOException clientHasGone) {
                throw new UncheckedIOException(clientHasGone);
            }
        }));
    }

    private static void send(Context context, Signaling.Served served) throws IOException {
        try {
            AnswerWriter.write(context.req(), context.res(), served.answer());
        } finally {
            served.exchange().release();
        }
    }

    private void source(List<String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Optional<String> range = Optional.ofNullable(request.getHeader("Range"));
            Manner manner = Manner.of(request.getMethod(), path, range);
            requireMethod(request, wire.isFree(manner) ? List.of("GET", "POST") : List.of("GET"));
            DataFlow flow = wire.source(path, Optional.ofNullable(request.getHeader("Authorization")), manner);
            if (flow.request().source().isPresent()) {
                relay(flow, path, request, response);
                return;
            }
            if (flow.request().isService()) {
                Answer told = Answer.json(200, wire.told(flow, path.subList(2, path.size()), query(request)));
                AnswerWriter.write(request, response, told);
                return;
            }
            response.setContentType(OCTETS);
            if (flow.request().isEndless()) {
                try (OutputStream out = response.getOutputStream()) {
                    wire.stream(flow, out);
                }
                return;
            }
            send(flow, wire.part(flow, range), response);
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
        }
    }

    private void send(DataFlow flow, WireEndpoint.Part part, HttpServletResponse response) throws IOException {
        response.setHeader("Repr-Digest", part.digest());
        response.setHeader("Accept-Ranges", "bytes");
        if (part.isPartial()) {
            response.setStatus(PARTIAL);
            response.setHeader("Content-Range", "bytes " + part.from() + "-" + (part.size() - 1) + "/" + part.size());
        }
        response.setContentLengthLong(part.size() - part.from());
        wire.send(flow, part, response.getOutputStream());
    }

    private void relay(DataFlow flow, List<String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Period period = flow.period();
        Optional<Period> lasting = Optional.of(period).filter(any -> !any.isOver());
        // Encoded as it came: what a segment means is for the source to say.
        List<String> raw = List.of(request.getRequestURI().substring(1).split("/", -1));
        HttpResponse<InputStream> data;
        try {
            data = publicApi.ask(
                    flow, period, raw.subList(path.size() > 2 ? 2 : raw.size(), raw.size()), query(request));
        } catch (IOException broken) {
            response.setStatus(502);
            return;
        }
        response.setContentType(data.headers().firstValue("Content-Type").orElse(OCTETS));
        publicApi.hand(flow, lasting, data.body(), response.getOutputStream());
    }

    private static Optional<String> query(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString());
    }

    private void sink(List<String> path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            requireMethod(request, List.of("POST", "PUT"));
            DataFlow flow = wire.sink(path, Optional.ofNullable(request.getHeader("Authorization")));
            wire.take(flow, Optional.ofNullable(request.getHeader("Content-Range")), request.getInputStream());
            response.setStatus(204);
            if (flow.responds()) {
                outbound.workers().execute(() -> responder.answer(flow));
            }
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
        }
    }

    private void response(List<String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            requireMethod(request, List.of("POST"));
            DataFlow flow = responses.admit(path, Optional.ofNullable(request.getHeader("Authorization")));
            responses.take(flow, RequestReader.read(request).text());
            response.setStatus(204);
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
        }
    }

    private static void requireMethod(HttpServletRequest request, List<String> allowed) throws Refusal {
        if (!allowed.contains(request.getMethod())) {
            throw new Refusal(Kind.METHOD, String.join(" or ", allowed) + " is required here");
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        // What the client still sends is read first: it cannot read the refusal before it has sent everything.
        RequestReader.read(request);
        Map<Kind, String> challenge = Map.of(Kind.NO_TOKEN, "Bearer realm=\"reference\"");
        Answer answer = Answer.problem(refusal);
        String realm = challenge.get(refusal.kind());
        AnswerWriter.write(request, response, realm == null ? answer : answer.withHeader("WWW-Authenticate", realm));
    }
}
