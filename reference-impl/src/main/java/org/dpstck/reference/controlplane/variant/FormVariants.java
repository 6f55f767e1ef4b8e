package org.dpstck.reference.controlplane.variant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dpstck.reference.controlplane.dsp.DspOperation;
import org.dpstck.reference.controlplane.hook.ControlExchange;
import org.dpstck.reference.controlplane.hook.ControlHook;
import org.dpstck.reference.controlplane.hook.Outgoing;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Answer.Quirk;
import org.dpstck.reference.json.Json;
import org.dpstck.reference.variant.JsonForms;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Other forms of the same answers and messages. */
final class FormVariants {

    private static final Duration SLOWLY = Duration.ofMillis(150);
    private static final String JSON = "application/json";

    private FormVariants() {}

    static void addTo(Map<String, Supplier<List<ControlHook>>> table) {
        answers(table, "CONTROL-SLOW", answer -> answer.withDelay(SLOWLY));
        answers(table, "CONTROL-CHUNKED", answer -> answer.with(Quirk.CHUNKED));
        answers(table, "CONTROL-HTTP-1-0", answer -> answer.with(Quirk.HTTP_1_0));
        answers(table, "CONTROL-LOWER-CASE-HEADERS", answer -> answer.with(Quirk.LOWER_CASE_HEADERS));
        texts(table, "CONTROL-MORE-MEMBERS", JsonForms::extend);
        texts(table, "CONTROL-PRETTY-JSON", JsonForms::reversed);
        texts(table, "CONTROL-ESCAPED-JSON", JsonForms::escaped);
        table.put(
                "CONTROL-CATALOG-PREFIXES",
                () -> List.of(new ControlHook() {
                    @Override
                    public Answer finished(ControlExchange exchange, Answer answer) {
                        return exchange.is(DspOperation.CATALOG) && answer.isSuccess()
                                ? answer.withObject(FormVariants::prefixed)
                                : answer;
                    }
                }));
        typed(table, "CONTROL-CHARSET", JSON + "; charset=utf-8");
    }

    /** The catalogue by the terms of its vocabularies, in a catalogue around it, with one value where there is but one. */
    private static ObjectNode prefixed(ObjectNode catalog) {
        ObjectNode outer = Json.object();
        outer.putObject("@context")
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("dspace", "https://w3id.org/dspace/2025/1/");
        outer.put("@id", "urn:catalog:outer").put("@type", "dcat:Catalog");
        ObjectNode inner = outer.putObject("dcat:catalog")
                .put("@id", catalog.path("@id").asString(""))
                .put("@type", "dcat:Catalog");
        ArrayNode datasets = Json.array();
        catalog.path("dataset").forEach(dataset -> {
            ObjectNode other =
                    datasets.addObject().put("@id", dataset.path("@id").asString(""));
            ArrayNode distributions = other.put("@type", "dcat:Dataset").putArray("dcat:distribution");
            dataset.path("distribution").forEach(each -> distributions
                    .addObject()
                    .put("@type", "dcat:Distribution")
                    .putObject("dct:format")
                    .put("@id", each.path("format").asString("")));
        });
        inner.set("dcat:dataset", datasets.size() == 1 ? datasets.get(0) : datasets);
        return outer;
    }

    private static void answers(
            Map<String, Supplier<List<ControlHook>>> table, String id, UnaryOperator<Answer> change) {
        add(table, id, change, message -> message);
    }

    /** Both what it answers and what it sends, as other text for the same value. */
    private static void texts(
            Map<String, Supplier<List<ControlHook>>> table, String id, Function<ObjectNode, String> written) {
        add(
                table,
                id,
                answer -> answer.object().map(written).map(answer::withText).orElse(answer),
                message -> Json.tryObject(message.body())
                        .map(written)
                        .map(text -> message.withBody(message.mediaType(), text))
                        .orElse(message));
    }

    private static void typed(Map<String, Supplier<List<ControlHook>>> table, String id, String mediaType) {
        add(
                table,
                id,
                answer -> JSON.equals(answer.headers().get(Answer.CONTENT_TYPE))
                        ? answer.withBody(mediaType, answer.body())
                        : answer,
                message -> message.withBody(mediaType, message.body()));
    }

    private static void add(
            Map<String, Supplier<List<ControlHook>>> table,
            String id,
            UnaryOperator<Answer> answered,
            UnaryOperator<Outgoing> sent) {
        table.put(
                id,
                () -> List.of(new ControlHook() {
                    @Override
                    public Answer finished(ControlExchange exchange, Answer answer) {
                        return answered.apply(answer);
                    }

                    @Override
                    public List<Outgoing> sending(Outgoing message) {
                        return List.of(sent.apply(message));
                    }
                }));
    }
}
