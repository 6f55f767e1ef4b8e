package org.dpstck.reports.base;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON forms of this module; everything here is immutable and may be shared between threads. */
public final class Json {

    /** Deeper bodies stay as they came: indenting them could make them many times as large. */
    private static final int DEEPEST_PRETTY = 32;

    /** Reads and writes run records: members in the order of the Java records, maps sorted, null left out. */
    public static final JsonMapper RECORDS = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(
                    it -> it.withValueInclusion(Include.NON_NULL).withContentInclusion(Include.NON_NULL))
            .build();

    /** Writes run records so that a line-wise comparison of two of them is readable. */
    public static final ObjectWriter RECORD_WRITER =
            RECORDS.writer().with(indented()).with(new ControlEscapes());

    /** Writes anything on one line, maps in their own order, safe to look at in a terminal. */
    public static final ObjectWriter LINE_WRITER = RECORDS.writer()
            .without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .with(new ControlEscapes());

    /** Writes the classes of Allure's model as Allure's own writer does: enums in lower case, null left out. */
    public static final ObjectWriter ALLURE_WRITER = JsonMapper.builder()
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
            .build()
            .writer();

    private static final JsonMapper BODIES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_PRETTY)
                            .build())
                    .build())
            .build();

    private static final ObjectWriter BODY_WRITER = BODIES.writer().with(indented());

    private Json() {}

    /**
     * Indents a body that is one JSON object or array; any other text is returned as it is.
     *
     * <p>Copies token by token, so that duplicate members and the digits of numbers, both evidence, are kept.
     */
    public static String pretty(String body) {
        var start = body.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return body;
        }
        var out = new StringWriter(body.length() * 2);
        try (var parser = BODIES.createParser(body);
                var generator = BODY_WRITER.createGenerator(out)) {
            if (!copy(parser, generator)) {
                return body;
            }
        } catch (JacksonException e) {
            // Not JSON after all, or cut at the recording limit: the reader is to see exactly that.
            return body;
        }
        return out.toString();
    }

    /** Copies one value; false if anything follows it. */
    private static boolean copy(JsonParser from, JsonGenerator to) {
        var depth = 0;
        do {
            var token = from.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isNumeric()) {
                to.writeNumber(from.getString());
            } else {
                to.copyCurrentEvent(from);
            }
        } while (depth > 0);
        return from.nextToken() == null;
    }

    private static PrettyPrinter indented() {
        var lines = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
