package org.dpstck.dataplane.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dpstck.core.edition.Message;

/** What can be wrong with a required member of a request, and how sure the document is about it. */
enum Defect {
    /** It is not there. */
    MISSING(0),
    /** It is an object where the schema says string. */
    OBJECT(0),
    /** It is null, which is nearly the same as absent. */
    NULL(60),
    /** It is an empty string, which the schema allows. */
    EMPTY(60),
    /** It is a number, which many JSON binders turn into a string. */
    NUMBER(135),
    /** It is a string where the schema says object. */
    TEXT(0);

    private final int position;

    Defect(int position) {
        this.position = position;
    }

    /** The defects that a member of a message can have. */
    static List<Defect> of(Message message, String member) {
        return message.isObject(member) ? List.of(MISSING, NULL, TEXT) : List.of(MISSING, OBJECT, NULL, EMPTY, NUMBER);
    }

    /** Whether a refusal is demanded, not merely expected. */
    boolean strict() {
        return position == 0;
    }

    /** The position that makes it lenient. */
    int position() {
        return position;
    }

    /** Puts the defect into a message. */
    void put(Map<String, Object> message, String member) {
        switch (this) {
            case MISSING -> message.remove(member);
            case OBJECT -> message.put(member, Map.of("id", "not a string"));
            case NULL -> message.put(member, null);
            case EMPTY -> message.put(member, "");
            case NUMBER -> message.put(member, 5);
            case TEXT -> message.put(member, "not an object");
            default -> throw new IllegalStateException("no such defect: " + this);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
