package org.dpstck.dataplane.doctor;

import java.util.EnumMap;
import java.util.Map;
import org.dpstck.core.sut.TriggerPoint;

/**
 * One trial of each trigger, and of the asynchronous answers that a system gives by itself.
 *
 * <p>One after the other: a trigger may be about "the next message", whoever sends it.
 *
 * @param byPoint what came of each trigger
 * @param awaited those at whose end a callback was awaited, by what made it due: an asynchronous answer, a trigger
 */
record Trials(Map<TriggerPoint, Trial> byPoint, Map<TriggerPoint, Trial> awaited) {

    /** The trial of one point, to the callback that it makes due. */
    static Trial of(Examination examination, TriggerPoint point) {
        return switch (point) {
            case PREPARE_ASYNCHRONOUSLY, START_ASYNCHRONOUSLY ->
                AsynchronousTrial.of(examination, point).proceeding();
            case PROCEED -> throw new IllegalArgumentException("nothing waits to go on by itself");
            case COMPLETE, FAIL -> EndTrial.of(examination, point);
            case REQUEST_TRANSFER, SUSPEND, RESUME, TERMINATE ->
                throw new IllegalArgumentException(point.id() + " is for control planes");
            case FETCH, AGREEMENT, RESPOND -> RetrievalTrial.of(examination, point);
        };
    }

    static Trials of(Examination examination) {
        var byPoint = new EnumMap<TriggerPoint, Trial>(TriggerPoint.class);
        var prepare = AsynchronousTrial.of(examination, TriggerPoint.PREPARE_ASYNCHRONOUSLY);
        var start = AsynchronousTrial.of(examination, TriggerPoint.START_ASYNCHRONOUSLY);
        byPoint.put(TriggerPoint.PREPARE_ASYNCHRONOUSLY, prepare.answer());
        byPoint.put(TriggerPoint.START_ASYNCHRONOUSLY, start.answer());
        byPoint.put(TriggerPoint.PROCEED, worse(prepare.proceeding(), start.proceeding()));
        byPoint.put(TriggerPoint.COMPLETE, EndTrial.of(examination, TriggerPoint.COMPLETE));
        byPoint.put(TriggerPoint.FAIL, EndTrial.of(examination, TriggerPoint.FAIL));
        byPoint.put(TriggerPoint.FETCH, RetrievalTrial.of(examination, TriggerPoint.FETCH));
        byPoint.put(TriggerPoint.RESPOND, RetrievalTrial.of(examination, TriggerPoint.RESPOND));
        byPoint.put(TriggerPoint.AGREEMENT, RetrievalTrial.of(examination, TriggerPoint.AGREEMENT));
        var due = new EnumMap<TriggerPoint, Trial>(TriggerPoint.class);
        due.put(TriggerPoint.PREPARE_ASYNCHRONOUSLY, prepare.proceeding());
        due.put(TriggerPoint.START_ASYNCHRONOUSLY, start.proceeding());
        due.put(TriggerPoint.COMPLETE, byPoint.get(TriggerPoint.COMPLETE));
        due.put(TriggerPoint.FAIL, byPoint.get(TriggerPoint.FAIL));
        due.values().removeIf(trial -> trial.awaited().isEmpty());
        return new Trials(byPoint, due);
    }

    /** A trigger that works for one side and not for the other has to be looked at. */
    private static Trial worse(Trial one, Trial other) {
        if (one.ending() == Trial.Ending.NOT_TRIED || other.ending() == Trial.Ending.NOT_TRIED) {
            return one.ending() == Trial.Ending.NOT_TRIED ? other : one;
        }
        return one.ending().compareTo(other.ending()) <= 0 ? one : other;
    }
}
