package org.dpstck.core.plan;

import java.util.EnumSet;
import java.util.Set;
import org.dpstck.core.edition.Cell;
import org.dpstck.core.edition.Direction;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.edition.FlowKind;
import org.dpstck.core.edition.Given;
import org.dpstck.core.edition.Operation;
import org.dpstck.core.edition.Side;
import org.dpstck.core.edition.TransferCell;
import org.dpstck.core.edition.TransferMessage;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/** What the arguments of a row demand of the system, derived from the edition. */
final class Demands {

    /** The signal whose support is a declared capability of its own, with whatever can only follow it. */
    private static final String SUSPEND = "suspend";

    private final Edition edition;
    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    private final Set<TriggerPoint> triggers = EnumSet.noneOf(TriggerPoint.class);

    private Demands(Edition edition) {
        this.edition = edition;
    }

    static Demands of(Row row, Edition edition) {
        var demands = new Demands(edition);
        row.arguments().forEach(demands::argument);
        demands.capabilities.addAll(row.capabilities());
        demands.triggers.addAll(row.triggers());
        return demands;
    }

    Set<Capability> capabilities() {
        return capabilities;
    }

    Set<TriggerPoint> triggers() {
        return triggers;
    }

    private void argument(Object argument) {
        if (argument instanceof TransferCell cell) {
            transfer(cell);
        } else if (argument instanceof TransferMessage message) {
            transferred(message.name());
        } else if (argument instanceof Authorization way) {
            capabilities.add(Capability.REGISTRATION);
            capabilities.add(Capability.parse(way.profile().capability()));
        } else if (argument instanceof FlowKind kind) {
            kind(kind);
        } else if (argument instanceof Operation operation) {
            operation(operation);
        } else if (argument instanceof Given given) {
            given(given);
        } else if (argument instanceof Cell cell) {
            given(cell.given());
            // Only the signal itself: a signal that never suits the side is refused there, which is what the cell
            // shows.
            suspend(cell.signal().name());
        }
    }

    private void transfer(TransferCell cell) {
        kind(cell.kind());
        transferred(cell.signal());
        if (cell.state().name().equals("SUSPENDED")) {
            capabilities.add(Capability.SUSPEND);
        }
    }

    /** A message that suspends. */
    private void transferred(String message) {
        if (message.equals("suspension")) {
            capabilities.add(Capability.SUSPEND);
        }
    }

    private void kind(FlowKind kind) {
        if (edition.transfers() != null && kind.side() == Side.CONSUMER) {
            triggers.add(TriggerPoint.REQUEST_TRANSFER);
        }
        capabilities.add(kind.side() == Side.CONSUMER ? Capability.CONSUMER : Capability.PROVIDER);
        capabilities.add(kind.direction() == Direction.PUSH ? Capability.PUSH : Capability.PULL);
    }

    private void operation(Operation operation) {
        if (operation.sides().size() == 1) {
            capabilities.add(operation.sides().contains(Side.CONSUMER) ? Capability.CONSUMER : Capability.PROVIDER);
        }
        suspend(operation.name());
    }

    private void given(Given given) {
        kind(given.kind());
        if (given.state().interim()) {
            var consumer = given.kind().side() == Side.CONSUMER;
            capabilities.add(consumer ? Capability.ASYNCHRONOUS_PREPARE : Capability.ASYNCHRONOUS_START);
            return;
        }
        var path = edition.path(given);
        if (path.isEmpty()) {
            triggers.add(TriggerPoint.COMPLETE);
        } else {
            path.get().forEach(edge -> suspend(edge.signal()));
        }
    }

    private void suspend(String signal) {
        if (SUSPEND.equals(signal) || edition.machine().followsOnly(signal, SUSPEND)) {
            capabilities.add(Capability.SUSPEND);
        }
    }
}
