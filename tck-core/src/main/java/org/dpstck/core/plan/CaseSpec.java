package org.dpstck.core.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dpstck.core.edition.Level;
import org.dpstck.core.sut.Capability;
import org.dpstck.core.sut.TriggerPoint;

/**
 * One case with its row: what `list` shows and a run judges.
 *
 * @param id stable, unique in the edition and role
 * @param template id without the row
 * @param title one sentence
 * @param role whom it judges
 * @param edition id of the edition
 * @param level strongest level among its requirements
 * @param requirements ids in the register
 * @param section heading of the document that its first requirement stands under
 * @param capabilities that the system has to declare
 * @param triggers without which it cannot be reached
 * @param row its arguments
 * @param definition where it comes from
 */
public record CaseSpec(
        String id,
        String template,
        String title,
        String role,
        String edition,
        Level level,
        List<String> requirements,
        String section,
        Set<Capability> capabilities,
        Set<TriggerPoint> triggers,
        Row row,
        CaseDefinition definition) {

    /** The same case under another id. */
    CaseSpec called(String other) {
        return new CaseSpec(
                other,
                template,
                title,
                role,
                edition,
                level,
                requirements,
                section,
                capabilities,
                triggers,
                row,
                definition);
    }

    /** Everything it needs, for people and tools: capability ids, and triggers as {@code trigger:complete}. */
    public List<String> needs() {
        return Stream.concat(
                        capabilities.stream().map(Capability::id),
                        triggers.stream().map(trigger -> "trigger:" + trigger.id()))
                .sorted()
                .toList();
    }
}
