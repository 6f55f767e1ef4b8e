package org.dpstck.reference.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Direction;
import org.dpstck.reference.flow.FlowState;
import org.dpstck.reference.flow.FlowStore;
import org.dpstck.reference.flow.Period;
import org.dpstck.reference.flow.Side;
import org.dpstck.reference.hook.Hooks;
import org.dpstck.reference.hook.Rule;
import org.dpstck.reference.http.Refusal;
import org.dpstck.reference.http.Refusal.Kind;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The passive half of the HTTP wire: what a pull provider serves and what a push consumer takes in.
 *
 * <p>A token opens exactly one flow. It opens a source while the flow is STARTED and a sink from PREPARED on, because
 * the provider may send before the consumer has heard of the start (implementation notice in "Started Notification").
 */
public final class WireEndpoint {

    private static final Duration BEAT = Duration.ofMillis(40);
    private static final Duration REST = Duration.ofSeconds(3);
    private static final Set<FlowState> SOURCE_OPEN = EnumSet.of(FlowState.STARTED);
    private static final Set<FlowState> SINK_OPEN = EnumSet.of(FlowState.PREPARED, FlowState.STARTED);

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-");
    private static final Pattern PLACE = Pattern.compile("bytes (\\d{1,15})-.*");
    private static final int PIECE = 64 * 1024;
    private static final String SHARED = "public";
    private static final int UNREAD = 12;
    private static final Duration LATE = Duration.ofSeconds(1);

    private final FlowStore store;
    private final Hooks hooks;
    private final Storage storage;

    /** Serves the flows of {@code store}, whose data is in {@code storage}. */
    public WireEndpoint(FlowStore store, Hooks hooks, Storage storage) {
        this.storage = storage;
        this.store = store;
        this.hooks = hooks;
    }

    /**
     * Finds the flow whose data may be fetched.
     *
     * @throws Refusal 404 for a path without a flow, 401 for a wrong token, 403 while the flow is not STARTED
     */
    public DataFlow source(List<String> path, Optional<String> authorization, Manner manner) throws Refusal {
        return admit(path, Side.PROVIDER, authorization, SOURCE_OPEN, isFree(manner));
    }

    /** Whether no token is asked for, which is a fault. */
    public boolean isFree(Manner manner) {
        return manner.rule().filter(rule -> !hooks.keeps(rule)).isPresent();
    }

    /**
     * Finds the flow whose data may be delivered.
     *
     * @throws Refusal 404 for a path without a flow, 401 for a wrong token, 403 while the flow takes nothing
     */
    public DataFlow sink(List<String> path, Optional<String> authorization) throws Refusal {
        return admit(path, Side.CONSUMER, authorization, SINK_OPEN, false);
    }

    private DataFlow admit(
            List<String> path, Side side, Optional<String> authorization, Set<FlowState> open, boolean free)
            throws Refusal {
        Direction direction = side == Side.PROVIDER ? Direction.PULL : Direction.PUSH;
        DataFlow flow = Optional.of(path)
                .filter(segments -> segments.size() >= 2)
                .flatMap(segments -> found(segments.get(1), authorization.orElse("")))
                .filter(found -> found.is(side, direction))
                .filter(found -> path.size() == 2 || leadsOn(found) || free)
                .orElseThrow(() -> new Refusal(Kind.UNKNOWN_FLOW, "no data flow has its end point here"));
        if (!hooks.keeps(Rule.WIRE_BEARER) || !free && !isOpenedBy(authorization.orElse(""), flow, side)) {
            throw new Refusal(Kind.NO_TOKEN, "the bearer token of this data flow is required");
        }
        if (!isOpen(flow, open) && !flow.credentials().isLeak(schemed(authorization.orElse("")))) {
            throw new Refusal(Kind.NOT_OPEN, "the data flow is " + flow.state());
        }
        return flow;
    }

    /** An end point that is not that of one flow is that of whichever flow the token belongs to. */
    private Optional<DataFlow> found(String id, String authorization) {
        return store.byId(id).or(() -> store.all().stream()
                .filter(flow -> id.equals(SHARED) && flow.credentials().opens(schemed(authorization)))
                .findFirst());
    }

    /** What lies behind its end point can be asked for more than one thing. */
    private static boolean leadsOn(DataFlow flow) {
        return flow.request().source().isPresent() || flow.request().isService();
    }

    private boolean isOpenedBy(String authorization, DataFlow flow, Side side) {
        if (side == Side.CONSUMER) {
            return flow.credentials().opens(authorization);
        }
        if (!hooks.keeps(Rule.TOKEN_OPENS)) {
            return false;
        }
        String header = schemed(authorization);
        return flow.credentials().opens(header)
                || flow.credentials().isLeak(header)
                || !hooks.keeps(Rule.TOKEN_ENDING) && flow.credentials().isBegun(header, UNREAD, false)
                || !hooks.keeps(Rule.TOKEN_ENDS) && flow.credentials().isBegun(header, 0, true)
                || !hooks.keeps(Rule.TOKEN_REQUIRED) && authorization.isEmpty()
                || !hooks.keeps(Rule.TOKEN_CHECKED) && !authorization.isEmpty()
                || !hooks.keeps(Rule.TOKEN_OWN_FLOW)
                        && store.all().stream()
                                .anyMatch(other -> other.credentials().opens(authorization));
    }

    /** As the document has it, the header is the token; as its example has it, a scheme comes before. */
    private String schemed(String authorization) {
        return hooks.keeps(Rule.WIRE_SCHEME) ? authorization : "Bearer " + authorization;
    }

    private boolean closes(FlowState state) {
        return switch (state) {
            case STARTING -> hooks.keeps(Rule.WIRE_AWAITS_START);
            case SUSPENDED -> hooks.keeps(Rule.WIRE_PAUSES);
            case COMPLETED, TERMINATED -> hooks.keeps(Rule.WIRE_ENDS);
            default -> true;
        };
    }

    /**
     * Writes the endless dataset until the flow leaves STARTED.
     *
     * @throws IOException if the reader has gone
     */
    public void stream(DataFlow flow, OutputStream out) throws IOException {
        byte[] chunk = Dataset.chunk(flow.request().datasetId());
        Period period = flow.period();
        boolean stops = hooks.keeps(Rule.STREAM_STOPS) && (hooks.keeps(Rule.STREAM_EVERY) || flow.isReadFirst());
        try {
            do {
                out.write(chunk);
                out.flush();
                flow.count(chunk.length);
            } while (stops ? period.lasts(BEAT) : goesOn());
            if (!hooks.keeps(Rule.STREAM_CLOSED)) {
                rests();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** A fault lets a stream go on for as long as somebody reads it. */
    private static boolean goesOn() throws InterruptedException {
        return new Period().lasts(BEAT);
    }

    /** A variant leaves the answer open for a while, with nothing in it. */
    static void rests() throws InterruptedException {
        new Period().lasts(REST);
    }

    /**
     * What a service says that was asked for something.
     *
     * @param below the segments of the request's path below the end point
     */
    public ObjectNode told(DataFlow flow, List<String> below, Optional<String> query) {
        ObjectNode told = Json.object().put("dataset", flow.request().datasetId());
        if (hooks.keeps(Rule.SOURCE_PATH)) {
            told.put("path", "/" + String.join("/", below));
            query.ifPresent(text -> told.put("query", text));
        }
        return told;
    }

    /**
     * The part of a flow's data that a request asks for.
     *
     * @param from the first byte
     * @param size of the whole
     * @param digest of the whole
     * @param source of the bytes
     */
    public record Part(long from, long size, String digest, Source source) {

        /** Whether the first bytes are left out. */
        public boolean isPartial() {
            return from > 0;
        }
    }

    /**
     * Finds what is to be sent: everything, or what is missing after the bytes that the client has.
     *
     * @param range the header of that name; a form other than {@code bytes=N-} counts as none, as HTTP allows
     * @throws Refusal 416 if there is nothing there
     */
    public Part part(DataFlow flow, Optional<String> range) throws Refusal {
        Source source = storage.source(flow.request().datasetId());
        long from = number(RANGE, range).orElse(0L);
        if (from > 0 && from >= source.size()) {
            throw new Refusal(Kind.RANGE, "there are " + source.size() + " bytes");
        }
        return new Part(from, source.size(), source.digest(), source);
    }

    private static Optional<Long> number(Pattern form, Optional<String> header) {
        return header.map(form::matcher).filter(Matcher::matches).map(match -> Long.valueOf(match.group(1)));
    }

    /**
     * Sends a part, as it becomes ready.
     *
     * @throws IOException if the reader has gone, or the flow leaves STARTED before the end
     */
    public void send(DataFlow flow, Part part, OutputStream out) throws IOException {
        Period period = flow.period();
        // A flow that is served although it is closed has a fault, and serves to the end.
        boolean open = !period.isOver();
        if (!open) {
            awaitsForAWhile(part.source().ready(part.size() - 1));
        }
        try {
            for (long from = part.from(); from < part.size(); ) {
                if (open && !period.awaits(part.source().ready(from))) {
                    throw new IOException("the data flow is " + flow.state());
                }
                byte[] piece = part.source().read(from, PIECE);
                out.write(piece);
                out.flush();
                flow.count(piece.length);
                from += piece.length;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Data that is not there yet comes a little later: whoever reads on after a suspension learns of it meanwhile. */
    private static void awaitsForAWhile(CompletableFuture<?> ready) {
        ready.copy()
                .completeOnTimeout(null, LATE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /**
     * Takes in what a provider sends: bytes of a place that it names, or the ones behind those that have come.
     *
     * @param place the header {@code Content-Range}; a form other than {@code bytes N-…} counts as none
     * @throws IOException if the sender has gone
     * @throws Refusal 409 if bytes before the place have not come, 403 if the flow is closed in the meantime
     */
    public void take(DataFlow flow, Optional<String> place, InputStream in) throws IOException, Refusal {
        long from = number(PLACE, place).orElseGet(flow::bytes);
        if (from > flow.bytes()) {
            throw new Refusal(Kind.WRONG_STATE, "only " + flow.bytes() + " bytes have come so far");
        }
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            long first = place.isPresent() ? from : flow.bytes();
            int length = read;
            if (!flow.move(() -> isOpen(flow, SINK_OPEN), () -> keep(flow, first, buffer, length))) {
                throw new Refusal(Kind.NOT_OPEN, "the data flow is " + flow.state());
            }
            from += read;
        }
    }

    /** Keeps the bytes that have not come before. */
    private void keep(DataFlow flow, long from, byte[] bytes, int length) {
        int known = (int) Math.min(length, flow.bytes() - from);
        byte[] fresh = known == 0 ? bytes : Arrays.copyOfRange(bytes, known, length);
        storage.store(flow.request().processId(), from + known, fresh, length - known);
        flow.intake().add(fresh, 0, length - known);
    }

    private boolean isOpen(DataFlow flow, Set<FlowState> open) {
        return open.contains(flow.state()) || !closes(flow.state());
    }
}
