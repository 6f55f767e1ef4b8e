package org.dpstck.dataplane.doctor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dpstck.core.sut.TriggerPoint;

/**
 * One trial of each trigger, and of the asynchronous answers that a system gives by itself.
 *
 * <p>One after the other: a trigger may be about "the next message", whoever sends it.
 *
 * @param byPoint what came of each trigger
 * @param asynchronous what came of flows that were created asynchronously, with or without a trigger
 */
record Trials(Map<TriggerPoint, Trial> byPoint, List<Trial> asynchronous) {

    static Trials of(Examination examination) {
        var byPoint = new EnumMap<TriggerPoint, Trial>(TriggerPoint.class);
        var prepare = AsynchronousTrial.of(examination, TriggerPoint.PREPARE_ASYNCHRONOUSLY);
        var start = AsynchronousTrial.of(examination, TriggerPoint.START_ASYNCHRONOUSLY);
        byPoint.put(TriggerPoint.PREPARE_ASYNCHRONOUSLY, prepare.answer());
        byPoint.put(TriggerPoint.START_ASYNCHRONOUSLY, start.answer());
        byPoint.put(TriggerPoint.PROCEED, worse(prepare.proceeding(), start.proceeding()));
        byPoint.put(TriggerPoint.COMPLETE, EndTrial.of(examination, TriggerPoint.COMPLETE));
        byPoint.put(TriggerPoint.FAIL, EndTrial.of(examination, TriggerPoint.FAIL));
        return new Trials(byPoint, List.of(prepare.proceeding(), start.proceeding()));
    }

    /** Trials at whose end a callback was awaited. */
    List<Trial> awaited() {
        var all = new java.util.ArrayList<>(asynchronous);
        all.add(byPoint.get(TriggerPoint.COMPLETE));
        all.add(byPoint.get(TriggerPoint.FAIL));
        return all.stream().filter(trial -> trial.awaited().isPresent()).toList();
    }

    /** A trigger that works for one side and not for the other has to be looked at. */
    private static Trial worse(Trial one, Trial other) {
        if (one.ending() == Trial.Ending.NOT_TRIED || other.ending() == Trial.Ending.NOT_TRIED) {
            return one.ending() == Trial.Ending.NOT_TRIED ? other : one;
        }
        return one.ending().compareTo(other.ending()) <= 0 ? one : other;
    }
}
