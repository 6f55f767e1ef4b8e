package org.dpstck.dataplane.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.core.doctor.Patient;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.exchange.TcpProbe;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.dataplane.flow.DataFlow;
import org.dpstck.dataplane.flow.FlowFactory;
import org.dpstck.dataplane.flow.RunRegistration;
import org.dpstck.dataplane.flow.Shared;
import org.dpstck.dataplane.flow.Twins;

/** What the steps of one examination share; belongs to one thread. */
final class Examination implements Patient {

    private static final String UNKNOWN_FLOW = "tck-no-such-flow";
    /** Enough for a callback that does come, once it is known that others do not. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);

    private static final Duration HURRY = Duration.ofSeconds(2);

    private final RunContext run;
    private final Bench bench;
    private final Journal journal = new Journal();
    private final FlowFactory factory;
    private final List<DataFlow> made = new ArrayList<>();
    private final Map<URI, TcpProbe> reached = new HashMap<>();
    private List<Opening> openings;
    private String registration;
    private Trials trials;
    private boolean awaitedInVain;
    private boolean hurried;

    Examination(RunContext run, Bench bench) {
        this.run = run;
        this.bench = bench;
        this.factory = new FlowFactory(shared(), journal, new Judge(run.edition(), List.of()));
    }

    RunContext run() {
        return run;
    }

    Bench bench() {
        return bench;
    }

    Shared shared() {
        return bench.shared();
    }

    @Override
    public SystemUnderTest system() {
        return run.system();
    }

    Edition edition() {
        return run.edition();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public TcpProbe reach(URI url) {
        return reached.computeIfAbsent(
                url, it -> TcpProbe.of(it, system().timeouts().connect()));
    }

    /** Whether the base URL of the system can be reached. */
    TcpProbe reach() {
        return reach(system().url());
    }

    /** The answer to a question that changes nothing: where a flow is that does not exist. */
    Reply statusOfNothing() {
        var flow = factory.fresh(edition().kinds().get(0));
        flow.isCalled(UNKNOWN_FLOW);
        return flow.send(edition().operation("status"), "doctor");
    }

    /** A new flow, to be terminated at the end. */
    DataFlow flow(FlowKind kind) {
        var flow = factory.fresh(kind);
        made.add(flow);
        return flow;
    }

    /** Every flow that was begun. */
    List<DataFlow> made() {
        return made;
    }

    /** What each declared kind of flow is answered when it is created in the plain form; sent once. */
    List<Opening> openings() {
        if (openings == null) {
            registration = bench.unbound().isEmpty()
                    ? new RunRegistration(shared()).make(journal).orElse("")
                    : "";
            openings = edition().kinds().stream()
                    .filter(kind -> Twins.declared(kind, system()))
                    .map(this::opening)
                    .toList();
        }
        return openings;
    }

    /** Kinds of flow that the system creates. */
    List<FlowKind> accepted() {
        return openings().stream().filter(Opening::accepted).map(Opening::kind).toList();
    }

    /** What there is to say of the registration of the kit at the system; empty if it went well. */
    Optional<String> registration() {
        openings();
        return Optional.of(registration).filter(note -> !note.isEmpty());
    }

    /** What came of the triggers; tried once. */
    Trials trials() {
        if (trials == null) {
            trials = Trials.of(this);
        }
        return trials;
    }

    /** How long a callback is worth waiting for. */
    Duration patience() {
        var whole = system().timeouts().callback();
        var hopeless = awaitedInVain && shared().standIn().total() == 0;
        var worth = hopeless ? IMPATIENCE : hurried ? HURRY : whole;
        return whole.compareTo(worth) > 0 ? worth : whole;
    }

    /** What is looked at is worth no more than two seconds of waiting. */
    void hurry() {
        hurried = true;
    }

    /** A callback that was due did not come. */
    void awaitedInVain() {
        awaitedInVain = true;
    }

    /** Stops listening. */
    void release() {
        factory.release();
    }

    private Opening opening(FlowKind kind) {
        var operation = edition().creating(kind);
        var flow = flow(kind);
        var reply = flow.send(operation, "doctor");
        flow.isIdentifiedBy(reply);
        var templates = edition().message(operation.message()).sends();
        return new Opening(kind, operation, templates, flow, reply);
    }
}
