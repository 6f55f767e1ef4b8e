package org.dpstck.reference.controlplane.conduct;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.controlplane.hook.ControlHooks;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.transfer.Role;
import org.dpstck.reference.controlplane.transfer.Transfer;
import tools.jackson.databind.node.ObjectNode;

/** The endpoint data references of consumers: where the data of a transfer is, and the token for it. */
public final class References {

    private final Map<String, ObjectNode> known = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> former = new ConcurrentHashMap<>();
    private final ControlHooks hooks;

    /** Without any yet. */
    public References(ControlHooks hooks) {
        this.hooks = hooks;
    }

    /** A start message has brought an address: it makes a new reference, and the old one is gone. */
    void started(Transfer transfer, ObjectNode address) {
        if (transfer.terms().role() != Role.CONSUMER || !hooks.keeps(ControlRule.MAKES_REFERENCE)) {
            return;
        }
        if (hooks.keeps(ControlRule.REPLACES_REFERENCE)) {
            ObjectNode before = known.put(key(transfer), address);
            if (before != null && !hooks.keeps(ControlRule.REMOVES_REFERENCE)) {
                former.put(transfer.id(), before);
            }
        } else {
            known.putIfAbsent(key(transfer), address);
        }
    }

    /** What is left of the reference before it, which is nothing unless something is wrong. */
    public Optional<ObjectNode> before(Transfer transfer) {
        return Optional.ofNullable(former.get(transfer.id()));
    }

    /** The reference of a transfer. */
    public Optional<ObjectNode> of(Transfer transfer) {
        return Optional.ofNullable(known.get(key(transfer)));
    }

    private String key(Transfer transfer) {
        return hooks.keeps(ControlRule.REFERENCES_TRANSFERS)
                ? transfer.id()
                : transfer.terms().agreementId();
    }
}
