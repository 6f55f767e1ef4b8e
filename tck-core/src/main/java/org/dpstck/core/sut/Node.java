package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a description, together with where it came from. */
sealed interface Node {

    /** Where it came from; in a file the line of its key. */
    Origin origin();

    /** The value as maps, lists and scalars. */
    Object plain();

    /** What it is, for messages. */
    String kind();

    /** A map. */
    record Fields(Map<String, Node> members, Origin origin) implements Node {
        @Override
        public Object plain() {
            var plain = new LinkedHashMap<String, Object>();
            members.forEach((name, member) -> plain.put(name, member.plain()));
            return plain;
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    /** A list. */
    record Items(List<Node> items, Origin origin) implements Node {
        @Override
        public Object plain() {
            var plain = new ArrayList<Object>();
            items.forEach(item -> plain.add(item.plain()));
            return plain;
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A text, a number, a truth value or null.
     *
     * @param plain the value
     * @param text as it was written, so that the version 1.10 stays 1.10; empty for null
     */
    record Scalar(Object plain, String text, Origin origin) implements Node {
        static Scalar of(String text, Origin origin) {
            return new Scalar(text, text, origin);
        }

        @Override
        public String kind() {
            return plain == null ? "null" : plain instanceof String ? "a text" : "a " + typeName();
        }

        private String typeName() {
            return plain instanceof Boolean ? "truth value" : "number";
        }
    }

    /** Whether it is no value at all. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.plain() == null;
    }

    /** The node of maps, lists and scalars. */
    static Node of(Object value, Origin origin) {
        if (value instanceof Map<?, ?> map) {
            var members = new LinkedHashMap<String, Node>();
            map.forEach((name, member) -> members.put(String.valueOf(name), of(member, origin)));
            return new Fields(members, origin);
        }
        if (value instanceof Iterable<?> list) {
            var items = new ArrayList<Node>();
            list.forEach(item -> items.add(of(item, origin)));
            return new Items(items, origin);
        }
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return new Scalar(value, value == null ? "" : value.toString(), origin);
        }
        return Scalar.of(value.toString(), origin);
    }
}
