package org.dpstck.controlplane.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.edition.TransferProtocol;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.exchange.Outgoing;
import org.dpstck.core.exchange.Reply;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Row;
import org.dpstck.core.standin.Arrival;
import org.dpstck.core.sut.CallbackSettings;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerPoint;
import org.dpstck.core.verdict.Judge;

/** The stand-ins of a run, and transfers with them, for those who look at a control plane without judging it. */
public final class Rehearsal implements AutoCloseable {

    private static final String JSON = "application/json";

    private final Shared shared;
    private final OwnDataPlane own;
    private final Journal journal;
    private final String purpose;
    private final Transfers transfers;
    private boolean closed;

    private Rehearsal(Shared shared, Journal journal, String purpose) {
        this.shared = shared;
        this.own = new OwnDataPlane(shared);
        this.journal = journal;
        this.purpose = purpose;
        this.transfers = new Transfers(shared, context(shared.edition(), journal, purpose));
    }

    /**
     * Starts the stand-ins.
     *
     * @param callback where they listen
     * @param journal takes every exchange
     * @param purpose of the exchanges, for the record
     * @throws org.dpstck.core.standin.StandInException if nobody can listen there
     */
    public static Rehearsal open(RunContext run, CallbackSettings callback, Journal journal, String purpose) {
        return new Rehearsal(Shared.open(run, callback), journal, purpose);
    }

    private static CaseContext context(Edition edition, Journal journal, String purpose) {
        var spec = new CaseSpec(
                purpose,
                purpose,
                purpose,
                "control-plane",
                edition.id(),
                null,
                List.of(),
                "",
                Set.of(),
                Set.of(),
                Row.single(),
                null);
        return new CaseContext(spec, new Judge(edition, List.of()), journal, new ConcurrentHashMap<>());
    }

    Shared shared() {
        return shared;
    }

    /** Makes transfers, and waits for what comes of them. */
    public Transfers transfers() {
        return transfers;
    }

    public Edition edition() {
        return shared.edition();
    }

    public SystemUnderTest system() {
        return shared.system();
    }

    /** The form of the transfer process that is spoken to the system. */
    public TransferProtocol protocol() {
        return shared.protocol();
    }

    /** Every exchange so far. */
    public Journal journal() {
        return journal;
    }

    /** Where the data plane of the suite is, as the system has to know it. */
    public String dataPlane() {
        return shared.dataPlane().url();
    }

    /** Where the stand-ins are, as the system has to know them. */
    public String address() {
        return shared.standIn().address();
    }

    /** How many requests of the system to the data plane of the suite were about nothing that it knows. */
    public long strangers() {
        return shared.dataPlane().strangers();
    }

    /** The transfer type or profile of a kind of flow. */
    public String transferType(FlowKind kind) {
        return shared.transferType(kind);
    }

    /** Registers the data plane of the suite, if the system takes registrations; what went wrong, if anything did. */
    public Optional<String> register() {
        var said = own.register(journal);
        return own.registered() ? Optional.empty() : said;
    }

    /** A request of the registration of data planes with any body. */
    public Reply registration(Registration.Step step, String body) {
        return own.send(journal, step, DataPlane.ID, body);
    }

    /** A request below the base URL of signaling. */
    public Reply signaling(String method, String path, String body) {
        return shared.signaling()
                .send(journal, purpose, new Outgoing(method, shared.system().url() + path, type(body), body));
    }

    /** A request below the base URL of the Dataspace Protocol. */
    public Reply dataspace(String method, String path, String body) {
        var base = shared.system().controlPlane().dsp();
        return shared.dataspace().send(journal, purpose, new Outgoing(method, base + path, type(body), body));
    }

    /** A request to any address, with the headers of the Dataspace Protocol. */
    public Reply dataspaceAt(String method, String url) {
        return shared.dataspace().send(journal, purpose, new Outgoing(method, url, null, null));
    }

    private static String type(String body) {
        return body == null ? null : JSON;
    }

    /** Asks for the state of a process that nobody knows: a question that changes nothing. */
    public Reply stateOfNothing() {
        var path = shared.protocol().get().path().replace("{pid}", "urn:uuid:tck-no-such-process");
        return dataspace("GET", path, null);
    }

    /** Makes the system do something to a transfer, by trigger. */
    public void fire(TriggerPoint point, Transfer transfer) {
        transfers.fires(point, transfer);
    }

    /** The id of the transfer that the answer of the trigger told; empty if it told none, or was not asked for any. */
    public Optional<String> told(Transfer transfer) {
        var known = Optional.ofNullable(transfer.triggerId());
        return known.filter(id -> transfer.systemPid().filter(id::equals).isEmpty());
    }

    /** Messages of the counter-party to a transfer, as they arrived. */
    public Optional<Arrival> message(Transfer transfer, String name) {
        return transfer.awaitsMessage(message(name));
    }

    /** A message of the transfer process. */
    public TransferMessage message(String name) {
        return shared.protocol().message(name);
    }

    /** The values of placeholders about a transfer. */
    public Map<String, String> values(Transfer transfer) {
        return TriggerValues.of(transfer);
    }

    /** Forgets the transfers, takes back the registration, and stops listening. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        transfers.release();
        own.end();
        shared.close();
    }
}
