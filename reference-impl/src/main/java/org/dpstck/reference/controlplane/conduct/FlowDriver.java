package org.dpstck.reference.controlplane.conduct;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dpstck.reference.controlplane.conduct.Outcome.Done;
import org.dpstck.reference.controlplane.conduct.Outcome.Failed;
import org.dpstck.reference.controlplane.conduct.Outcome.Later;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.dataplane.DataPlanes;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.controlplane.send.Reply;
import org.dpstck.reference.controlplane.send.Sender;
import org.dpstck.reference.controlplane.signal.Signals;
import org.dpstck.reference.controlplane.transfer.FlowPhase;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Drives the data flow of a transfer on a data plane; each call blocks until the data plane has answered. */
final class FlowDriver {

    private static final int ACCEPTED = 202;

    private final DataPlanes dataPlanes;
    private final Signals messages;
    private final Sender sender;
    private final ControlHooks hooks;
    private final List<String> required;
    private final boolean selects;
    private final String source;

    /** Speaks to the registered data planes. */
    FlowDriver(Means means) {
        this.dataPlanes = means.dataPlanes();
        this.messages = means.signals();
        this.sender = means.sender();
        this.hooks = means.hooks();
        this.required = means.form().answer();
        this.selects = means.form().selects();
        this.source = means.source();
    }

    /** Whether the transfer has a flow here at all. */
    boolean drives(Transfer transfer) {
        return messages.drives(transfer);
    }

    /** Those to try: one that is selected, which gets every repetition of a request, or one after the other. */
    private List<DataPlane> candidates(Transfer transfer) {
        String name = transfer.terms().transferName();
        if (!selects) {
            return dataPlanes.serving(name, transfer.terms().labels());
        }
        return dataPlanes.serving(name, source).stream().limit(1).toList();
    }

    /** Prepares or starts a flow on the first data plane for it that can be reached. */
    Outcome open(Transfer transfer) {
        transfer.flowIs(FlowPhase.CALLING);
        String name = transfer.terms().transferName();
        String reason = "no data plane is registered for " + name;
        for (DataPlane each : candidates(transfer)) {
            transfer.isServedBy(each);
            try {
                return opened(transfer, sender.send(messages.opening(transfer, each)));
            } catch (HttpTimeoutException mayHaveArrived) {
                if (!hooks.keeps(ControlRule.HAS_PATIENCE)) {
                    return new Done();
                }
                return neverOpened(transfer, "data plane " + each.id() + ": " + mayHaveArrived.getMessage());
            } catch (IOException unreachable) {
                reason = "data plane " + each.id() + " cannot be reached: " + unreachable;
                hooks.unreached(each);
                if (!hooks.keeps(ControlRule.PASSES_OVER_UNREACHABLE)) {
                    break;
                }
            }
        }
        return neverOpened(transfer, reason);
    }

    private Outcome neverOpened(Transfer transfer, String reason) {
        synchronized (transfer) {
            // A callback has come although the answer has not: the flow is there.
            if (transfer.phase() != FlowPhase.CALLING) {
                return new Later();
            }
            transfer.flowIs(FlowPhase.ENDED);
            return new Failed(reason);
        }
    }

    private Outcome opened(Transfer transfer, Reply reply) {
        boolean consumer = transfer.terms().role() == Role.CONSUMER;
        FlowPhase target = consumer ? FlowPhase.PREPARED : FlowPhase.STARTED;
        Optional<ObjectNode> message = messages.answer(reply).filter(this::isComplete);
        if (!reply.isSuccess() || message.isEmpty()) {
            return neverOpened(
                    transfer, "the data plane answered " + (consumer ? "prepare" : "start") + " with " + reply.words());
        }
        synchronized (transfer) {
            transfer.flowHasId(message.get().path("dataFlowId").stringValue(transfer.id()));
            return arrived(transfer, reply, message.get(), target);
        }
    }

    private boolean isComplete(ObjectNode message) {
        return required.stream()
                .allMatch(name -> !message.path(name).stringValue("").isBlank());
    }

    /** The flow is where it was to go, will be there, or has told so by a callback in the meantime. */
    private Outcome arrived(Transfer transfer, Reply reply, ObjectNode message, FlowPhase target) {
        if (transfer.phase() != FlowPhase.CALLING) {
            return new Later();
        }
        if (reply.status() == ACCEPTED) {
            transfer.flowIs(FlowPhase.PENDING);
            return new Later();
        }
        String state = message.path("state").stringValue(target.name());
        if (!state.equals(target.name())) {
            transfer.flowIs(FlowPhase.STARTED);
            return new Failed("the data plane says " + state + " where " + target + " was asked for");
        }
        transfer.flowIs(target);
        boolean known = transfer.ownAddress().isPresent() && !hooks.keeps(ControlRule.PASSES_NEW_ADDRESS);
        address(message).filter(each -> !known).ifPresent(transfer::offers);
        boolean addressed = transfer.ownAddress().isPresent() || !hooks.keeps(ControlRule.NEEDS_ADDRESS);
        return transfer.terms().offersEndpoint() && !addressed
                ? new Failed("the data plane offers no data address")
                : new Done();
    }

    /** The data address of a message; an empty one is none. */
    static Optional<ObjectNode> address(ObjectNode message) {
        JsonNode address = message.path("dataAddress");
        return address instanceof ObjectNode object && !object.isEmpty()
                ? Optional.of(object.deepCopy())
                : Optional.empty();
    }

    /** Tells the consumer's data plane that the provider has started. */
    Outcome started(Transfer transfer) {
        return begin(transfer, messages::started);
    }

    /** Resumes a suspended flow. */
    Outcome resume(Transfer transfer) {
        return begin(transfer, messages::resume);
    }

    private Outcome begin(Transfer transfer, Function<Transfer, Outgoing> written) {
        if (!drives(transfer)) {
            return new Done();
        }
        if (transfer.flowId().isEmpty()) {
            return new Failed("there is no data flow to begin");
        }
        Outgoing message = written.apply(transfer);
        transfer.flowIs(FlowPhase.CALLING);
        Outcome outcome = deliver(message, reply -> {
            synchronized (transfer) {
                return arrived(transfer, reply, messages.answer(reply).orElseGet(Json::object), FlowPhase.STARTED);
            }
        });
        if (outcome instanceof Failed && transfer.phase() == FlowPhase.CALLING) {
            transfer.flowIs(FlowPhase.SUSPENDED);
        }
        return outcome;
    }

    /** Suspends a flow that has started. */
    Outcome suspend(Transfer transfer, Optional<String> reason) {
        if (transfer.phase() != FlowPhase.STARTED) {
            return new Done();
        }
        Outcome outcome = deliver(messages.suspend(transfer, reason), reply -> {
            synchronized (transfer) {
                if (transfer.phase() == FlowPhase.STARTED) {
                    transfer.flowIs(FlowPhase.SUSPENDED);
                }
            }
            return new Done();
        });
        // One that has ended in the meantime has nothing left to suspend.
        return transfer.phase() == FlowPhase.ENDED ? new Done() : outcome;
    }

    /** Ends a flow whose transfer is complete: by {@code completed} where that is heard, else by {@code terminate}. */
    Outcome complete(Transfer transfer) {
        if (!isLive(transfer)) {
            return new Done();
        }
        return deliver(messages.completed(transfer), reply -> ended(transfer));
    }

    /** Terminates a flow, if there is one to terminate. */
    Outcome terminate(Transfer transfer, Optional<String> reason) {
        return isLive(transfer) ? deliver(messages.terminate(transfer, reason), reply -> ended(transfer)) : new Done();
    }

    /** Passes a step of the counter-party on that the process has refused. */
    void echo(Transfer transfer, Step step) {
        if (!drives(transfer) || !isLive(transfer)) {
            return;
        }
        if (step == Step.START) {
            deliver(messages.started(transfer), reply -> new Done());
        } else if (step == Step.SUSPEND) {
            deliver(messages.suspend(transfer, Optional.empty()), reply -> new Done());
        } else if (step == Step.TERMINATE) {
            deliver(messages.terminate(transfer, Optional.empty()), reply -> new Done());
        }
    }

    private static boolean isLive(Transfer transfer) {
        boolean begun = transfer.phase() != FlowPhase.NONE && transfer.phase() != FlowPhase.ENDED;
        return begun && transfer.flowId().isPresent();
    }

    private static Outcome ended(Transfer transfer) {
        transfer.flowIs(FlowPhase.ENDED);
        return new Done();
    }

    private Outcome deliver(Outgoing message, Function<Reply, Outcome> taken) {
        try {
            Reply reply = sender.send(message);
            return reply.isSuccess()
                    ? taken.apply(reply)
                    : new Failed("the data plane answered " + message.kind().word() + " with " + reply.words());
        } catch (IOException undelivered) {
            return new Failed(message.kind().word() + " did not reach the data plane: " + undelivered.getMessage());
        }
    }
}
