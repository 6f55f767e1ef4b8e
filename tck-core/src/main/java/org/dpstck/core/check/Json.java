package org.dpstck.core.check;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages as JSON. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A message as compact JSON. */
    public static String text(Object message) {
        return MAPPER.writeValueAsString(message);
    }
}
