package org.copse.planning.workload;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every number that turns evidence into hours, each with a reason and an author.
 *
 * <p>The guidelines name the criteria and give no figures. So there is no right set of weights: the {@linkplain
 * #defaults() defaults} are a place to start from, and say so.
 *
 * @param profile the name under which planners know this set
 * @param contact time for contacts with residents
 * @param mix extra service time by who lives in a unit
 * @param conflict time for incidents
 * @param places time for focal places
 * @param travel how officers get around inside a unit
 * @param access how officers get to a unit
 * @param officer what one officer has to give
 */
public record WorkloadWeights(
        String profile,
        ContactWeights contact,
        MixWeights mix,
        ConflictWeights conflict,
        PlaceWeights places,
        TravelWeights travel,
        AccessWeights access,
        OfficerTime officer) {

    /** Minutes that a group gets when a planner names it and sets none: per member and month. */
    public static final Minutes STARTING_GROUP_MINUTES =
            Minutes.starting(0.2, "a quarter of the contact minutes again, for language and liaison");

    /** Minutes that an index gets when a planner names it and sets none: per resident and month, at rank 1. */
    public static final Minutes STARTING_INDEX_MINUTES =
            Minutes.starting(0.1, "an eighth of the contact minutes again, where the index ranks highest");

    /** Checks that the set has a name. */
    public WorkloadWeights {
        Minutes.said("profile", profile);
    }

    /** Returns the starting values. */
    public static WorkloadWeights defaults() {
        String author = Minutes.STARTING_VALUE_AUTHOR;
        Map<String, VisitMinutes> places = new LinkedHashMap<>();
        places.put(
                PlaceWeights.WORSHIP,
                new VisitMinutes(Minutes.starting(45, "a talk and a look round at each place of worship"), 2));
        places.put("school", new VisitMinutes(Minutes.starting(45, "the school gate at opening or closing time"), 4));
        places.put("station", new VisitMinutes(Minutes.starting(30, "a round at a busy hour"), 8));
        places.put("community_centre", new VisitMinutes(Minutes.starting(45, "sitting in where people meet"), 2));
        return new WorkloadWeights(
                "starting values",
                new ContactWeights(Minutes.starting(0.8, "half the residents met for 19 minutes a year each"), 15),
                new MixWeights(Map.of(), Map.of(), MixWeights.MOST_CAP),
                new ConflictWeights(
                        Minutes.starting(10, "the resident officer's part: calling back, mediating, following up"),
                        Map.of(),
                        Map.of()),
                new PlaceWeights(
                        places, new VisitMinutes(Minutes.starting(20, "passing by and asking how things are"), 1)),
                new TravelWeights(4, 20, "Starting value: on foot, one tour per shift", author),
                new AccessWeights(
                        20,
                        0.2,
                        List.of(new SpeedRing(3, 10), new SpeedRing(10, 16), new SpeedRing(30, 25)),
                        "Starting value: 20 shifts a month, one in five with an errand in the centre",
                        author),
                new OfficerTime(140, 0.3, "Starting value: full time less leave, training and court", author));
    }

    /**
     * Returns these weights with a criterion taken out: its minutes set to nothing, everything else as it was.
     *
     * <p>Taking out {@link Criterion#DENSITY} takes out both contacts and the way between visits. The cap of the mix is
     * a share of the contact minutes, so without density there is no mix either.
     */
    public WorkloadWeights without(Criterion criterion) {
        return switch (criterion) {
            case DENSITY ->
                new WorkloadWeights(
                        profile, contact.removed(), mix, conflict, places, travel.removed(), access, officer);
            case MIX -> with(mix.removed());
            case CONFLICT -> with(conflict.removed());
            case PLACES ->
                new WorkloadWeights(profile, contact, mix, conflict, places.removed(), travel, access, officer);
            case LOCATION ->
                new WorkloadWeights(profile, contact, mix, conflict, places, travel, access.removed(), officer);
        };
    }

    /** Returns these weights with other minutes and rules for incidents. */
    public WorkloadWeights with(ConflictWeights other) {
        return new WorkloadWeights(profile, contact, mix, other, places, travel, access, officer);
    }

    /** Returns these weights with another mix. */
    public WorkloadWeights with(MixWeights other) {
        return new WorkloadWeights(profile, contact, other, conflict, places, travel, access, officer);
    }

    /** Returns the criteria that these weights leave out, because all their minutes are zero. */
    public Set<Criterion> removed() {
        Set<Criterion> removed = EnumSet.noneOf(Criterion.class);
        if (contact.perResident().minutes() == 0 && travel.toursPerMonth() == 0) {
            removed.add(Criterion.DENSITY);
        }
        if (mix.isZero()) {
            removed.add(Criterion.MIX);
        }
        if (conflict.isZero()) {
            removed.add(Criterion.CONFLICT);
        }
        if (places.isZero()) {
            removed.add(Criterion.PLACES);
        }
        if (access.shiftsPerMonth() == 0) {
            removed.add(Criterion.LOCATION);
        }
        return Collections.unmodifiableSet(removed);
    }
}
