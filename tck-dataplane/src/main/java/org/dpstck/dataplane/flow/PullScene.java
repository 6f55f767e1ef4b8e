package org.dpstck.dataplane.flow;

import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.check.GrantedAddress;
import org.dpstck.core.check.Json;
import org.dpstck.core.check.Replies;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Unjudgeable;

/** Pulls whose data the suite fetches: their flows, the addresses that they grant, and where their data comes from. */
public final class PullScene {

    /** The side that gives the data of a pull. */
    public static final FlowKind PULLED = new FlowKind(Side.PROVIDER, Direction.PULL);

    private static final String FEATURE = "data-access";
    private static final String STARTED = "STARTED";
    private static final String SUSPENDED = "SUSPENDED";

    private final Shared shared;
    private final DataFlows flows;
    private final FarEnds ends;

    PullScene(Shared shared, DataFlows flows, FarEnds ends) {
        this.shared = shared;
        this.flows = flows;
        this.ends = ends;
    }

    /** Whether messages say where data comes from, so that the suite can be its source. */
    public boolean isSource() {
        return !shared.edition().leavesToDeclare(FEATURE);
    }

    /** Whether the message that starts a pull of little data names the suite's source; a description may put another there. */
    public boolean isSource(DataFlow flow) {
        return isSource()
                && Json.text(flow.message(edition().creating(flow.kind()))).contains(ends.asset(flow));
    }

    /** A pull that the system does not know yet, of little data. */
    public DataFlow fresh() {
        return ofLittle(flows.fresh(PULLED));
    }

    /** The same, with a transfer process id of the case's own choosing. */
    public DataFlow named(String processId) {
        return ofLittle(flows.named(PULLED, processId));
    }

    private DataFlow ofLittle(DataFlow flow) {
        return isSource() ? flow : flow.about(shared.system().access().dataset());
    }

    /**
     * A pull that the system does not know yet, whose data has no end.
     *
     * @throws Unjudgeable if the description names no such dataset
     */
    public DataFlow endless() {
        return withoutEnd(flows.fresh(PULLED));
    }

    /** The same, with a transfer process id of the case's own choosing. */
    public DataFlow endless(String processId) {
        return withoutEnd(flows.named(PULLED, processId));
    }

    private DataFlow withoutEnd(DataFlow flow) {
        return isSource()
                ? flow.takesFrom(ends.stream(flow))
                : flow.about(shared.system()
                        .access()
                        .endless()
                        .orElseThrow(() ->
                                Unjudgeable.untested("nothing names a dataset without an end (dataAccess.stream)")));
    }

    /**
     * The address that the start of a pull grants.
     *
     * @throws Unjudgeable if there is none
     */
    public GrantedAddress start(DataFlow flow) {
        return new Grants(edition(), shared.system()).of(flow);
    }

    /**
     * Starts a suspended pull again; the address that it then has.
     *
     * @param before the address of its first start
     * @throws Unjudgeable if it is not STARTED again
     */
    public GrantedAddress startAgain(DataFlow flow, GrantedAddress before) {
        var operation = resuming(edition())
                .findFirst()
                .orElseThrow(() -> Unjudgeable.untested("no signal starts a suspended pull again"));
        if (operation.creates()) {
            return start(flow);
        }
        var answer = flow.receives(operation);
        var sure = moves(edition(), operation);
        if (!answer.succeeded()) {
            var gave = operation + " of a SUSPENDED flow gave " + Replies.observed(answer.reply());
            throw sure
                    ? Unjudgeable.inconclusive("a prerequisite failed: " + gave + "; see the case STATE-MOVES." + PULLED
                            + ".SUSPENDED." + operation)
                    : Unjudgeable.untested(gave);
        }
        var report = settled(flow, operation, answer);
        if (!sure
                && flow.status()
                        .state()
                        .filter(state -> state.name().equals(STARTED))
                        .isEmpty()) {
            throw Unjudgeable.untested("the flow was not STARTED after " + operation + " was accepted");
        }
        return report.flatMap(Grants.Report::address).orElse(before);
    }

    /** The message that reports it STARTED again: the answer, or the callback after a 202. */
    private Optional<Grants.Report> settled(DataFlow flow, Operation operation, Reception answer) {
        var later = operation.asynchronousAnswer();
        if (later.isEmpty() || answer.reply().status() != later.get().status()) {
            return answer.body().map(body -> new Grants.Report(body, answer.exchange()));
        }
        flows.settle(flow, operation);
        var callback = edition().callback(later.get().callback());
        return flow.inbox()
                .await(arrival -> flow.isCallback(arrival, callback), ends.quiet())
                .flatMap(arrival ->
                        Bodies.object(arrival.body()).map(body -> new Grants.Report(body, arrival.exchange())));
    }

    /** The signals that lead a suspended pull back to STARTED, or may do so. */
    public static Stream<Operation> resuming(Edition edition) {
        return edition.signals().stream()
                .filter(operation -> operation.sides().contains(PULLED.side()))
                .filter(operation -> moves(edition, operation) || mayMove(edition, operation));
    }

    private static boolean moves(Edition edition, Operation operation) {
        return edition.machine()
                .transition(PULLED, edition.machine().state(SUSPENDED), operation)
                .filter(edge -> edge.to().equals(STARTED))
                .isPresent();
    }

    private static boolean mayMove(Edition edition, Operation operation) {
        return !operation.creates()
                && edition.machine().readings().stream()
                        .anyMatch(reading -> reading.signal().equals(operation.name())
                                && reading.in().contains(SUSPENDED)
                                && reading.kinds().contains(PULLED.id())
                                && reading.accepts().contains(STARTED));
    }

    /** What lies behind the addresses. */
    public FarEnds ends() {
        return ends;
    }

    /** The edition of the run. */
    public Edition edition() {
        return shared.edition();
    }

    /** The system of the run. */
    public SystemUnderTest system() {
        return shared.system();
    }
}
