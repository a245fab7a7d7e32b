package org.copse.geoimport.clean;

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

    /** Returns the tag of each column: the one stated, else the one proposed. */
    public static Map<String, AttributeTag> tags(Map<String, TagProposal> proposed, DataUse use) {
        Map<String, AttributeTag> tags = new LinkedHashMap<>();
        proposed.forEach((field, proposal) -> tags.put(field, use.tags().getOrDefault(field, proposal.tag())));
        return tags;
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
        report.warn(WarningCode.SPECIAL_CATEGORY, "columns of special categories: " + columns);
    }
}
