package org.dpstck.core.sut;

import java.util.List;

/** A description of a system that cannot be used; the message holds every problem, one a line, each with its fix. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** With the only problem, in one line. */
    public ConfigurationException(String problem) {
        this(List.of(problem));
    }

    /** With every problem, each in one line. */
    public ConfigurationException(List<String> problems) {
        super(messageOf(problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, each in one line. */
    public List<String> problems() {
        return problems;
    }

    private static String messageOf(List<String> problems) {
        return problems.size() == 1
                ? problems.get(0)
                : "The configuration has %d problems:%n".formatted(problems.size())
                        + String.join(
                                System.lineSeparator(),
                                problems.stream().map(line -> "  - " + line).toList());
    }
}
