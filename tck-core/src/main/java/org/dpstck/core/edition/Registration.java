package org.dpstck.core.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a control plane is registered at a data plane through an endpoint (§Control Plane Registration).
 *
 * @param message name of the message that registers and updates
 * @param id where the id of a control plane comes from
 * @param authorization the form of the member {@code authorization}
 * @param takesCallbacks whether callbacks go to the registered endpoint, because messages need not carry an address
 * @param create registers; where there is no update, it updates as well
 * @param update replaces a registration; null if creating does it
 * @param delete ends a registration
 */
public record Registration(
        String message, Id id, Form authorization, boolean takesCallbacks, Step create, Step update, Step delete) {

    /** What stands for the id of a control plane in a path. */
    public static final String ID = "{controlplaneId}";

    /**
     * Where the id of a control plane comes from.
     *
     * @param members of the message that may name it, the usual one first
     * @param required whether the document requires it; if not, the data plane may give one
     */
    public record Id(List<String> members, boolean required) {

        /** Copies the list. */
        public Id {
            members = List.copyOf(members);
        }
    }

    /** The form of the member {@code authorization}. */
    public enum Form {
        /** An array of objects. */
        LIST,
        /** One object. */
        OBJECT;

        /** An authorization object in this form. */
        public Object holding(Map<String, Object> entry) {
            return this == LIST ? List.of(entry) : entry;
        }

        /** The form in words. */
        public String text() {
            return this == LIST ? "an array of objects" : "one object";
        }
    }

    /**
     * One request of the life of a registration, as its table has it.
     *
     * @param method HTTP method
     * @param path relative to the base URL of the data plane, with {@code {controlplaneId}} where the id goes
     * @param status the HTTP status code of its success; 0 where any code of the class 2xx is one
     * @param section heading of the document
     * @param anchor fragment of the heading
     */
    public record Step(String method, String path, int status, String section, String anchor) {

        /** Whether it names a registration in its path. */
        public boolean addressesOne() {
            return path.contains(ID);
        }

        /** The same request at another path. */
        public Step at(String other) {
            return new Step(method, other, status, section, anchor);
        }

        /** Method and path, for people. */
        public String line() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return method.toLowerCase(Locale.ROOT);
        }
    }

    /** The request of its own that replaces a registration; empty if creating does it. */
    public Optional<Step> ownUpdate() {
        return Optional.ofNullable(update);
    }

    /** The request that replaces a registration. */
    public Step updating() {
        return ownUpdate().orElse(create);
    }

    /** The same life at other paths; null keeps those of the document. */
    public Registration at(String collection, String item) {
        return new Registration(
                message,
                id,
                authorization,
                takesCallbacks,
                collection == null ? create : create.at(collection),
                update == null || item == null ? update : update.at(item),
                item == null ? delete : delete.at(item));
    }
}
