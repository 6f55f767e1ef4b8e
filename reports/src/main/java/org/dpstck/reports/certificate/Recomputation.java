package org.dpstck.reports.certificate;

import java.util.List;
import java.util.Map;

/**
 * What came of judging the recorded exchanges once more.
 *
 * @param same how many cases ended as recorded
 * @param differing what ended otherwise, a line each
 * @param not how many cases could not be judged from the record, by the reason
 */
public record Recomputation(int same, List<String> differing, Map<String, Long> not) {}
