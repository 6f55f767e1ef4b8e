package org.dpstck.dataplane.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dpstck.core.check.Bodies;
import org.dpstck.core.edition.Registration;
import org.dpstck.core.exchange.Reply;

/**
 * The ids by which a data plane may know a control plane: the one that was sent, and the one that its answer names.
 *
 * @param sent in the message; null for none
 * @param told in the answer; null for none
 */
record RegistrationIds(String sent, String told) {

    private static final List<String> USUAL_MEMBERS = List.of("id", "@id");

    static RegistrationIds sent(String id) {
        return new RegistrationIds(id, null);
    }

    static RegistrationIds none() {
        return new RegistrationIds(null, null);
    }

    /** What an answer adds; where the document requires the id in the message, that one holds. */
    RegistrationIds heard(Reply answer, Registration registration) {
        if (registration.id().required() && sent != null) {
            return this;
        }
        var named = location(answer, registration).or(() -> body(answer, registration));
        return new RegistrationIds(sent, named.orElse(told));
    }

    /** Whether two ids compete. */
    boolean isOpen() {
        return sent != null && told != null && !sent.equals(told);
    }

    /** The first id that works, and no other; the one sent if none does. */
    RegistrationIds decided(Predicate<String> works) {
        return !works.test(sent) && works.test(told)
                ? new RegistrationIds(told, told)
                : new RegistrationIds(sent, sent);
    }

    /** The id to address the registration by. */
    Optional<String> usual() {
        return Optional.ofNullable(sent).or(() -> Optional.ofNullable(told));
    }

    private static Optional<String> location(Reply answer, Registration registration) {
        var shape = Stream.of(registration.updating(), registration.delete())
                .filter(Registration.Step::addressesOne)
                .map(Registration.Step::path)
                .findFirst()
                .orElse("");
        var pattern = Pattern.compile(Pattern.quote(shape).replace(Registration.ID, "\\E([^/?#]+)\\Q") + "/?$");
        var rest = Pattern.compile("([^/?#]+)/?$");
        return answer.header("Location").map(String::strip).flatMap(location -> Stream.of(pattern, rest)
                .map(each -> each.matcher(location))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> decoded(found.group(1))));
    }

    private static Optional<String> body(Reply answer, Registration registration) {
        var members = new ArrayList<>(registration.id().members());
        members.addAll(USUAL_MEMBERS);
        return Bodies.object(answer.text()).flatMap(body -> members.stream()
                .flatMap(member -> Bodies.string(body, member).stream())
                .filter(text -> !text.isBlank())
                .findFirst());
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return segment;
        }
    }
}
