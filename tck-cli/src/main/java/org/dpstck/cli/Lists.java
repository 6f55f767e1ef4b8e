package org.dpstck.cli;

import java.util.ArrayList;
import java.util.List;
import org.dpstck.cli.console.UsageException;

/** Options that take a list: repeated, separated by commas, or both. */
final class Lists {

    private Lists() {}

    /**
     * The items of an option.
     *
     * @throws UsageException if one is empty: a variable that nobody set must not select everything
     */
    static List<String> of(String option, List<String> values) {
        var items = new ArrayList<String>();
        for (var value : values) {
            for (var item : value.split(",", -1)) {
                if (item.isBlank()) {
                    throw new UsageException(
                            option + " '" + value + "' has an empty item; remove it, or say what it is");
                }
                items.add(item.strip());
            }
        }
        return items;
    }
}
