package org.copse.geoimport.adjacency;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.copse.geoimport.adjacency.Contact.Kind;
import org.locationtech.jts.geom.Geometry;

/** One search for neighbours: shared boundary first, then what faces across gaps, then barriers, crossings, corners and islands. */
final class NeighbourSearch {

    private static final double COVERAGE_SHARE = 0.9;
    private static final double LOOK_STEP_METRES = 2;
    private static final double MOST_LOOKS = 8e6;

    private final List<? extends Geometry> units;
    private final AdjacencyOptions options;
    private final BoundarySegments segments;
    private final BarrierField barriers;
    private final Crossings crossings;
    private final BoundaryScan scan;

    NeighbourSearch(
            List<? extends Geometry> units,
            List<Barrier> barriers,
            List<? extends Geometry> crossings,
            AdjacencyOptions options) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("adjacency needs at least 1 unit, not 0");
        }
        this.units = units;
        this.options = options;
        this.segments = BoundarySegments.ofAreas(units);
        this.barriers = new BarrierField(barriers);
        this.crossings = new Crossings(crossings);
        this.scan = new BoundaryScan(segments, new BarrierProbe(segments, this.barriers, options.barrierReach()));
    }

    AdjacencyResult result() {
        List<PairTally> shared = everyUnit(scan::shared);
        boolean coverage = isCoverage(shared);
        double most = options.tolerance().orElse(coverage ? 0 : options.maxTolerance());
        List<PairTally> tallies = merge(List.of(shared, facing(most)));
        ToleranceChoice choice = new ToleranceChoice(units.size(), tallies);
        double tolerance = options.tolerance().orElseGet(() -> choice.smallest(most));
        ContactBook book = new ContactBook(units.size());
        tallies.forEach(tally -> record(tally, tolerance, book));
        new CrossingLinks(units, barriers, book, options.crossingReach()).linkAll(crossings);
        book.joinByCorners();
        if (options.islandRule() == IslandRule.NEAREST && book.parts().count() > 1) {
            new IslandLinks(segments, barriers, book, options.islandReach()).linkAll();
        }
        List<Contact> contacts = book.sorted();
        return new AdjacencyResult(
                ContactBook.graph(units.size(), contacts),
                tolerance,
                coverage,
                book.parts().count(),
                contacts,
                choice.steps(tolerance));
    }

    private List<PairTally> facing(double most) {
        double range = Math.max(PairTally.SLIVER_METRES, most);
        double exposed = IntStream.range(0, units.size())
                .mapToDouble(scan::unmatchedMetres)
                .sum();
        double step = Math.max(LOOK_STEP_METRES, exposed / MOST_LOOKS);
        return everyUnit(unit -> scan.facing(unit, range, step));
    }

    private List<PairTally> everyUnit(IntFunction<List<PairTally>> walk) {
        List<List<PairTally>> perUnit =
                IntStream.range(0, units.size()).parallel().mapToObj(walk).toList();
        return merge(perUnit);
    }

    /** Returns one tally for each pair, ordered by unit. */
    private static List<PairTally> merge(List<List<PairTally>> lists) {
        PairTally[] all = lists.stream().flatMap(List::stream).toArray(PairTally[]::new);
        Arrays.sort(all, Comparator.<PairTally>comparingInt(tally -> tally.a).thenComparingInt(tally -> tally.b));
        int merged = 0;
        for (PairTally tally : all) {
            if (merged > 0 && all[merged - 1].a == tally.a && all[merged - 1].b == tally.b) {
                all[merged - 1].merge(tally);
            } else {
                all[merged++] = tally;
            }
        }
        return Arrays.asList(all).subList(0, merged);
    }

    /** Returns whether nearly all units touch another one; the few that do not are islands. */
    private boolean isCoverage(List<PairTally> shared) {
        boolean[] touches = new boolean[units.size()];
        for (PairTally tally : shared) {
            if (tally.sharedMetres + tally.cutSharedMetres >= 2 * FacingRule.LEAST_SHARED_METRES) {
                touches[tally.a] = true;
                touches[tally.b] = true;
            }
        }
        long touching =
                IntStream.range(0, units.size()).filter(unit -> touches[unit]).count();
        return units.size() == 1 || touching >= COVERAGE_SHARE * units.size();
    }

    private void record(PairTally tally, double tolerance, ContactBook book) {
        if (FacingRule.isCut(tally)) {
            recordCut(tally, book);
            return;
        }
        double shared = (tally.sharedMetres + tally.cutSharedMetres) / 2;
        double facing = tally.facingWithin(tolerance);
        double threshold = FacingRule.threshold(tally);
        OptionalInt barrier = tally.barrier < 0 ? OptionalInt.empty() : OptionalInt.of(tally.barrier);
        double minutes = FacingRule.barrierMinutes(tally);
        OptionalInt crossing = minutes > 0 ? crossings.findNear(tally, options.crossingReach()) : OptionalInt.empty();
        if (threshold <= tolerance) {
            Kind kind = threshold == 0 ? Kind.SHARED : Kind.FACING;
            double gap = kind == Kind.SHARED ? 0 : tally.gapWithin(tolerance);
            double cost = crossing.isPresent() ? 0 : minutes;
            OptionalInt costly = minutes > 0 ? barrier : OptionalInt.empty();
            book.put(new Contact(tally.a, tally.b, shared, facing, gap, kind, costly, crossing, cost, true));
        } else if (facing > 0 || tally.cornerGapMetres <= tolerance) {
            double gap = facing > 0 ? tally.gapWithin(tolerance) : tally.cornerGapMetres;
            OptionalInt cutting = tally.cornerBarrier < 0 ? OptionalInt.empty() : OptionalInt.of(tally.cornerBarrier);
            book.put(new Contact(
                    tally.a, tally.b, shared, facing, gap, Kind.CORNER, cutting, OptionalInt.empty(), 0, false));
        }
    }

    private void recordCut(PairTally tally, ContactBook book) {
        OptionalInt crossing = crossings.findNear(tally, options.crossingReach() + tally.meanGap());
        double shared = (tally.sharedMetres + tally.cutSharedMetres) / 2;
        double facing = tally.facingWithin(Double.POSITIVE_INFINITY) + tally.cutFacingMetres / 2;
        Kind kind = shared >= FacingRule.LEAST_SHARED_METRES ? Kind.SHARED : Kind.FACING;
        double gap = kind == Kind.SHARED ? 0 : tally.meanGap();
        book.put(new Contact(
                tally.a,
                tally.b,
                shared,
                facing,
                gap,
                kind,
                OptionalInt.of(tally.barrier),
                crossing,
                0,
                crossing.isPresent()));
    }
}
