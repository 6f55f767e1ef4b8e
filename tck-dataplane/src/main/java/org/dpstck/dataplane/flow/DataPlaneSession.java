package org.dpstck.dataplane.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.Journal;
import org.dpstck.core.junit.CaseContext;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.junit.SuiteSession;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Revocation;
import org.dpstck.dataplane.token.SigningKeys;

/** What the cases of one run against a data plane share, and what each of them gets for itself. */
public final class DataPlaneSession implements SuiteSession {

    private final Shared shared;
    private final Givens givens = new Givens();
    private final Twins twins;
    private final HttpWire farEnds;
    private final Memo<String, Object> found = new Memo<>();
    private final FirstSight.Check check;
    private volatile boolean speaksOtherwise;
    private final RunRegistration registration;
    private final CallbackChoice choice;
    private final SigningKeys keys;
    private final StandingAuthorization standing;
    private final CallbackChoice authorizedCallbacks;
    private final List<String> notes = new ArrayList<>();

    /**
     * Starts the stand-in control plane and opens the wire.
     *
     * @param check whether the system speaks the edition of the run at all
     */
    public DataPlaneSession(RunContext run, FirstSight.Check check) {
        this.check = check;
        this.shared = Shared.open(run);
        this.keys = new SigningKeys(run.system().authorization().keys());
        this.farEnds = Shared.connected(run, HttpWire.toNamedEndpoints(Shared.limits(run), run.redactor(), run.ids()));
        if (run.edition().callsBackWhereRegistered()) {
            shared.standIn().shareAddress();
        }
        this.twins = new Twins(shared);
        this.registration = new RunRegistration(shared);
        this.standing = new StandingAuthorization(shared, registration);
        this.choice = new CallbackChoice(shared, false);
        this.authorizedCallbacks = new CallbackChoice(shared, true);
    }

    @Override
    public Optional<String> preflight(Journal journal) {
        var factory = new FlowFactory(shared, journal, new Judge(shared.edition(), List.of()));
        try {
            registration.make(journal).ifPresent(notes::add);
            var preflight = new Preflight(shared, factory, journal);
            var obstacle = preflight.obstacle();
            var other = shared.run().anyEdition()
                    ? Optional.<String>empty()
                    : check.otherEdition(shared, preflight.sights(), journal);
            speaksOtherwise = other.isPresent();
            return other.or(() -> obstacle);
        } finally {
            factory.release();
        }
    }

    @Override
    public boolean speaksOtherwise() {
        return speaksOtherwise;
    }

    @Override
    public Object provide(Class<?> type, CaseContext context) {
        standing.makeWay(context.spec().definition().type());
        if (type == DataFlows.class) {
            return new DataFlows(shared, givens, twins, context);
        }
        if (type == CallbackScene.class) {
            return new CallbackScene(shared, (DataFlows) context.provided(DataFlows.class, this), context);
        }
        if (type == Registrations.class) {
            return new Registrations(shared, registration, context);
        }
        if (type == RegisteredCallbacks.class) {
            return new RegisteredCallbacks(
                    shared, choice, (CallbackScene) context.provided(CallbackScene.class, this), (DataFlows)
                            context.provided(DataFlows.class, this));
        }
        if (type == AuthorizationScene.class) {
            return new AuthorizationScene(
                    shared,
                    (DataFlows) context.provided(DataFlows.class, this),
                    (Registrations) context.provided(Registrations.class, this),
                    keys,
                    context,
                    standing);
        }
        if (type == AuthorizedCallbacks.class) {
            return new AuthorizedCallbacks(
                    shared, authorizedCallbacks, (CallbackScene) context.provided(CallbackScene.class, this));
        }
        if (type == FarEnds.class) {
            return new FarEnds(shared, farEnds, found, context);
        }
        if (type == PullScene.class) {
            return new PullScene(shared, (DataFlows) context.provided(DataFlows.class, this), (FarEnds)
                    context.provided(FarEnds.class, this));
        }
        if (type == ResponseScene.class) {
            return new ResponseScene(shared, (DataFlows) context.provided(DataFlows.class, this), (FarEnds)
                    context.provided(FarEnds.class, this));
        }
        return provided(type, context);
    }

    private Object provided(Class<?> type, CaseContext context) {
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
        if (type == MessageSchemas.class) {
            return shared.schemas();
        }
        throw new IllegalArgumentException("no case can be given a " + type.getName());
    }

    @Override
    public void release(CaseContext context) {
        if (context.provided().get(DataFlows.class) instanceof DataFlows flows) {
            flows.release();
        }
        if (context.provided().get(Registrations.class) instanceof Registrations registrations) {
            registrations.release();
        }
        if (context.provided().get(AuthorizationScene.class) instanceof AuthorizationScene scene) {
            scene.release();
        }
        if (context.provided().get(FarEnds.class) instanceof FarEnds ends) {
            ends.release();
        }
    }

    @Override
    public Optional<String> address() {
        return Optional.of(shared.standIn().address());
    }

    @Override
    public Optional<Revocation> revocation() {
        return shared.revocations().measured();
    }

    @Override
    public List<String> notes() {
        var said = new ArrayList<>(notes);
        var standIn = shared.standIn();
        if (standIn.expected() > 0 && standIn.total() == 0) {
            said.add("No callback reached the suite during the run. If the system sends any, it cannot reach "
                    + standIn.address()
                    + ": set callback.advertise to an address of this machine as the system sees it.");
        }
        if (standIn.strangers() > 0) {
            said.add("Requests of the system that named no data flow of the suite and belong to no case: "
                    + standIn.strangers() + ".");
        }
        return said;
    }

    @Override
    public void close() {
        standing.end();
        farEnds.close();
        shared.close();
    }
}
