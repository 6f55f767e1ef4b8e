package org.dpstck.core.edition;

import java.util.List;
import java.util.Map;

/**
 * How the messages of an edition are JSON-LD.
 *
 * @param context what requests are written with
 * @param reads what answers are read with that bring no context of their own, or use a prefix that they do not explain
 * @param vocabularies IRIs before the names of members, types and properties; what begins with one is known by its name
 * @param lists members that are a list even with one entry
 */
public record JsonLdForm(
        Map<String, Object> context, Map<String, Object> reads, List<String> vocabularies, List<String> lists) {

    /** The name of what an IRI denotes; the IRI itself if it is of none of the vocabularies. */
    public String name(String iri) {
        return vocabularies.stream()
                .filter(iri::startsWith)
                .findFirst()
                .map(vocabulary -> iri.substring(vocabulary.length()))
                .filter(name -> !name.isEmpty())
                .orElse(iri);
    }
}
