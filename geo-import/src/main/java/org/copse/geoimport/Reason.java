package org.copse.geoimport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Why something is proposed: a column for a role, a tag, a CRS. Serialises as JSON.
 *
 * @param code stable, with hyphens: people read it in their own language
 * @param values that the sentence names: shares as "percent", words of a header as "words"
 * @param what the same as a clause in English, for the command line
 */
public record Reason(String code, Map<String, Object> values, String what) {
    /** All codes there are. */
    public static final Set<String> CODES =
            Set.of(("stated none beat header header-id header-code header-population row-number unique wkt pair degrees"
                            + " values-date values-initiator values-category values-name values-population values-share values-hour"
                            + " count share index no-measure special-census special-values special-unsaid special-origin"
                            + " special-migration special-language special-religion special-income special-health"
                            + " special-sexuality special-politics special-convictions"
                            + " crs-stated crs-file crs-parameters crs-format crs-degrees crs-district crs-numbers crs-none")
                    .split(" "));

    /** Copies the values, in their order. @throws IllegalArgumentException when there is no such code */
    public Reason {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("\"" + code + "\" is no code of a reason");
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns a reason that names nothing. */
    public static Reason of(String code, String what) {
        return new Reason(code, Map.of(), what);
    }

    @Override
    public String toString() {
        return what;
    }
}
