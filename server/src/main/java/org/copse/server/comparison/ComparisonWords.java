package org.copse.server.comparison;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.comparison.ComparisonDocument.PlanView;
import org.copse.server.words.Words;

/** How plans, groups and figures of a comparison are named. */
final class ComparisonWords {
    private static final Pattern FIFTH = Pattern.compile("(.*):(lowest|highest)");

    private final Words words;

    ComparisonWords(Words words) {
        this.words = words;
    }

    String plan(PlanView plan) {
        String variant = plan.variant();
        if (variant == null) {
            return plan.name();
        }
        String favour = "favour." + variant;
        return words.say(
                "compare.name.variant",
                Map.of(
                        "name",
                        plan.name(),
                        "variant",
                        words.say(words.knows(favour) ? favour : "compare.variant." + variant)));
    }

    String group(String group) {
        Matcher fifth = FIFTH.matcher(group);
        return fifth.matches() ? words.say("compare.group." + fifth.group(2), Map.of("name", fifth.group(1))) : group;
    }

    String figure(String kind, double value) {
        return switch (kind) {
            case "share" -> words.percent(value, 1);
            case "kilometres" -> words.say("unit.kilometres", Map.of("n", words.number(value, 1)));
            case "number" -> words.number(value, 2);
            default -> words.number(value, 0);
        };
    }
}
