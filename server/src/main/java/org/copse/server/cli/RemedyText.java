package org.copse.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copse.planning.plan.Remedy;

/** Says on one line what would help a plan that keeps not every bound. */
final class RemedyText {
    private static final int NAMED = 5;

    private RemedyText() {}

    static String of(Remedy remedy, int beats) {
        List<String> ways = new ArrayList<>();
        remedy.tolerance()
                .ifPresent(tolerance ->
                        ways.add(String.format(Locale.ROOT, "--tolerance %.3f, which this plan keeps", tolerance)));
        remedy.beats()
                .ifPresent(number ->
                        ways.add("--officers " + number + " in place of " + beats + ", for which a plan was found"));
        if (!remedy.unitsToDivide().isEmpty()) {
            List<String> units = remedy.unitsToDivide();
            String more = units.size() > NAMED ? " and " + (units.size() - NAMED) + " more" : "";
            ways.add("dividing " + String.join(", ", units.subList(0, Math.min(NAMED, units.size()))) + more
                    + ", each with more hours than a beat may have");
        }
        return ways.isEmpty()
                ? "Nothing was found that would help."
                : "What would help: " + String.join("; or ", ways) + ".";
    }
}
