package org.dpstck.controlplane.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dpstck.controlplane.flow.Rehearsal;
import org.dpstck.controlplane.flow.Transfer;
import org.dpstck.core.doctor.Bound;
import org.dpstck.core.doctor.Patient;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.exchange.Durations;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.TcpProbe;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Unjudgeable;

/** What the steps of one examination share; belongs to one thread. */
final class Examination implements Patient, AutoCloseable {

    private final RunContext run;
    private final Journal journal = new Journal();
    private final Bound<Rehearsal> bound;
    private final Map<URI, TcpProbe> reached = new HashMap<>();
    private final List<Transfer> made = new ArrayList<>();
    private List<Opening> openings;
    private Transfer asked;
    private String unasked;

    Examination(RunContext run) {
        this.run = run;
        this.bound = Bound.open(run.system().callback(), callback -> Rehearsal.open(run, callback, journal, "doctor"));
    }

    RunContext run() {
        return run;
    }

    Bound<Rehearsal> bound() {
        return bound;
    }

    Rehearsal rehearsal() {
        return bound.opened();
    }

    Edition edition() {
        return run.edition();
    }

    @Override
    public SystemUnderTest system() {
        return run.system();
    }

    @Override
    public TcpProbe reach(URI url) {
        return reached.computeIfAbsent(
                url, it -> TcpProbe.of(it, system().timeouts().connect()));
    }

    @Override
    public Journal journal() {
        return journal;
    }

    /** Directions that the description declares. */
    List<Direction> directions() {
        return Arrays.stream(Direction.values())
                .filter(it -> system().can(it == Direction.PUSH ? Capability.PUSH : Capability.PULL))
                .toList();
    }

    /** What each direction is answered when it is requested of the system as a provider; sent once. */
    List<Opening> openings() {
        if (openings == null) {
            openings = system().can(Capability.PROVIDER)
                    ? directions().stream().map(this::opening).toList()
                    : List.of();
        }
        return openings;
    }

    private Opening opening(Direction direction) {
        var kind = new FlowKind(Side.PROVIDER, direction);
        var transfer = transfer(kind);
        return new Opening(kind, transfer, transfer.request());
    }

    /** A transfer, to be terminated at the end. */
    Transfer transfer(FlowKind kind) {
        var transfer = rehearsal().transfers().fresh(kind);
        made.add(transfer);
        return transfer;
    }

    Optional<Opening> accepted() {
        return openings().stream().filter(Opening::accepted).findFirst();
    }

    /** A transfer that the system has requested because a trigger said so; asked for once. */
    Optional<Transfer> asked() {
        if (asked == null && unasked == null) {
            ask();
        }
        return Optional.ofNullable(asked);
    }

    /** Why the system has requested nothing. */
    String unasked() {
        return unasked;
    }

    private void ask() {
        if (!system().can(Capability.CONSUMER)
                || system().trigger(TriggerPoint.REQUEST_TRANSFER).isEmpty()) {
            unasked = "no trigger request-transfer is configured, or consumer is not among the capabilities";
            return;
        }
        var transfer = transfer(
                new FlowKind(Side.CONSUMER, directions().get(directions().size() - 1)));
        try {
            if (rehearsal().transfers().asked(transfer).isPresent()) {
                asked = transfer;
            } else {
                unasked = "the trigger was fired, and no TransferRequestMessage came within "
                        + Durations.text(system().timeouts().callback()) + " at "
                        + transfer.counterParty().url();
            }
        } catch (Unjudgeable e) {
            unasked = e.getMessage();
        }
    }

    /** The signal by which a flow of a side begins. */
    Operation begin(Side side) {
        return edition().operation(edition().transfers().signal(side, "begin").orElseThrow());
    }

    /** Every transfer that was begun. */
    List<Transfer> made() {
        return made;
    }

    @Override
    public void close() {
        rehearsal().close();
    }
}
