package org.dpstck.controlplane.flow;

import java.util.Map;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.MessageSchemas;
import org.dpstck.core.edition.TransferProtocol;
import org.dpstck.core.exchange.HttpWire;
import org.dpstck.core.exchange.WireLimits;
import org.dpstck.core.junit.RunContext;
import org.dpstck.core.standin.StandIn;
import org.dpstck.core.sut.CallbackSettings;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.sut.TriggerRunner;

/**
 * What the cases of one run share.
 *
 * @param run what the run is about
 * @param signaling sends requests to the Data Plane Signaling endpoints of the system
 * @param dataspace sends requests to its Dataspace Protocol endpoints
 * @param references reads the endpoint data references of its consumers
 * @param standIn where the suite listens
 * @param dataPlane the data plane that the suite plays
 * @param triggers makes the system do what no message asks for
 * @param schemas of all messages
 * @param twins whether requests in correct form work
 * @param turns keeps transfers apart that nothing on the wire would
 * @param drought of consumers that ask
 */
record Shared(
        RunContext run,
        HttpWire signaling,
        HttpWire dataspace,
        HttpWire references,
        StandIn standIn,
        DataPlane dataPlane,
        TriggerRunner triggers,
        MessageSchemas schemas,
        Twins twins,
        Turns turns,
        Drought drought) {

    static Shared open(RunContext run) {
        return open(run, run.system().callback());
    }

    /** The same, listening elsewhere than the description says. */
    static Shared open(RunContext run, CallbackSettings callback) {
        var system = run.system();
        var timeouts = system.timeouts();
        var limits = WireLimits.of(timeouts.connect(), timeouts.request());
        var standIn = run.journals()
                .address()
                .map(address -> StandIn.detached(address, run.redactor(), run.ids()))
                .orElseGet(() -> StandIn.start(callback, run.redactor(), run.ids()));
        return new Shared(
                run,
                wire(run, limits, system.headers()),
                wire(run, limits, system.controlPlane().headers()),
                wire(run, limits, system.controlPlane().dataPlanes().reference().headers()),
                standIn,
                DataPlane.open(run.edition(), standIn, timeouts.request()),
                new TriggerRunner(system, run.prompt()),
                new MessageSchemas(run.edition()),
                new Twins(),
                new Turns(),
                new Drought());
    }

    /** A wire to the system; to nothing where records answer. */
    private static HttpWire wire(RunContext run, WireLimits limits, Map<String, String> headers) {
        var wire = new HttpWire(limits, headers, run.redactor(), run.ids());
        return run.journals().address().isPresent() ? wire.offline() : wire;
    }

    void close() {
        signaling.close();
        dataspace.close();
        references.close();
        standIn.close();
    }

    Edition edition() {
        return run.edition();
    }

    SystemUnderTest system() {
        return run.system();
    }

    TransferProtocol protocol() {
        return run.edition().transfers().protocol();
    }

    /** The transfer type or profile of a kind of flow. */
    String transferType(FlowKind kind) {
        var own = edition().defaults();
        var types = system().transferTypes().over(own.push(), own.pull());
        return Map.of("push", types.push(), "pull", types.pull())
                .get(kind.direction().id());
    }
}
