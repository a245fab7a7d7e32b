package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.constraint.Pieces;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.LiveMeasures;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.measure.SectorMeasures;
import org.copse.planning.measure.Shape;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;
import org.copse.server.redraw.PlanFigures.OfBeat;
import org.copse.server.redraw.PlanFigures.OfSector;
import org.copse.server.redraw.PlanFigures.Totals;
import org.locationtech.jts.geom.Geometry;

/**
 * Reckons what a working plan is worth, with the engine's own measures. It remembers what takes long of each beat for as long as the beat has the
 * same units: after an edit only the beats that changed are looked at. One thread at a time.
 */
final class FigureBook {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    private static final double METRES_PER_KILOMETRE = 1e3;
    /** Hours are sums of many numbers: what exceeds a bound by less than this share of it is rounding. */
    private static final double ROUNDING = 1e-9;

    private final Ground ground;
    private final LiveMeasures live = new LiveMeasures();
    private Map<Units, Shape> shapes = Map.of();

    FigureBook(Ground ground) {
        this.ground = ground;
    }

    /** The units of a beat, in order, as a key. */
    private record Units(int[] numbers) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Units other && Arrays.equals(numbers, other.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    PlanFigures of(WorkingPlan working) {
        NumberedPlan numbered = new NumberedPlan(working);
        PlanningProblem problem = numbered.problem(ground.problem());
        PlanMeasures measures = live.of(problem, numbered.plan(), numbered.beatCount());
        int[][] unitsOfBeat = unitsOfBeat(numbered);
        List<Shape> drawn = shapes(unitsOfBeat);
        List<OfBeat> beats = beats(numbered, problem, measures, unitsOfBeat, drawn);
        return new PlanFigures(totals(numbered, problem, measures, drawn, beats), beats, sectors(numbered, measures));
    }

    private List<OfBeat> beats(
            NumberedPlan numbered,
            PlanningProblem problem,
            PlanMeasures measures,
            int[][] unitsOfBeat,
            List<Shape> drawn) {
        Plan plan = numbered.plan();
        int[] pieces = Pieces.count(problem.graph(), plan::beatOf, plan.beatCount());
        Bounds bounds = problem.beatHours();
        List<OfBeat> beats = new ArrayList<>();
        for (BeatMeasures beat : measures.beats()) {
            Shape shape = drawn.get(beat.beat());
            beats.add(new OfBeat(
                    numbered.beat(beat.beat()).number(),
                    numbered.sectors().get(beat.sector()).number(),
                    beat.units(),
                    beat.hours(),
                    beat.deviation(),
                    beat.residents(),
                    shape.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE,
                    shape.polsbyPopper(),
                    shape.reock(),
                    pieces[beat.beat()],
                    beat.communitiesKept(),
                    beat.communitiesSplit(),
                    beat.residentsChanging(),
                    beat.barriersCrossed(),
                    beat.longestWalkMetres() / METRES_PER_KILOMETRE,
                    hoursByTerm(unitsOfBeat[beat.beat()]),
                    bounds.excess(beat.hours()) <= ROUNDING * Math.max(1, bounds.upper())));
        }
        return beats;
    }

    private Map<String, Double> hoursByTerm(int[] units) {
        Map<String, Double> byTerm = new TreeMap<>();
        ground.hours()
                .hoursByTerm(units)
                .forEach((term, hours) -> byTerm.put(term.name().toLowerCase(Locale.ROOT), hours));
        return byTerm;
    }

    private List<OfSector> sectors(NumberedPlan numbered, PlanMeasures measures) {
        Map<Integer, OfSector> byKey = new HashMap<>();
        Plan plan = numbered.plan();
        int[] pieces = Pieces.count(ground.problem().graph(), plan::sectorOfUnit, plan.sectorCount());
        for (SectorMeasures sector : measures.sectors()) {
            DrawnSector drawn = numbered.sectors().get(sector.sector());
            byKey.put(
                    drawn.key(),
                    new OfSector(
                            drawn.number(),
                            sector.officers(),
                            sector.hours(),
                            sector.targetHours(),
                            sector.deviation(),
                            sector.residents(),
                            sector.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE,
                            pieces[sector.sector()]));
        }
        return numbered.source().sectorsByNumber().stream()
                .map(drawn -> byKey.getOrDefault(drawn.key(), new OfSector(drawn.number(), 0, 0, 0, 0, 0, 0, 0)))
                .toList();
    }

    private Totals totals(
            NumberedPlan numbered,
            PlanningProblem problem,
            PlanMeasures measures,
            List<Shape> drawn,
            List<OfBeat> beats) {
        Bounds bounds = problem.beatHours();
        int unassigned = 0;
        double residentsUnassigned = 0;
        double residents = 0;
        for (int unit = 0; unit < problem.unitCount(); unit++) {
            residents += problem.unit(unit).residents();
            if (numbered.source().beatOf(unit) == WorkingPlan.NONE) {
                unassigned++;
                residentsUnassigned += problem.unit(unit).residents();
            }
        }
        return new Totals(
                beats.size(),
                ground.hours().totalHours(),
                residents,
                problem.targetHours(),
                bounds.lower(),
                bounds.upper(),
                measures.maxDeviation(),
                measures.meanDeviation(),
                ground.hours().load(Math.max(1, beats.size())),
                ground.hours().officersNeeded(),
                drawn.stream().mapToDouble(Shape::polsbyPopper).average().orElse(0),
                drawn.stream().mapToDouble(Shape::reock).average().orElse(0),
                measures.longestWalkMetres() / METRES_PER_KILOMETRE,
                measures.barriersCrossed(),
                measures.cutMetres() / METRES_PER_KILOMETRE,
                measures.communitiesKept(),
                measures.communitiesSplit(),
                measures.residentsChanging(),
                unassigned,
                residentsUnassigned,
                (int) beats.stream().filter(beat -> beat.pieces() > 1).count(),
                (int) beats.stream()
                        .filter(beat -> beat.units() > 0 && !beat.withinBounds())
                        .count(),
                (int) beats.stream().filter(beat -> beat.units() == 0).count());
    }

    private static int[][] unitsOfBeat(NumberedPlan numbered) {
        Plan plan = numbered.plan();
        int[] sizes = new int[plan.beatCount()];
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            sizes[plan.beatOf(unit)]++;
        }
        int[][] units = new int[sizes.length][];
        Arrays.setAll(units, beat -> new int[sizes[beat]]);
        for (int unit = plan.unitCount() - 1; unit >= 0; unit--) {
            int beat = plan.beatOf(unit);
            units[beat][--sizes[beat]] = unit;
        }
        return Arrays.copyOf(units, numbered.beatCount());
    }

    /** Returns how compact each beat's land is as it is drawn. */
    private List<Shape> shapes(int[][] unitsOfBeat) {
        Map<Units, Shape> now = new HashMap<>();
        List<Shape> drawn = new ArrayList<>();
        for (int[] units : unitsOfBeat) {
            Units key = new Units(units);
            Shape shape = shapes.containsKey(key) ? Objects.requireNonNull(shapes.get(key)) : shape(units);
            now.put(key, shape);
            drawn.add(shape);
        }
        shapes = now;
        return drawn;
    }

    private Shape shape(int[] units) {
        List<Geometry> land = Arrays.stream(units)
                .mapToObj(ground.district().territories()::get)
                .toList();
        return Shape.of(Territories.union(land, new int[units.length], 1).get(0));
    }
}
