package org.copse.server.proposal;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A proposal for somebody who may not see what is special about people. Hours of the mix come from counts of groups, and hours of places
 * from places of worship among them; since the terms of a beat add up to its hours, the split by term is left out as a whole. So are the
 * two criteria, the twin without the mix, and sentences that speak of either. {@code withheld} says so.
 */
final class WithheldProposal {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> CRITERIA = Set.of("mix", "places");
    private static final Set<String> WORDS = Set.of("mix", "worship", "group", "religio", "origin");

    private WithheldProposal() {}

    /** Returns the document without what is withheld. */
    static String of(String document) {
        ObjectNode root = (ObjectNode) JSON.readTree(document);
        root.putNull("withoutMix");
        if (root.path("counted") instanceof ObjectNode counted) {
            counted.putObject("places");
        }
        withoutCriteria(root);
        withoutSentences(root, "notes");
        for (JsonNode alternative : root.path("alternatives")) {
            withoutCriteria((ObjectNode) alternative);
            for (JsonNode beat : alternative.path("beats")) {
                ((ObjectNode) beat).putObject("hoursByTerm");
                withoutSentences((ObjectNode) beat, "warnings");
            }
        }
        root.put("withheld", true);
        return JSON.writeValueAsString(root);
    }

    private static void withoutCriteria(ObjectNode holder) {
        if (holder.path("criteria") instanceof ArrayNode criteria) {
            criteria.removeIf(one -> CRITERIA.contains(one.path("criterion").asString("")));
        }
    }

    private static void withoutSentences(ObjectNode holder, String member) {
        if (holder.path(member) instanceof ArrayNode sentences) {
            sentences.removeIf(one -> {
                String sentence = one.toString().toLowerCase(Locale.ROOT);
                return WORDS.stream().anyMatch(sentence::contains);
            });
        }
    }
}
