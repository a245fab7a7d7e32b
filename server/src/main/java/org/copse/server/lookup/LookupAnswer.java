package org.copse.server.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.copse.server.publication.PublishedPlan;
import org.jspecify.annotations.Nullable;

/**
 * Which beat a position lies in.
 *
 * @param match "beat" inside one, "border" near another's border too, "outside" the district
 * @param beats the beat that holds the position first, then those whose border is near; none outside the district
 * @param nearestBeat outside the district, the beat nearest to the position
 * @param plan the plan that was asked
 */
record LookupAnswer(String match, List<Beat> beats, @Nullable NearestBeat nearestBeat, PlanOfAnswer plan) {

    /** How a position lies to the beats. */
    enum Match {
        BEAT,
        BORDER,
        OUTSIDE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The plan that an answer comes from. */
    record PlanOfAnswer(UUID id, String name, Instant validFrom) {
        static PlanOfAnswer of(PublishedPlan plan) {
            return new PlanOfAnswer(plan.id(), plan.name(), plan.validFrom());
        }
    }

    /** A beat, its officer and where police can be met near the position. */
    record Beat(
            String id,
            String name,
            String sector,
            String sectorName,
            @Nullable Officer officer,
            List<ContactPoint> contactPoints) {}

    /** The beat nearest to a position outside the district, and how far its border is. */
    record NearestBeat(
            String id, String name, String sector, String sectorName, @Nullable Officer officer, long metres) {}

    /** A resident officer as the public may know them. */
    record Officer(
            String dutyName,
            List<String> languages,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours) {
        static @Nullable Officer of(org.copse.server.officer.@Nullable Officer officer) {
            return officer == null
                    ? null
                    : new Officer(
                            officer.dutyName(), officer.languages(), officer.phone(), officer.email(), officer.hours());
        }
    }

    /** A place where police can be met, and how far it is as the crow flies. */
    record ContactPoint(String name, @Nullable String address, @Nullable String hours, long metres) {}
}
