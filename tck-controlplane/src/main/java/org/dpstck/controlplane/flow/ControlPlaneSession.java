package org.dpstck.controlplane.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;

/** What the cases of one run against a control plane share, and what each of them gets for itself. */
public final class ControlPlaneSession implements SuiteSession {

    private final Shared shared;
    private final OwnDataPlane registration;
    private final List<String> notes = new ArrayList<>();

    /** Starts the stand-ins and opens the wires. */
    public ControlPlaneSession(RunContext run) {
        this.shared = Shared.open(run);
        this.registration = new OwnDataPlane(shared);
    }

    @Override
    public Optional<String> preflight(Journal journal) {
        shared.dataPlane().attend(journal);
        registration.register(journal).ifPresent(notes::add);
        return new Preflight(shared).obstacle(journal);
    }

    @Override
    public Optional<String> address() {
        return Optional.of(shared.standIn().address());
    }

    @Override
    public Object provide(Class<?> type, CaseContext context) {
        if (context.provided().isEmpty()) {
            shared.dataPlane().attend(context.journal());
        }
        if (type == Transfers.class) {
            return new Transfers(shared, context);
        }
        if (type == DataPlanes.class) {
            return new DataPlanes(shared, registration, context);
        }
        if (type == Judge.class) {
            return context.judge();
        }
        if (type == CaseContext.class) {
            return context;
        }
        if (type == Edition.class) {
            return shared.edition();
        }
        if (type == SystemUnderTest.class) {
            return shared.system();
        }
        throw new IllegalArgumentException("no case can be given a " + type.getName());
    }

    @Override
    public void release(CaseContext context) {
        if (context.provided().get(DataPlanes.class) instanceof DataPlanes planes) {
            planes.release();
        }
        if (context.provided().get(Transfers.class) instanceof Transfers transfers) {
            transfers.release();
        }
    }

    @Override
    public List<String> notes() {
        var said = new ArrayList<>(notes);
        said.add("Judged by the transfer process of the form "
                + shared.protocol().id() + " (dsp.form).");
        if (shared.dataPlane().strangers() > 0) {
            said.add("Requests of the system to the data plane of the suite that named no flow of any case: "
                    + shared.dataPlane().strangers() + ".");
        }
        return said;
    }

    @Override
    public void close() {
        if (!shared.standIn().replays()) {
            registration.end();
        }
        shared.close();
    }
}
