package org.copse.geoimport.preview;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.Reason;
import org.copse.geoimport.clean.TagProposal;
import org.copse.geoimport.preview.LayerPreview.Column;
import org.copse.geoimport.source.SourceFeature;

/**
 * What a sample has in one column.
 *
 * @param types of the values that are there
 */
record ColumnValues(String name, Set<String> types, int filled, int rows, List<String> examples) {
    private static final int EXAMPLES = 3;
    private static final int EXAMPLE_CHARACTERS = 60;

    static ColumnValues of(String name, List<SourceFeature> sample) {
        Set<String> types = new LinkedHashSet<>();
        Set<String> examples = new LinkedHashSet<>();
        int filled = 0;
        for (SourceFeature feature : sample) {
            Object value = feature.attributes().get(name);
            if (value == null) {
                continue;
            }
            filled++;
            types.add(type(value));
            if (examples.size() < EXAMPLES) {
                examples.add(shortened(value.toString()));
            }
        }
        return new ColumnValues(name, types, filled, sample.size(), List.copyOf(examples));
    }

    private static String type(Object value) {
        if (value instanceof Long) {
            return "whole";
        }
        if (value instanceof Number) {
            return "decimal";
        }
        return value instanceof Boolean ? "boolean" : "text";
    }

    private String type() {
        if (types.isEmpty()) {
            return "empty";
        }
        if (types.size() == 1) {
            return types.iterator().next();
        }
        return types.equals(Set.of("whole", "decimal")) ? "decimal" : "mixed";
    }

    static String shortened(String text) {
        return text.length() <= EXAMPLE_CHARACTERS ? text : text.substring(0, EXAMPLE_CHARACTERS) + "…";
    }

    Column column(TagProposal proposal, Optional<AttributeTag> stated) {
        return new Column(
                name,
                type(),
                rows == 0 ? 0 : (double) filled / rows,
                examples,
                stated.orElse(proposal.tag()),
                stated.isPresent(),
                stated.isPresent() ? Reason.of("stated", "stated") : proposal.reason(),
                proposal.tag().special());
    }
}
