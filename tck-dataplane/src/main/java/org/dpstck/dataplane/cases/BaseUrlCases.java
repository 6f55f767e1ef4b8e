package org.dpstck.dataplane.cases;

import java.util.stream.Stream;
import org.dpstck.core.edition.Edition;
import org.dpstck.core.junit.Case;
import org.dpstck.core.junit.Rows;
import org.dpstck.core.junit.Verifies;
import org.dpstck.core.plan.Row;
import org.dpstck.core.sut.HttpsRule;
import org.dpstck.core.sut.SystemUnderTest;
import org.dpstck.core.verdict.Judge;
import org.dpstck.core.verdict.Unjudgeable;

/** §Base URL. */
public final class BaseUrlCases {

    private static final String REQUIREMENT = "BASE-URL-HTTPS";
    private static final int POSITION = 15;

    @Case(
            value = "BASE-URL-HTTPS",
            title = "The base URL uses the HTTPS scheme",
            stimulus = "None: the base URL is looked at.",
            expected = "A base URL that begins with https://.",
            fix =
                    "Serve the signaling endpoint over TLS. For tests on one machine, `https: ignore` leaves the case out;"
                            + " certification runs set `https: require`.")
    @Verifies(REQUIREMENT)
    @Rows("demanded")
    void baseUrlUsesHttps(SystemUnderTest system, Judge judge) {
        if ("https".equalsIgnoreCase(system.url().getScheme())) {
            return;
        }
        if (system.https() == HttpsRule.IGNORE) {
            throw Unjudgeable.untested("the setting https says to ignore the scheme of the base URL");
        }
        var observed = "the base URL " + system.url();
        if (system.https() == HttpsRule.REQUIRE) {
            judge.violated(REQUIREMENT, "a base URL with the scheme https", observed, null);
        } else {
            judge.warned(REQUIREMENT, POSITION, "a base URL with the scheme https", observed, null);
        }
    }

    static Stream<Row> demanded(Edition edition) {
        return edition.asks(REQUIREMENT) ? Stream.of(Row.single()) : Stream.empty();
    }
}
