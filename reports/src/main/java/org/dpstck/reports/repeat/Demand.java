package org.dpstck.reports.repeat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.core.exchange.Exchange;
import org.dpstck.core.verdict.Finding;

/**
 * What a finding demands, as far as a shell can look at it.
 *
 * @param text in words
 * @param statuses that are right; empty if it says nothing of any
 * @param state that is right; null if it says nothing of any
 * @param method of a request of the system that has to come; null if it says nothing of any
 * @param path where it has to come, below the address of the suite
 * @param message type of a message of the system that has to come; null if it says nothing of any
 */
record Demand(String text, List<String> statuses, String state, String method, String path, String message) {

    private static final String CODE = "(?:[1-5][0-9][0-9]|[1-5]xx)";
    private static final Pattern STATUS =
            Pattern.compile("\\bHTTP (" + CODE + "(?:(?:, | or |, or )(?:HTTP )?" + CODE + ")*)");
    /** Another answer that is as right, after more was said of the first. */
    private static final Pattern OTHERWISE = Pattern.compile(", or with HTTP (" + CODE + ")");

    /** A refusal is not the only answer that is right. */
    private static final Pattern EITHER = Pattern.compile("\\b(?:accepted|taken|good),? or (?:is )?refused with HTTP ");

    private static final String SUCCESS = "2??";
    private static final Pattern STATE = Pattern.compile("^(?:the )?(?:state )?([A-Z]{7,})\\b");
    private static final Pattern ARRIVAL = Pattern.compile("^(GET|POST|PUT|PATCH|DELETE) (https?://\\S+) within");
    /** A request to a data plane of the suite, by the path that the document has for it. */
    private static final Pattern SIGNAL = Pattern.compile("^(GET|POST|PUT|PATCH|DELETE) (/\\S+)");

    private static final String NONE = "no such request";
    private static final String DATA_PLANE = "/served/*";
    private static final Pattern MESSAGE = Pattern.compile("^an? ([A-Za-z]+Message)\\b");

    /** What the words of a finding demand. */
    static Demand of(Finding finding, Suite suite) {
        var demand = of(finding.expected(), suite);
        var signal = found(SIGNAL, finding.expected());
        return finding.exchange() == null
                        && finding.observed().startsWith(NONE)
                        && demand.path() == null
                        && signal.isPresent()
                ? new Demand(
                        demand.text(),
                        List.of(),
                        null,
                        signal.get().group(1),
                        DATA_PLANE + signal.get().group(2),
                        null)
                : demand;
    }

    /** What the words of an expectation demand. */
    static Demand of(String text, Suite suite) {
        var arrival = found(ARRIVAL, text);
        return new Demand(
                text,
                statuses(text),
                found(STATE, text).map(it -> it.group(1)).orElse(null),
                arrival.map(it -> it.group(1)).orElse(null),
                arrival.map(it -> suite.path(it.group(2))).orElse(null),
                found(MESSAGE, text).map(it -> it.group(1)).orElse(null));
    }

    /** The codes that a text calls right, as patterns of the shell. */
    static List<String> statuses(String text) {
        var said = Stream.concat(
                        found(STATUS, text).stream(), OTHERWISE.matcher(text).results())
                .map(it -> it.group(1).replace("HTTP ", "").replace('x', '?'))
                .flatMap(it -> Stream.of(it.split("\\s*(?:,| or )\\s*(?:or )?")));
        return Stream.concat(found(EITHER, text).map(it -> SUCCESS).stream(), said)
                .distinct()
                .toList();
    }

    /** Whether the status of an answer is what it demands. */
    static boolean fits(List<String> statuses, Exchange.Answer answer) {
        var status = String.valueOf(answer == null ? 0 : answer.status());
        return statuses.stream().anyMatch(it -> Pattern.matches(it.replace('?', '.'), status));
    }

    private static Optional<MatchResult> found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
