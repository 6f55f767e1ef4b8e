package org.dpstck.reference.edition;

import java.util.List;

/**
 * Where an operation is served.
 *
 * @param <O> the operations of the party that serves it
 * @param operation what is done
 * @param method the HTTP method, in upper case
 * @param path the segments below the base path; {@link #ID} stands for any id
 */
public record Route<O>(O operation, String method, List<String> path) {

    static final String ID = ":id";

    /** Reads a path as the tables of the specification write it, for instance {@code /dataflows/:id/suspend}. */
    static <O> Route<O> of(O operation, String method, String path) {
        return new Route<>(operation, method, List.of(path.substring(1).split("/")));
    }

    boolean matches(List<String> segments) {
        if (segments.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals(ID) && !path.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How specific the path is: a fixed segment goes before an id. */
    long ids() {
        return path.stream().filter(ID::equals).count();
    }

    /** The id that a request path of this form names; the segments may begin with a base path. */
    public String id(List<String> segments) {
        return segments.get(segments.size() - path.size() + path.indexOf(ID));
    }

    /** The path for this id, already encoded, with a slash before it. */
    public String at(String encodedId) {
        return "/" + String.join("/", path).replace(ID, encodedId);
    }
}
