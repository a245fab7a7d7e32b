package org.copse.server.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the beats of a published plan stand by newer evidence, beside how they stood when the plan was made.
 *
 * @param validFrom from when the plan is in force
 * @param now what the beats are measured by
 * @param planned what the plan was made with; null where its scenario is gone, or is what it is measured by
 * @param beats in the plan's order
 */
record BeatReview(
        UUID plan, String name, Instant validFrom, Evidence now, @Nullable Evidence planned, List<Reviewed> beats) {

    /** Copies the list. */
    BeatReview {
        beats = List.copyOf(beats);
    }

    /**
     * A scenario's evidence on the whole district.
     *
     * @param tolerance share by which a beat's hours may differ from its target
     * @param protectedShare share of an officer's hours that answering calls should leave alone
     * @param months over which incidents were counted; 0 without incidents
     * @param incidentsPerMonth those that count; null without incidents
     * @param hours officer-hours per month
     */
    record Evidence(
            UUID scenario,
            String name,
            double tolerance,
            double protectedShare,
            double months,
            double residents,
            @Nullable Double incidentsPerMonth,
            double hours) {}

    /**
     * A beat.
     *
     * @param planned null where {@link BeatReview#planned()} is
     * @param findings why somebody should look at it; empty for one that is as it should be
     */
    record Reviewed(
            String id,
            String name,
            String sector,
            double squareKilometres,
            Figures now,
            @Nullable Figures planned,
            List<Finding> findings) {

        /** Copies the list. */
        Reviewed {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A beat by one scenario's evidence.
     *
     * @param incidentsPerMonth those that count; null without incidents
     * @param hours officer-hours per month
     * @param deviation of the hours from the beat's target, as a signed share of it
     * @param protectedTime share of the hours that answering calls leaves alone; null without incidents
     */
    record Figures(
            double residents,
            @Nullable Double incidentsPerMonth,
            double hours,
            double deviation,
            @Nullable Double protectedTime) {}

    /** Why somebody should look at a beat. */
    enum Finding {
        /** More hours than the tolerance allows. */
        TOO_MUCH_WORK,
        /** Fewer hours than the tolerance allows. */
        TOO_LITTLE_WORK,
        /** Answering calls eats into the time that the weights protect. */
        PROTECTED_TIME_EATEN;

        /** Returns the name on the wire: {@code too-much-work}. */
        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
