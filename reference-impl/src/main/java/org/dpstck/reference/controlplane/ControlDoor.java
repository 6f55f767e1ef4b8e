package org.dpstck.reference.controlplane;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.dpstck.reference.controlplane.admin.TransferAdmin;
import org.dpstck.reference.controlplane.dsp.DspApi;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.signal.CallbackApi;
import org.dpstck.reference.edition.Route;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.AnswerWriter;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.http.Request;
import org.dpstck.reference.http.RequestReader;
import org.dpstck.reference.wire.Outbound;

/** Leads each request to the Dataspace Protocol, to signaling or to administration, and sends the answer. */
public final class ControlDoor {

    /** The base path of the provider's end points. */
    public static final List<String> PROVIDER = List.of("dsp");
    /** The base path of the consumer's, which stands in its requests. */
    public static final List<String> CONSUMER = List.of("dsp", "callback");
    /** The base path of callbacks and of the registration of data planes. */
    public static final List<String> SIGNALING = List.of("signaling");

    private final DspApi provider;
    private final DspApi consumer;
    private final CallbackApi callbacks;
    private final TransferAdmin admin;
    private final ControlHooks hooks;
    private final Outbound outbound;

    /** Leads to these. */
    public ControlDoor(
            DspApi provider,
            DspApi consumer,
            CallbackApi callbacks,
            TransferAdmin admin,
            ControlHooks hooks,
            Outbound outbound) {
        this.provider = provider;
        this.consumer = consumer;
        this.callbacks = callbacks;
        this.admin = admin;
        this.hooks = hooks;
        this.outbound = outbound;
    }

    /** What is done with a request of a known route. */
    private interface Serving<O> {
        Answer serve(ControlExchange exchange, Route<O> route) throws Refusal;
    }

    /**
     * Serves one request.
     *
     * @throws IOException if the client has gone
     */
    public void handle(Context context) throws IOException {
        Served served = serve(hooks.received(RequestReader.read(context.req())));
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

    private record Served(ControlExchange exchange, Answer answer) {}

    private static void send(Context context, Served served) throws IOException {
        try {
            AnswerWriter.write(context.req(), context.res(), served.answer());
        } finally {
            served.exchange().answered().complete(null);
        }
    }

    private Served serve(Request request) {
        List<String> path = request.segments();
        if (isBelow(path, List.of("admin"))) {
            ControlExchange exchange = new ControlExchange(request, Optional.empty());
            return new Served(exchange, admin.serve(exchange));
        }
        if (isBelow(path, CONSUMER)) {
            return serve(
                    request,
                    consumer.routes(path.subList(CONSUMER.size(), path.size())),
                    consumer::serve,
                    consumer::refuse);
        }
        if (isBelow(path, PROVIDER)) {
            return serve(
                    request,
                    provider.routes(path.subList(PROVIDER.size(), path.size())),
                    provider::serve,
                    provider::refuse);
        }
        List<String> rest = isBelow(path, SIGNALING) ? path.subList(SIGNALING.size(), path.size()) : List.of("");
        return serve(request, callbacks.routes(rest), callbacks::serve, (exchange, refusal) -> Answer.problem(refusal));
    }

    private static boolean isBelow(List<String> path, List<String> base) {
        return path.size() >= base.size() && path.subList(0, base.size()).equals(base);
    }

    private <O extends Enum<O>> Served serve(
            Request request,
            List<Route<O>> routes,
            Serving<O> serving,
            BiFunction<ControlExchange, Refusal, Answer> refusing) {
        Optional<Route<O>> route = routes.stream()
                .filter(each -> each.method().equals(request.method()))
                .findFirst();
        // A request with a wrong method is still one for an operation of its path.
        ControlExchange exchange = new ControlExchange(
                request, route.or(() -> routes.stream().findFirst()).map(Route::operation));
        Answer answer;
        try {
            answer = serving.serve(exchange, route.orElseThrow(() -> nothingHere(routes)));
        } catch (Refusal refusal) {
            exchange.refused(refusal);
            answer = refusing.apply(exchange, refusal);
            if (refusal.kind() == Kind.METHOD) {
                answer = answer.withHeader("Allow", methods(routes));
            }
        }
        return new Served(exchange, hooks.finished(exchange, answer));
    }

    private static <O> Refusal nothingHere(List<Route<O>> routes) {
        return routes.isEmpty()
                ? new Refusal(Kind.UNKNOWN_PATH, "there is nothing at this path")
                : new Refusal(Kind.METHOD, "this path takes " + methods(routes));
    }

    private static <O> String methods(List<Route<O>> routes) {
        return routes.stream().map(Route::method).collect(Collectors.joining(", "));
    }
}
