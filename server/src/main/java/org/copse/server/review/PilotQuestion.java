package org.copse.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a pilot report.
 *
 * @param by scenario to measure by; that in which the plan was made when not given
 * @param level {@code sectors}, or {@code beats}
 * @param pilot ids of the pilot sites; none to see the sites
 * @param measure what to compare in; all when not given
 * @param controls how many for each pilot, 1 to 5
 * @param neighbours whether a site that borders a pilot may be a control
 */
record PilotQuestion(
        @Nullable UUID by,
        @Nullable String level,
        @Nullable List<String> pilot,
        @Nullable List<String> measure,
        @Nullable Integer controls,
        @Nullable Boolean neighbours) {
    private static final int MOST_CONTROLS = 5;

    boolean beats() {
        if (level == null || level.equals("sectors")) {
            return false;
        }
        if (level.equals("beats")) {
            return true;
        }
        throw FieldErrors.of("level", "must be sectors or beats, not " + level);
    }

    int controlsEach() {
        int each = controls == null ? 1 : controls;
        if (each < 1 || each > MOST_CONTROLS) {
            throw FieldErrors.of("controls", "must be 1 to " + MOST_CONTROLS + ", not " + each);
        }
        return each;
    }

    boolean neighboursToo() {
        return Boolean.TRUE.equals(neighbours);
    }

    /** Returns the measures asked for. @throws ProblemException where one is unknown, or cannot be told */
    List<SiteMeasure> measures(List<SiteMeasure> known) {
        if (measure == null || measure.isEmpty()) {
            return known;
        }
        List<SiteMeasure> asked = new ArrayList<>();
        for (String key : measure) {
            SiteMeasure one = SiteMeasure.findByKey(key)
                    .filter(known::contains)
                    .orElseThrow(() -> FieldErrors.of(
                            "measure",
                            "must be among "
                                    + String.join(
                                            ", ",
                                            known.stream().map(SiteMeasure::key).toList()) + ", not "
                                    + key));
            if (!asked.contains(one)) {
                asked.add(one);
            }
        }
        return asked;
    }

    /** Returns the numbers of the pilots. @throws ProblemException where one is no site, or no other site is left */
    List<Integer> pilots(List<String> sites) {
        List<Integer> pilots = new ArrayList<>();
        for (String id : pilot == null ? List.<String>of() : pilot) {
            int site = sites.indexOf(id);
            if (site < 0) {
                throw FieldErrors.of("pilot", "must be sites of this plan; there is no " + id);
            }
            if (!pilots.contains(site)) {
                pilots.add(site);
            }
        }
        if (sites.size() < 2 || pilots.size() >= sites.size()) {
            throw FieldErrors.of(
                    "pilot", "must leave a site to compare with; the plan has " + sites.size() + " of this level");
        }
        return pilots;
    }
}
