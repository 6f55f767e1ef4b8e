package org.dpstck.reference.controlplane.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.Verdict;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Request;

/** All hooks of one control plane, asked in order; without any, everything passes through unchanged. */
public final class ControlHooks implements ControlHook {

    private final List<ControlHook> all;

    /** Asks these, in this order. */
    public ControlHooks(List<ControlHook> hooks) {
        all = List.copyOf(hooks);
    }

    @Override
    public Request received(Request request) {
        Request current = request;
        for (ControlHook hook : all) {
            current = hook.received(current);
        }
        return current;
    }

    @Override
    public Answer finished(ControlExchange exchange, Answer answer) {
        Answer current = answer;
        for (ControlHook hook : all) {
            current = hook.finished(exchange, current);
        }
        return current;
    }

    @Override
    public Verdict decided(Transfer transfer, Step step, Party party, Verdict verdict) {
        Verdict current = verdict;
        for (ControlHook hook : all) {
            current = hook.decided(transfer, step, party, current);
        }
        return current;
    }

    @Override
    public List<Outgoing> sending(Outgoing message) {
        Stream<Outgoing> current = Stream.of(message);
        for (ControlHook hook : all) {
            current = current.flatMap(each -> hook.sending(each).stream());
        }
        return current.toList();
    }

    @Override
    public Outgoing repeated(Outgoing message) {
        Outgoing current = message;
        for (ControlHook hook : all) {
            current = hook.repeated(current);
        }
        return current;
    }

    @Override
    public Duration pace(Outgoing message) {
        return all.stream().map(hook -> hook.pace(message)).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String named(String id) {
        String current = id;
        for (ControlHook hook : all) {
            current = hook.named(current);
        }
        return current;
    }

    @Override
    public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
        Optional<DataPlane> current = Optional.of(now);
        for (ControlHook hook : all) {
            current = current.flatMap(each -> hook.registered(before, each));
        }
        return current;
    }

    @Override
    public List<DataPlane> selected(
            String transferName, List<String> labels, List<DataPlane> known, List<DataPlane> fitting) {
        List<DataPlane> current = fitting;
        for (ControlHook hook : all) {
            current = hook.selected(transferName, labels, known, current);
        }
        return current;
    }

    @Override
    public void unreached(DataPlane dataPlane) {
        all.forEach(hook -> hook.unreached(dataPlane));
    }

    @Override
    public boolean checks(DataPlane dataPlane) {
        return all.stream().allMatch(hook -> hook.checks(dataPlane));
    }

    @Override
    public boolean keeps(ControlRule rule) {
        return all.stream().allMatch(hook -> hook.keeps(rule));
    }
}
