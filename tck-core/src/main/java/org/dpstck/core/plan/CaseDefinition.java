package org.dpstck.core.plan;

import java.util.List;
import java.util.Set;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/**
 * A case before its rows are filled in: what is written once for all of them.
 *
 * @param template id without the row, like {@code START-DUPLICATE}
 * @param title one sentence; {@code {0}} and so on stand for the row's arguments
 * @param stimulus what the suite sends
 * @param expected what it expects to observe
 * @param fix what an implementer can do about a failure
 * @param verifies requirement ids; {@code {0}} stands for an argument in upper case, {@code {requirement}} for the row's
 * @param needs capabilities that the system has to declare
 * @param triggers triggers without which the case cannot be reached
 * @param rows what it ranges over in the edition
 * @param type name of the class that holds it
 * @param method name of its method, unique in the class
 */
public record CaseDefinition(
        String template,
        String title,
        String stimulus,
        String expected,
        String fix,
        List<String> verifies,
        Set<Capability> needs,
        Set<TriggerPoint> triggers,
        List<Row> rows,
        String type,
        String method) {}
