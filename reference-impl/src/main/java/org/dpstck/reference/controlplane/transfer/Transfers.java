package org.dpstck.reference.controlplane.transfer;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.controlplane.dsp.DspForm;

/** The transfer processes of one control plane, oldest ones forgotten when there are too many. */
public final class Transfers {

    private static final int MOST = 20_000;

    private final Map<String, Transfer> byId = new ConcurrentHashMap<>();
    private final Map<String, Transfer> requested = new ConcurrentHashMap<>();

    /** Adds a process. */
    public void add(Transfer transfer) {
        if (byId.size() >= MOST) {
            byId.values().removeIf(each -> each.state().isTerminal());
            requested.values().removeIf(each -> each.state().isTerminal());
        }
        byId.put(transfer.id(), transfer);
        if (transfer.terms().role() == Role.PROVIDER) {
            requested.put(key(transfer.peerPid().orElseThrow(), transfer.terms().counterPartyAddress()), transfer);
        }
    }

    /** The process that a consumer has requested before under this id; the address tells consumers apart. */
    public Optional<Transfer> requested(String consumerPid, URI callbackAddress) {
        return Optional.ofNullable(requested.get(key(consumerPid, callbackAddress)));
    }

    private static String key(String consumerPid, URI callbackAddress) {
        return callbackAddress + "\n" + consumerPid;
    }

    /** The process that this control plane knows by this id. */
    public Optional<Transfer> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The process that a message to this party is about; the seed's form knows but one id, the consumer's. */
    public Optional<Transfer> find(String pid, Role role) {
        return byId(pid)
                .or(() -> requested.values().stream()
                        .filter(each -> each.terms().form() == DspForm.PROCESS_ID)
                        .filter(each -> each.peerPid().filter(pid::equals).isPresent())
                        .findFirst())
                .filter(each -> each.terms().role() == role);
    }

    /** Every process that is known at this moment. */
    public Collection<Transfer> all() {
        return List.copyOf(byId.values());
    }
}
