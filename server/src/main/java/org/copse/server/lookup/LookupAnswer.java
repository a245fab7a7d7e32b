package org.copse.server.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.copse.server.assignment.Cover;
import org.copse.server.officer.OfficerView;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.SectorTerritory;
import org.jspecify.annotations.Nullable;

/**
 * Which beat a position lies in.
 *
 * @param match "beat" inside one, "border" near another's border too, "several" for a street or place that lies in more than one, "outside" the district
 * @param beats the beat that holds the position first, then those whose border is near; of a street or place, that with most of it first, at most
 *     twelve; none outside the district
 * @param nearestBeat outside the district, the beat nearest to the position
 * @param change what another plan that is to come will change here; null where none is known
 * @param plan the plan that was asked
 * @param authority how the authority as a whole is reached, where nobody else is
 * @param ageSeconds how long ago it was read who answers: some seconds, and more only while the database is away
 */
public record LookupAnswer(
        String match,
        List<Beat> beats,
        @Nullable NearestBeat nearestBeat,
        @Nullable Change change,
        PlanOfAnswer plan,
        Team authority,
        long ageSeconds) {

    /** How a position lies to the beats. */
    public enum Match {
        BEAT,
        BORDER,
        /** A street or place with parts in several beats. */
        SEVERAL,
        OUTSIDE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The beat of the position once the next plan is in force.
     *
     * @param from the instant
     * @param officer who answers by name on that day; null for the team alone
     * @param sameOfficer whether that is who answers now
     */
    public record Change(
            Instant from,
            String plan,
            String beat,
            String beatName,
            String sectorName,
            @Nullable Officer officer,
            boolean sameOfficer) {}

    /** The plan that an answer comes from. */
    public record PlanOfAnswer(UUID id, String name, Instant validFrom) {
        static PlanOfAnswer of(PublishedPlan plan) {
            return new PlanOfAnswer(plan.id(), plan.name(), plan.validFrom());
        }
    }

    /**
     * A beat, who answers for it today, and where police can be met near the position.
     *
     * @param officer who answers by name: the resident officer, or who stands in; null for the team alone
     * @param standsInFor the resident officer's duty name when somebody else answers, or nobody by name does
     * @param until first day on which the resident officer is back, when they are away
     * @param team of the sector
     * @param notice of a change of officer, by language; empty when there is none
     */
    public record Beat(
            String id,
            String name,
            String sector,
            String sectorName,
            @Nullable Officer officer,
            @Nullable String standsInFor,
            @Nullable LocalDate until,
            Team team,
            Map<String, String> notice,
            List<ContactPoint> contactPoints) {}

    /** The beat nearest to a position outside the district, and how far its border is. */
    public record NearestBeat(
            String id,
            String name,
            String sector,
            String sectorName,
            @Nullable Officer officer,
            @Nullable String standsInFor,
            @Nullable LocalDate until,
            Team team,
            long metres) {}

    /** How a sector's team is reached; nothing where nobody entered it. */
    public record Team(@Nullable String phone, @Nullable String email) {
        static Team of(@Nullable SectorTerritory sector) {
            return sector == null ? new Team(null, null) : new Team(sector.phone(), sector.email());
        }
    }

    /**
     * An officer as the public may know them.
     *
     * @param fullName only as long as the officer wants it shown; so is {@code photo}, its address
     */
    public record Officer(
            String dutyName,
            List<String> languages,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours,
            @Nullable String bio,
            @Nullable String fullName,
            @Nullable String photo) {
        static @Nullable Officer of(@Nullable Cover cover) {
            StoredOfficer present = cover == null ? null : cover.present();
            if (present == null) {
                return null;
            }
            org.copse.server.officer.Officer officer = present.particulars();
            return new Officer(
                    officer.dutyName(),
                    officer.languages(),
                    officer.phone(),
                    officer.email(),
                    officer.hours(),
                    officer.bio(),
                    present.fullName(),
                    OfficerView.photoPath(present));
        }
    }

    /** Returns the duty name of who is away, when the cover is for somebody. */
    static @Nullable String away(@Nullable Cover cover) {
        StoredOfficer resident = cover == null || cover.how() == Cover.How.OFFICER ? null : cover.resident();
        return resident == null ? null : resident.particulars().dutyName();
    }

    /**
     * A place where police can be met, and how far it is as the crow flies.
     *
     * @param open whether it is open now; null where its hours are not known, or in words only
     */
    public record ContactPoint(
            String name, @Nullable String address, @Nullable String hours, @Nullable Boolean open, long metres) {}
}
