package org.dpstck.core.sut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.IntFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Reads one YAML document into nodes that know their line.
 *
 * <p>Reads tokens rather than a tree, because a tree forgets lines, takes the last of two equal keys, and turns an alias
 * into a text. Aliases are refused: no description needs them, and they are how a small file becomes a huge one.
 */
final class YamlReader {

    private static final int DEEPEST = 32;
    private static final YAMLFactory FACTORY =
            YAMLFactory.builder().yamlSchema(YAMLSchema.CORE).build();

    private final YAMLParser parser;
    private final IntFunction<Origin> origins;

    private YamlReader(YAMLParser parser, IntFunction<Origin> origins) {
        this.parser = parser;
        this.origins = origins;
    }

    /**
     * Reads a text.
     *
     * @param origins the origin of a line
     * @return a null scalar when the text holds nothing
     * @throws UnreadableYamlException when it is not YAML, holds two documents, a key twice, an alias, or is too deep
     */
    static Node read(String text, IntFunction<Origin> origins) throws UnreadableYamlException {
        try (var parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new YamlReader(parser, origins).document();
        } catch (JacksonException notYaml) {
            throw new UnreadableYamlException("not YAML: " + reason(notYaml), line(notYaml.getLocation()));
        } catch (StackOverflowError tooDeep) {
            throw new UnreadableYamlException("nested too deeply", 0);
        }
    }

    private Node document() throws UnreadableYamlException {
        if (parser.nextToken() == null) {
            return Node.of(null, origins.apply(0));
        }
        var root = value(line(), 0);
        if (parser.nextToken() != null) {
            throw new UnreadableYamlException("more than one document; leave one", line());
        }
        return root;
    }

    /** The value at the current token. */
    private Node value(int line, int depth) throws UnreadableYamlException {
        if (depth > DEEPEST) {
            throw new UnreadableYamlException("nested more than " + DEEPEST + " levels deep", line);
        }
        if (parser.isCurrentAlias()) {
            throw new UnreadableYamlException("aliases (*name) are not supported; write the value out", line);
        }
        var origin = origins.apply(line);
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(origin, depth);
            case START_ARRAY -> items(origin, depth);
            case VALUE_NULL -> Node.of(null, origin);
            case VALUE_TRUE -> new Node.Scalar(true, parser.getString(), origin);
            case VALUE_FALSE -> new Node.Scalar(false, parser.getString(), origin);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Node.Scalar(parser.getNumberValue(), parser.getString(), origin);
            default -> Node.Scalar.of(parser.getString(), origin);
        };
    }

    private Node fields(Origin origin, int depth) throws UnreadableYamlException {
        var members = new LinkedHashMap<String, Node>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var line = line();
            if (members.containsKey(name)) {
                throw new UnreadableYamlException("the key '" + Texts.shown(name) + "' is there twice", line);
            }
            parser.nextToken();
            members.put(name, value(line, depth + 1));
        }
        return new Node.Fields(members, origin);
    }

    private Node items(Origin origin, int depth) throws UnreadableYamlException {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(line(), depth + 1));
        }
        return new Node.Items(items, origin);
    }

    private int line() {
        return line(parser.currentTokenLocation());
    }

    private static int line(TokenStreamLocation location) {
        return location == null ? 0 : Math.max(0, location.getLineNr());
    }

    private static String reason(JacksonException notYaml) {
        var message = String.valueOf(notYaml.getOriginalMessage()).strip();
        // The lines that follow quote the text, which may hold secrets.
        return Texts.shown(message.lines().findFirst().orElse("unreadable"));
    }
}
