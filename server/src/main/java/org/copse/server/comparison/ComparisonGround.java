package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.district.District;
import org.copse.geoimport.territory.Territories;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.proposal.MapColours;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Compared plans on the ground: the beats of each, and the units whose beat changes. Simplified for looking at: still without gaps. */
public final class ComparisonGround {
    private static final double LOOKED_AT = 4000;
    private static final double LEAST_METRES = 0.5;

    private final Ruler ruler;
    private final List<ComparedPlan> plans;
    private final List<Correspondence> correspondences;
    private final List<Geometry> units;
    private final List<List<Geometry>> beats = new ArrayList<>();
    private final List<int[]> colours = new ArrayList<>();

    ComparisonGround(Ruler ruler, List<ComparedPlan> plans, List<Correspondence> correspondences) {
        this.ruler = ruler;
        this.plans = plans;
        this.correspondences = correspondences;
        District district = ruler.district();
        this.units = simplified(district.territories());
        for (int plan = 0; plan < plans.size(); plan++) {
            int count = plans.get(plan).plan().beatCount();
            beats.add(Territories.union(units, plans.get(plan).plan().beatOfUnit(), count).stream()
                    .map(district.crs()::toLonLat)
                    .toList());
            colours.add(colours(plan));
        }
    }

    private static List<Geometry> simplified(List<Geometry> territories) {
        Envelope all = new Envelope();
        territories.forEach(t -> all.expandToInclude(t.getEnvelopeInternal()));
        double tolerance = Math.max(all.getWidth(), all.getHeight()) / LOOKED_AT;
        return tolerance < LEAST_METRES
                ? territories
                : List.of(CoverageSimplifier.simplify(territories.toArray(new Geometry[0]), tolerance));
    }

    /** Beats that correspond have one colour; the others take what they would have alone. */
    private int[] colours(int plan) {
        int[] own = MapColours.of(beats.get(plan));
        if (plan == 0) {
            return own;
        }
        for (int beat = 0; beat < own.length; beat++) {
            int first = correspondences.get(plan).matchedTo(beat);
            own[beat] = first < 0 ? own[beat] : colours.get(0)[first];
        }
        return own;
    }

    int colour(int plan, int beat) {
        return colours.get(plan)[beat];
    }

    /** Returns the land of a plan's beats, WGS 84. Not to be changed. */
    List<Geometry> beats(int plan) {
        return beats.get(plan);
    }

    /** Returns the land whose beat changes from the first plan, WGS 84; empty where none does. */
    Geometry changed(int plan) {
        int[] group = new int[units.size()];
        for (int unit = 0; unit < group.length; unit++) {
            group[unit] = correspondences.get(plan).changes(unit) ? 0 : 1;
        }
        return ruler.district()
                .crs()
                .toLonLat(Territories.union(units, group, 2).get(0));
    }

    /**
     * Writes beats, then changed units, as features with the property {@code layer}: {@code beats} or {@code difference}, and {@code plan}, from
     * 0.
     */
    public void write(FeatureCollectionWriter out) {
        for (int plan = 0; plan < plans.size(); plan++) {
            for (int beat = 0; beat < beats.get(plan).size(); beat++) {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("layer", "beats");
                properties.put("plan", plan);
                properties.put("id", plans.get(plan).beatIds().get(beat));
                properties.put("label", correspondences.get(plan).label(beat));
                properties.put("name", plans.get(plan).beatNames().get(beat));
                properties.put("colour", colour(plan, beat));
                out.feature(plan + ":" + beat, beats.get(plan).get(beat), properties);
            }
        }
        for (int plan = 1; plan < plans.size(); plan++) {
            for (int unit = 0; unit < units.size(); unit++) {
                if (correspondences.get(plan).changes(unit)) {
                    Map<String, Object> properties = new LinkedHashMap<>();
                    properties.put("layer", "difference");
                    properties.put("plan", plan);
                    properties.put("unit", ruler.district().feature(unit).id());
                    properties.put("residents", ruler.residents()[unit]);
                    properties.put("from", correspondences.get(plan).from(unit));
                    properties.put("to", correspondences.get(plan).to(unit));
                    out.feature(
                            plan + ":" + ruler.district().feature(unit).id(),
                            ruler.district().crs().toLonLat(units.get(unit)),
                            properties);
                }
            }
        }
    }
}
