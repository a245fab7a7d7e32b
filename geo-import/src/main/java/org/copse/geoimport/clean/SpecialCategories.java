package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.DataUse;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;

/** Sees to it that columns of special categories are kept with purpose and legal basis only. */
public final class SpecialCategories {
    private SpecialCategories() {}

    /**
     * Returns the tag of each column: the one stated, else the one proposed.
     *
     * @throws ImportRefused with code {@code reason-missing} where a column that may be special is stated to be ordinary, in a layer that
     *     is to be kept, and no reason is given
     */
    public static Map<String, AttributeTag> tags(ImportRequest request, Map<String, TagProposal> proposed) {
        DataUse use = request.use().orElse(DataUse.unstated());
        Map<String, AttributeTag> tags = new LinkedHashMap<>();
        List<String> unexplained = new ArrayList<>();
        proposed.forEach((field, proposal) -> {
            AttributeTag tag = use.tags().getOrDefault(field, proposal.tag());
            tags.put(field, tag);
            if (proposal.tag().special() && !tag.special() && !use.reasons().containsKey(field)) {
                unexplained.add("\"" + field + "\" (" + proposal.reason() + ")");
            }
        });
        if (!unexplained.isEmpty() && request.use().isPresent()) {
            throw new ImportRefused(
                            RefusalCode.REASON_MISSING,
                            request.fileName(),
                            "columns that may be of special categories are stated to be ordinary without a reason: "
                                    + String.join(", ", unexplained))
                    .with("columns", String.join(", ", unexplained));
        }
        return tags;
    }

    /** Returns why columns that may be special are ordinary, by column: the reasons that count. */
    public static Map<String, String> reasons(ImportRequest request, Map<String, TagProposal> proposed) {
        DataUse use = request.use().orElse(DataUse.unstated());
        Map<String, String> reasons = new LinkedHashMap<>();
        proposed.forEach((field, proposal) -> {
            AttributeTag stated = use.tags().get(field);
            String reason = use.reasons().get(field);
            if (stated != null
                    && reason != null
                    && !stated.special()
                    && proposal.tag().special()) {
                reasons.put(field, reason);
            }
        });
        return reasons;
    }

    /**
     * Does nothing where no column is of a special category, or the layer is not about people; else warns of the columns.
     *
     * @throws ImportRefused with code {@code purpose-missing} where the layer is to be kept and purpose or legal basis is
     *     not stated
     */
    public static void check(ImportRequest request, Map<String, AttributeTag> tags, ReportBuilder report) {
        List<String> special = tags.entrySet().stream()
                .filter(entry -> entry.getValue().special())
                .map(entry -> "\"" + entry.getKey() + "\"")
                .toList();
        if (special.isEmpty() || !request.kind().aboutPeople()) {
            return;
        }
        String columns = String.join(", ", special);
        if (request.use().isPresent() && !request.use().get().allowsSpecialCategories()) {
            throw new ImportRefused(
                    RefusalCode.PURPOSE_MISSING,
                    request.fileName(),
                    "columns of special categories (" + columns + ") and no "
                            + (request.use().get().purpose().isEmpty() ? "purpose" : "legal basis") + " is stated");
        }
        report.warn(
                WarningCode.SPECIAL_CATEGORY, "columns of special categories: " + columns, Map.of("columns", columns));
    }
}
