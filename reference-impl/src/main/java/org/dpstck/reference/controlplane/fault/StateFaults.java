package org.dpstck.reference.controlplane.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.dpstck.reference.controlplane.dataplane.DataPlane;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.ControlRule;
import org.dpstck.reference.controlplane.transfer.Party;
import org.dpstck.reference.controlplane.transfer.Step;
import org.dpstck.reference.controlplane.transfer.Transfer;
import org.dpstck.reference.controlplane.transfer.TransferState;
import org.dpstck.reference.controlplane.transfer.Verdict;

/** Defects of the state machine, of rules, and of the choice among data planes. */
final class StateFaults {

    private StateFaults() {}

    static void addTo(ControlFaultTable table) {
        accepts(table, "MOVES-COMPLETED-TO-TERMINATED", Step.TERMINATE, TransferState.COMPLETED);
        accepts(table, "MOVES-TERMINATED-TO-SUSPENDED", Step.SUSPEND, TransferState.TERMINATED);
        accepts(table, "MOVES-TERMINATED-TO-STARTED", Step.START, TransferState.TERMINATED);
        accepts(table, "MOVES-TERMINATED-TO-COMPLETED", Step.COMPLETE, TransferState.TERMINATED);
        accepts(table, "MOVES-REQUESTED-TO-SUSPENDED", Step.SUSPEND, TransferState.REQUESTED);
        accepts(table, "MOVES-REQUESTED-TO-COMPLETED", Step.COMPLETE, TransferState.REQUESTED);
        refuses(table, "STAYS-SUSPENDED-ON-START", Step.START, TransferState.SUSPENDED);
        refuses(table, "STAYS-STARTED-ON-SUSPENSION", Step.SUSPEND, TransferState.STARTED);
        refuses(table, "STAYS-STARTED-ON-COMPLETION", Step.COMPLETE, TransferState.STARTED);
        refuses(table, "STAYS-SUSPENDED-ON-TERMINATION", Step.TERMINATE, TransferState.SUSPENDED);
        refuses(table, "STAYS-REQUESTED-ON-TERMINATION", Step.TERMINATE, TransferState.REQUESTED);
        byPeer(table, "STAYS-REQUESTED-ON-START", Step.START, TransferState.REQUESTED);
        byPeer(table, "STAYS-STARTED-ON-TERMINATION", Step.TERMINATE, TransferState.STARTED);
        table.rule("ERRORED-AS-IN-ANOTHER-EDITION", ControlRule.ERRORED_AS_EDITION_SAYS);
        table.rule("ERRORED-TOLD-AS-IN-ANOTHER-EDITION", ControlRule.ERRORED_TOLD_AS_EDITION_SAYS);
        table.rule("REQUEST-MADE-TWICE", ControlRule.REQUEST_IDEMPOTENT);
        table.add("RETRIES-A-REFUSAL-ENDLESSLY", () -> new ControlHook() {
            @Override
            public boolean keeps(ControlRule rule) {
                return rule != ControlRule.TAKES_NO_FOR_AN_ANSWER && rule != ControlRule.RETRIES_END;
            }
        });
        Supplier<ControlHook> first = () -> new ControlHook() {
            @Override
            public Optional<DataPlane> registered(Optional<DataPlane> before, DataPlane now) {
                return Optional.of(before.orElse(now));
            }
        };
        table.add("DATAPLANES-KEEPS-THE-FIRST", first);
        table.add("SOURCED-KEEPS-THE-FIRST", first);
        table.add("DATAPLANES-ANY-TYPE", () -> new ControlHook() {
            @Override
            public List<DataPlane> selected(
                    String transferName, List<String> labels, List<DataPlane> all, List<DataPlane> fitting) {
                return all.stream()
                        .filter(each -> !fitting.contains(each))
                        .findFirst()
                        .map(List::of)
                        .orElse(fitting);
            }
        });
    }

    private static void accepts(ControlFaultTable table, String id, Step step, TransferState from) {
        decide(table, id, step, (transfer, taken) -> transfer.state() == from, Verdict.move(step.target()));
    }

    private static void refuses(ControlFaultTable table, String id, Step step, TransferState from) {
        decide(table, id, step, (transfer, taken) -> transfer.state() == from, Verdict.refuse("a deliberate fault"));
    }

    private static void byPeer(ControlFaultTable table, String id, Step step, TransferState from) {
        table.transition(
                id,
                (transfer, taken, party, verdict) -> taken == step && party == Party.PEER && transfer.state() == from
                        ? Verdict.refuse("a deliberate fault")
                        : verdict);
    }

    private static void decide(
            ControlFaultTable table, String id, Step step, BiPredicate<Transfer, Step> when, Verdict instead) {
        table.transition(
                id,
                (transfer, taken, party, verdict) -> taken == step && when.test(transfer, taken) ? instead : verdict);
    }
}
