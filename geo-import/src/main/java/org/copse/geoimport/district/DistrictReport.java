package org.copse.geoimport.district;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.incident.IncidentCategory;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.geoimport.territory.EnclosedLand;
import org.copse.planning.note.Note;
import org.copse.planning.workload.Initiated;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * What the joining of the layers did, for people and as JSON.
 *
 * @param units number of units
 * @param crs code of the metric CRS
 * @param toleranceMetres the widest gap across which units are neighbours; 0 where they touch
 * @param coverage whether the units touch each other
 * @param components parts that no path joins
 * @param population how residents were found
 * @param incidents how incidents were counted; null when there were none to count
 * @param places how places were counted, one entry per layer
 * @param neighbourhoods how neighbourhoods were assigned; null when there are none
 * @param inForce how areas in force were assigned; null when there are none
 * @param barriers what barriers and crossings did to who is whose neighbour
 * @param enclosed land that units enclose and none claims, the largest first; streets and squares are not among it
 * @param notes what was decided and why
 */
public record DistrictReport(
        int units,
        String crs,
        double toleranceMetres,
        boolean coverage,
        int components,
        Population population,
        @Nullable Incidents incidents,
        List<Places> places,
        @Nullable Areas neighbourhoods,
        @Nullable Areas inForce,
        Barriers barriers,
        List<Enclosed> enclosed,
        List<Note> notes) {

    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;

    /** Copies the lists. */
    public DistrictReport {
        places = List.copyOf(places);
        enclosed = List.copyOf(enclosed);
        notes = List.copyOf(notes);
    }

    /**
     * What barriers and crossings did.
     *
     * @param cutPairs pairs of units that would be neighbours without the barriers
     * @param reopenedPairs pairs that are neighbours thanks to a crossing
     * @param cutByKind those that are cut by the category of the barrier; none where barriers have no categories
     */
    public record Barriers(int cutPairs, int reopenedPairs, Map<String, Integer> cutByKind) {
        /** Copies the map, in its order. */
        public Barriers {
            cutByKind = Collections.unmodifiableMap(new LinkedHashMap<>(cutByKind));
        }
    }

    /**
     * Land that units enclose and none claims: another authority's, a lake, a large park.
     *
     * @param squareKilometres its size
     * @param widthMetres the widest circle that fits in
     * @param lon longitude of a position in it, degrees
     * @param lat latitude of that position, degrees
     * @param included whether it belongs to the district, because a planner chose so; else it is outside
     */
    public record Enclosed(double squareKilometres, double widthMetres, double lon, double lat, boolean included) {
        static Enclosed of(EnclosedLand enclosed, DistrictCrs crs) {
            Point inside = (Point) crs.toLonLat(enclosed.land().getInteriorPoint());
            return new Enclosed(
                    enclosed.land().getArea() / SQUARE_METRES_PER_SQUARE_KILOMETRE,
                    enclosed.widthMetres(),
                    inside.getX(),
                    inside.getY(),
                    enclosed.included());
        }

        /** Returns what happens to it, in words. */
        Note note() {
            return Note.of(
                    included ? DistrictNote.ENCLOSED_INCLUDED : DistrictNote.ENCLOSED_OUTSIDE,
                    Map.of(
                            "squareKilometres",
                            squareKilometres,
                            "at",
                            String.format(Locale.ROOT, "%.5f, %.5f", lat, lon),
                            "metres",
                            Math.round(widthMetres)),
                    String.format(
                            Locale.ROOT,
                            "The units enclose %.2f km² at %.5f,%.5f that none of them claims, up to %.0f m wide: it %s.",
                            squareKilometres,
                            lon,
                            lat,
                            widthMetres,
                            included ? "belongs to the district, as chosen" : "stays outside the district"));
        }
    }

    /**
     * Residents.
     *
     * @param source layer and column
     * @param counted residents of the units that have a figure
     * @param estimated residents given to the units that have none
     * @param unitsEstimated these units, each with its figure and what it is from
     * @param rowsWithoutUnit keys of the table that are no unit's id
     * @param residentsWithoutUnit residents of these rows: beside those estimated, for they may be the same people
     * @param keysMatchedLoosely keys that matched only without blanks, case and leading zeros
     */
    public record Population(
            String source,
            double counted,
            double estimated,
            Listed unitsEstimated,
            Listed rowsWithoutUnit,
            double residentsWithoutUnit,
            int keysMatchedLoosely) {}

    /**
     * Incidents.
     *
     * @param inside in a unit and in the period
     * @param outside in no unit
     * @param outsideExamples the first of these
     * @param undated without a date that could be read; they count
     * @param outsidePeriod in a unit, but outside the stated period; left out
     * @param first first day of the period; null where only a number of months is known
     * @param last last day of the period, included; null likewise
     * @param months the period, in months of 365.25/12 days
     * @param monthsHow how the period is known
     * @param categories what there is, and what is proposed to count
     */
    public record Incidents(
            long inside,
            long outside,
            List<IncidentTally.Outside> outsideExamples,
            long undated,
            long outsidePeriod,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            double months,
            String monthsHow,
            List<Category> categories) {

        static Incidents of(IncidentTally tally) {
            return new Incidents(
                    tally.inside(),
                    tally.outside(),
                    tally.outsideExamples(),
                    tally.undated(),
                    tally.outsidePeriod(),
                    tally.period().map(IncidentPeriod::first).orElse(null),
                    tally.period().map(IncidentPeriod::last).orElse(null),
                    tally.months(),
                    tally.monthsHow(),
                    tally.byCategory().entrySet().stream()
                            .map(entry -> Category.of(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    /**
     * Incidents of one category.
     *
     * @param category as the file names it
     * @param byResidents reported by residents
     * @param byPolice started by police
     * @param byUnknown nobody recorded who started them
     * @param sense what the name says about who noticed
     * @param because the words of the name that say so; empty when none do
     */
    public record Category(
            String category,
            long byResidents,
            long byPolice,
            long byUnknown,
            IncidentCategory.Sense sense,
            String because) {
        static Category of(String category, Initiated incidents) {
            IncidentCategory meaning = IncidentCategory.of(category);
            return new Category(
                    category,
                    incidents.byResidents(),
                    incidents.byPolice(),
                    incidents.byUnknown(),
                    meaning.sense(),
                    meaning.because());
        }
    }

    /**
     * Places of one layer.
     *
     * @param kind of the layer
     * @param layer its name
     * @param inside in a unit
     * @param outside in none, by row and position
     */
    public record Places(LayerKind kind, String layer, long inside, Listed outside) {}

    /**
     * Areas that units belong to.
     *
     * @param layer its name, or the column of the units
     * @param areas that have a unit
     * @param unitsWithout units that belong to none
     */
    public record Areas(String layer, int areas, long unitsWithout) {}
}
