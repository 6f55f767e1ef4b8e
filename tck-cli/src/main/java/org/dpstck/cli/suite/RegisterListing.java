package org.dpstck.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dpstck.cli.console.Palette;
import org.dpstck.cli.console.Palette.Style;
import org.dpstck.cli.console.SafeText;
import org.dpstck.core.edition.Requirement;
import org.dpstck.core.plan.CaseSpec;
import org.dpstck.core.plan.Catalogue;
import tools.jackson.databind.json.JsonMapper;

/** Lists the requirement register of an edition with the cases that verify it, for people and for programs. */
public final class RegisterListing {

    private static final int LEVEL_WIDTH = 7;
    private static final String INDENT = "      ";

    private final Catalogue catalogue;
    private final List<Requirement> requirements;

    /** A list of some requirements, in the order of the register. */
    public RegisterListing(Catalogue catalogue, List<Requirement> requirements) {
        this.catalogue = catalogue;
        this.requirements = List.copyOf(requirements);
    }

    /** The requirements as a JSON array. */
    public String json() {
        var list = requirements.stream().map(this::entry).toList();
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(list);
    }

    /**
     * The requirements under the headings of the document: a line of columns each, the clause and the cases below it.
     *
     * @param width of the lines, in characters
     */
    public List<String> text(Palette palette, int width) {
        var sections = requirements.stream()
                .collect(Collectors.groupingBy(Requirement::section, LinkedHashMap::new, Collectors.toList()));
        var column =
                requirements.stream().mapToInt(it -> it.id().length()).max().orElse(0);
        var lines = new ArrayList<String>();
        sections.forEach((section, members) -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(palette.paint(Style.STRONG, "§" + section) + " (" + members.size() + ")");
            members.forEach(member -> {
                lines.add("  " + line(member, column));
                indented(member.clause(), width, lines);
                indented(below(member), width, lines);
            });
        });
        return lines;
    }

    /** How many are verified by how many cases, and how many are out of reach. */
    public String summary() {
        var untestable = requirements.stream()
                .filter(it -> it.untestableBecause().isPresent())
                .count();
        var cases = requirements.stream()
                .flatMap(it -> catalogue.verifying(it.id()).stream())
                .distinct()
                .count();
        return requirements.size() + " requirements, " + (requirements.size() - untestable) + " of them verified by "
                + cases + " cases; `dps-tck explain ID` says more about one.";
    }

    private String line(Requirement requirement, int column) {
        var cases = catalogue.verifying(requirement.id()).size();
        var party = requirement.party().replace('-', ' ');
        return pad(requirement.id(), column) + "  " + pad(requirement.level().name(), LEVEL_WIDTH) + "  " + party + "  "
                + (requirement.untestableBecause().isPresent() ? "no case" : cases + (cases == 1 ? " case" : " cases"));
    }

    private String below(Requirement requirement) {
        return requirement
                .untestableBecause()
                .map(why -> "Without a case: " + why)
                .orElseGet(() -> "Cases: " + String.join(", ", byTemplate(catalogue.verifying(requirement.id()))));
    }

    /** Ids without the row, each with the number of its rows. */
    private static List<String> byTemplate(List<CaseSpec> cases) {
        return cases.stream()
                .collect(Collectors.groupingBy(CaseSpec::template, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> group.getValue().size() == 1
                        ? group.getValue().get(0).id()
                        : group.getKey() + " (" + group.getValue().size() + ")")
                .toList();
    }

    private static void indented(String text, int width, List<String> lines) {
        SafeText.wrap(text, width - INDENT.length()).forEach(line -> lines.add(INDENT + line));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private Map<String, Object> entry(Requirement requirement) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", requirement.id());
        entry.put("edition", catalogue.edition().id());
        entry.put("level", requirement.level().name());
        entry.put("party", requirement.party());
        entry.put("section", requirement.section());
        entry.put("anchor", requirement.anchor());
        entry.put("clause", requirement.clause());
        entry.put("positions", requirement.positions());
        entry.put("untestable", requirement.untestable());
        entry.put(
                "cases",
                catalogue.verifying(requirement.id()).stream().map(CaseSpec::id).toList());
        return entry;
    }
}
