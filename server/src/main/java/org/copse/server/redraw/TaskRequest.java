package org.copse.server.redraw;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copse.planning.problem.Favour;
import org.copse.server.scenario.Favours;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a planner asks the engine from a draft.
 *
 * @param scope {@code all} that is not locked, or {@code beats}
 * @param beats numbers of the beats to draw anew; those that are locked stay
 * @param start {@code here}: from the draft, or {@code afresh}
 * @param favours such as {@code balanced}; that when none is given
 * @param officers how many officers a sector is to have, by its number: its beats are drawn afresh within its land
 * @param budgetSeconds for all favours together; 10 when not given
 * @param seed 1 when not given
 */
record TaskRequest(
        @Nullable String scope,
        @Nullable List<Integer> beats,
        @Nullable String start,
        @Nullable List<String> favours,
        @Nullable Map<Integer, Integer> officers,
        @Nullable Integer budgetSeconds,
        @Nullable Long seed) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 600;

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    static TaskRequest ofJson(String json) {
        return JSON.readValue(json, TaskRequest.class);
    }

    /**
     * Checks every field against the draft.
     *
     * @throws org.copse.server.system.ProblemException naming the field that is wrong
     */
    void check(Drawing at) {
        oneOf("scope", scope, List.of("all", "beats"));
        oneOf("start", start, List.of("here", "afresh"));
        Drawing.within("budgetSeconds", seconds(), 1, MOST_SECONDS);
        if ("beats".equals(scope)) {
            at.beats(beats);
        }
        for (Favour favour : favoured()) {
            if (favour == Favour.COMMUNITIES && !at.ground().district().hasCommunities()) {
                throw FieldErrors.of("favours", "communities needs neighbourhoods, which the scenario has none of");
            }
            if (favour == Favour.LEAST_CHANGE && !at.ground().district().hasInForce()) {
                throw FieldErrors.of("favours", "least-change needs areas in force, which the scenario has none of");
            }
        }
        if (officers != null) {
            officers.forEach((sector, count) -> {
                at.sector(sector);
                Drawing.within("officers." + sector, count, 1, at.ground().size());
            });
        }
    }

    private static void oneOf(String field, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw FieldErrors.of(field, "must be one of " + known + ", not " + value);
        }
    }

    boolean afresh() {
        return "afresh".equals(start);
    }

    int seconds() {
        return budgetSeconds == null ? USUAL_SECONDS : budgetSeconds;
    }

    long seeded() {
        return seed == null ? 1 : seed;
    }

    /** Returns what the alternatives put first, each once. */
    Set<Favour> favoured() {
        Set<Favour> found = new TreeSet<>();
        for (String key : favours == null || favours.isEmpty() ? List.of("balanced") : favours) {
            found.add(Favours.findByKey(String.valueOf(key))
                    .orElseThrow(() -> FieldErrors.of("favours", "must be of " + Favours.keys() + ", not " + key)));
        }
        return found;
    }
}
