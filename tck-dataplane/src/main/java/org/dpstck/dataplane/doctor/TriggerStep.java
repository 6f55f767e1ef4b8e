package org.dpstck.dataplane.doctor;

import java.util.List;
import org.dpstck.core.doctor.Finding;
import org.dpstck.core.doctor.Step;
import org.dpstck.core.sut.TriggerPoint;

/** A trigger does what it is for. */
final class TriggerStep implements Step<Examination> {

    private final TriggerPoint point;

    TriggerStep(TriggerPoint point) {
        this.point = point;
    }

    @Override
    public String id() {
        return "triggers." + point.id();
    }

    @Override
    public List<String> standsOn() {
        return List.of(EditionStep.ID);
    }

    @Override
    public Finding look(Examination examination) {
        if (examination.accepted().isEmpty()) {
            return Finding.notChecked(IdsStep.BLAMED);
        }
        var trial = examination.trials().byPoint().get(point);
        var configured = examination.system().trigger(point).isPresent();
        return switch (trial.ending()) {
            case WORKED -> configured ? Finding.ok(trial.observed()) : Finding.notChecked(trial.observed());
            case NOT_TRIED ->
                configured ? Finding.notChecked(trial.observed()) : Finding.notChecked(trial.observed(), untested());
            case FAILED ->
                Finding.problem(
                        trial.observed(),
                        "Every case that needs it is inconclusive.",
                        "Try by hand what stands in " + id() + ", with the values above, until it works.");
            case IDLE -> configured ? idle(trial) : held(trial);
            case UNSEEN -> unseen(examination, trial);
        };
    }

    private String[] untested() {
        return switch (point) {
            case PROCEED, FETCH -> new String[0];
            default -> new String[] {"Without it, cases that need it are UNTESTED, which is not passed."};
        };
    }

    private Finding idle(Trial trial) {
        return Finding.problem(
                "fired without an error, but " + trial.observed(),
                "It does not do what it is for: " + purpose(),
                "Correct " + id() + ", so that this happens before it ends or soon after; or allow more with"
                        + " timeouts.callback.");
    }

    private static Finding held(Trial trial) {
        return Finding.warning(
                trial.observed(),
                "The system holds the flow, and nothing tells it to go on. Cases about its callbacks fail or are"
                        + " inconclusive.",
                "Give the trigger proceed, have the system go on by itself, or allow more with timeouts.callback.");
    }

    private Finding unseen(Examination examination, Trial trial) {
        if (examination.shared().standIn().total() == 0) {
            return Finding.notChecked(
                    "fired without an error; only a callback would show its effect, and none arrives");
        }
        return idle(trial);
    }

    private String purpose() {
        return switch (point) {
            case PREPARE_ASYNCHRONOUSLY -> "the next prepare is to be answered HTTP 202.";
            case START_ASYNCHRONOUSLY -> "the next start is to be answered HTTP 202.";
            case PROCEED -> "the flow that waits is to go on.";
            case COMPLETE -> "the flow is to complete.";
            case FAIL -> "the flow is to fail.";
            case FETCH -> "the data of the flow is to be fetched.";
            case RESPOND -> "a response is to be sent by the response channel of the flow.";
            case AGREEMENT -> "the agreement of the flow is to be asked for.";
            case REQUEST_TRANSFER, SUSPEND, RESUME, TERMINATE -> "it is for control planes.";
        };
    }
}
