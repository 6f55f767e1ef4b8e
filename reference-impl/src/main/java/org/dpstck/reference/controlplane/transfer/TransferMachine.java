package org.dpstck.reference.controlplane.transfer;

/**
 * The transfer process state machine.
 *
 * <p>It reads a transfer and never changes it. The picture in the document shows who may start: the provider a requested
 * process, either party a suspended one; everything else is open to both.
 */
public final class TransferMachine {

    private TransferMachine() {}

    /**
     * Decides whether {@code party} may take {@code step}.
     *
     * @param state the state that the process is taken to be in
     * @param suspenderResumes whether only the party that has suspended it may resume it
     */
    public static Verdict decide(
            Transfer transfer, TransferState state, Step step, Party party, boolean suspenderResumes) {
        boolean allowed =
                switch (step) {
                    case REQUEST -> state == TransferState.INITIAL;
                    case START -> state == TransferState.REQUESTED || state == TransferState.SUSPENDED;
                    case SUSPEND, COMPLETE -> state == TransferState.STARTED;
                    case TERMINATE -> !state.isTerminal();
                };
        if (!allowed) {
            return Verdict.refuse(step.word() + " is not allowed in state " + state);
        }
        if (step != Step.START) {
            return Verdict.move(step.target());
        }
        boolean provider = (transfer.terms().role() == Role.PROVIDER) == (party == Party.SELF);
        if (state == TransferState.REQUESTED && !provider) {
            return Verdict.refuse("only the provider starts a process that was requested");
        }
        boolean foreign = transfer.suspendedBy().filter(who -> who != party).isPresent();
        if (state == TransferState.SUSPENDED && foreign && suspenderResumes) {
            return Verdict.refuse("only the party that has suspended the process resumes it");
        }
        return Verdict.move(step.target());
    }
}
