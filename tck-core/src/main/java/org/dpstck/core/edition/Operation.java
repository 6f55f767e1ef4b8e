package org.dpstck.core.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An operation of the endpoint under test, as its table in the document has it.
 *
 * @param name the signal, like {@code prepare}
 * @param method HTTP method
 * @param path relative to the base URL, with {@code {dataFlowId}} where the id goes
 * @param section heading of the document
 * @param anchor fragment of the heading
 * @param sides sides of a transfer that receive it
 * @param creates whether it makes a new flow
 * @param message name of the request message; null for an empty body
 * @param answer the synchronous success
 * @param asynchronous the asynchronous success; null if it must be synchronous
 */
public record Operation(
        String name,
        String method,
        String path,
        String section,
        String anchor,
        Set<Side> sides,
        boolean creates,
        String message,
        Answer answer,
        Answer asynchronous) {

    /** The asynchronous form of the answer, if the edition allows one. */
    public Optional<Answer> asynchronousAnswer() {
        return Optional.ofNullable(asynchronous);
    }

    /** The id of one of this operation's own requirements: {@code START-} and the given rest. */
    public String requirement(String rest) {
        return name.toUpperCase(Locale.ROOT) + "-" + rest;
    }

    /** The id of a control plane's requirement to send this signal. */
    public String requirementSent() {
        return "SENDS-" + name.toUpperCase(Locale.ROOT);
    }

    /** The id of one of a control plane's requirements about this signal: {@code SENDS-START-} and the given rest. */
    public String requirementSent(String rest) {
        return "SENDS-" + requirement(rest);
    }

    /** Whether it names an existing flow in its path. */
    public boolean addressesFlow() {
        return path.contains("{dataFlowId}");
    }

    /** The same at another path. */
    public Operation at(String other) {
        return new Operation(name, method, other, section, anchor, sides, creates, message, answer, asynchronous);
    }

    /** Method and path, for people. */
    public String line() {
        return method + " " + path;
    }

    @Override
    public String toString() {
        return name;
    }
}
