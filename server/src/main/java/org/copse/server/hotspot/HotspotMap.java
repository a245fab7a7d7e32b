package org.copse.server.hotspot;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.copse.statistics.Positions;
import org.copse.statistics.density.Bandwidth;
import org.copse.statistics.density.BandwidthTrial;
import org.copse.statistics.density.KernelDensity;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellSize;
import org.copse.statistics.grid.Exposure;
import org.copse.statistics.grid.SnapPoints;
import org.copse.statistics.hotspot.GiStar;
import org.copse.statistics.hotspot.LocalMoran;
import org.copse.statistics.hotspot.LocalTest;
import org.copse.statistics.hotspot.Rates;
import org.copse.statistics.hotspot.Trend;
import org.copse.statistics.near.Neighbours;
import org.copse.statistics.sequence.Bands;
import org.copse.statistics.sequence.Days;
import org.copse.statistics.sequence.Knox;
import org.jspecify.annotations.Nullable;

/** The cells of a district, judged by one method. */
public final class HotspotMap {
    private final HotspotRequest request;
    private final Ground ground;
    private final IncidentSelection incidents;
    private final SnapPoints snaps;
    private final CellSize size;
    private final CellGrid grid;
    private final int[] cells;
    private final double[] counts;
    private final Optional<Exposure> exposure;
    private final Neighbours neighbours;
    private final Optional<Bandwidth> bandwidth;
    private final Optional<HotspotReport.Scores> scores;

    private @Nullable LocalTest test;
    private LocalMoran.Kind @Nullable [] kinds;
    private Trend @Nullable [] trends;
    private double @Nullable [] density;
    private @Nullable Knox knox;

    private HotspotMap(
            HotspotRequest request,
            Ground ground,
            LaidCells.Laying laying,
            IncidentSelection incidents,
            Consumer<String> says) {
        this.request = request;
        this.ground = ground;
        this.incidents = incidents;
        int[] around = new int[incidents.positions().size()];
        this.snaps = SnapPoints.of(incidents.positions(), around);
        this.size = request.cellMetres().isPresent()
                ? CellSize.given(request.cellMetres().getAsDouble())
                : CellSize.fromData(ground.district().getArea(), snaps);
        says.accept("laying cells of " + size.metres() + " m");
        LaidCells laid = laying.lay(request.shape(), size.metres());
        this.grid = laid.grid();
        this.cells = grid.locate(incidents.positions());
        incidents.leaveOut(
                IncidentSelection.LeftOut.OUTSIDE,
                Arrays.stream(cells).filter(cell -> cell < 0).count());
        this.counts = grid.count(cells);
        this.exposure = laid.exposure();
        this.neighbours = laid.neighbours();
        this.bandwidth =
                request.method() == HotspotRequest.Method.KDE ? Optional.of(chooseBandwidth()) : Optional.empty();
        says.accept("judging " + grid.size() + " cells");
        judge();
        says.accept("scoring on months held out");
        this.scores = score();
    }

    /**
     * Returns the map.
     *
     * @param says told what is being done, for people
     * @throws IllegalArgumentException when cells, bandwidth or days do not allow what is asked for, with the bound
     */
    public static HotspotMap of(
            HotspotRequest request, Ground ground, IncidentSelection incidents, Consumer<String> says) {
        return of(request, ground, (shape, metres) -> LaidCells.on(ground, shape, metres), incidents, says);
    }

    /** Returns the map on cells that may have been laid before: on this ground. */
    static HotspotMap of(
            HotspotRequest request,
            Ground ground,
            LaidCells.Laying laying,
            IncidentSelection incidents,
            Consumer<String> says) {
        return new HotspotMap(request, ground, laying, incidents, says);
    }

    /** By the first months, none of which is held out later; by Scott's rule where there are too few. */
    private Bandwidth chooseBandwidth() {
        if (request.bandwidthMetres().isPresent()) {
            return Bandwidth.given(request.bandwidthMetres().getAsDouble());
        }
        HeldOutMonths byMonth = months();
        int[] all = byMonth.months();
        if (all.length <= HeldOutMonths.LEARNT) {
            return Bandwidth.scott(request.kernel(), incidents.positions(), cells, size.metres());
        }
        int last = all[0] + HeldOutMonths.LEARNT - 1;
        return BandwidthTrial.of(
                grid,
                incidents.positions(),
                byMonth.cellsOf(all[0], last - 1),
                byMonth.cellsOf(last, last),
                request.kernel(),
                ground.barriers());
    }

    private void judge() {
        switch (request.method()) {
            case GI -> {
                test = gi(cells);
                trends = trends();
            }
            case MORAN -> {
                LocalMoran moran = LocalMoran.of(values(counts), neighbours);
                test = moran.test();
                kinds = moran.kinds();
            }
            case KDE -> density = density(cells);
            case KNOX -> knox = nearRepeats();
        }
    }

    private Knox nearRepeats() {
        Positions inside = Positions.empty();
        Days days = Days.empty();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] >= 0) {
                inside.add(incidents.positions().east(i), incidents.positions().north(i));
                days.add(incidents.days().first(i), incidents.days().last(i));
            }
        }
        return Knox.of(inside, days, Bands.usual(), request.permutations(), request.seed());
    }

    private double[] values(double[] ofCells) {
        return exposure.map(residents -> Rates.of(ofCells, residents.byCell()).deviates())
                .orElse(ofCells);
    }

    private LocalTest gi(int[] chosen) {
        return GiStar.of(values(grid.count(chosen)), neighbours);
    }

    private double[] density(int[] chosen) {
        return KernelDensity.of(
                grid, incidents.positions(), chosen, request.kernel(), bandwidth.orElseThrow(), ground.barriers());
    }

    private HeldOutMonths months() {
        return new HeldOutMonths(grid, cells, incidents.months(), exposure.map(Exposure::byCell));
    }

    private Trend @Nullable [] trends() {
        HeldOutMonths byMonth = months();
        int[] all = byMonth.months();
        if (all.length < Trend.LEAST_PERIODS || all.length > 120) {
            return null;
        }
        return Trend.of(Arrays.stream(all)
                .mapToObj(month -> gi(byMonth.cellsOf(month, month)))
                .toArray(LocalTest[]::new));
    }

    private Optional<HotspotReport.Scores> score() {
        return switch (request.method()) {
            case GI -> months().scores("Gi*", chosen -> gi(chosen).z());
            case KDE -> months().scores("kernel density", this::density);
            case MORAN, KNOX -> Optional.empty();
        };
    }

    /** Returns how many incidents lie in the district. */
    public long n() {
        return Arrays.stream(cells).filter(cell -> cell >= 0).count();
    }

    /** Returns the first and the last day that the incidents on the map may have been on; empty where none has a date. */
    Optional<LocalDate[]> daysCovered() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] >= 0 && incidents.days().first(i) != LocalDate.MIN.toEpochDay()) {
                first = Math.min(first, incidents.days().first(i));
                last = Math.max(last, incidents.days().last(i));
            }
        }
        return first > last
                ? Optional.empty()
                : Optional.of(new LocalDate[] {LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)});
    }

    /** Returns how many incidents on the map know their month, but not their day. */
    long monthsOnly() {
        int[] ofMonth = incidents.months();
        return IntStream.range(0, cells.length)
                .filter(i -> cells[i] >= 0 && ofMonth[i] >= 0)
                .filter(i -> incidents.days().first(i) != incidents.days().last(i))
                .count();
    }

    HotspotRequest request() {
        return request;
    }

    Ground ground() {
        return ground;
    }

    IncidentSelection incidents() {
        return incidents;
    }

    SnapPoints snaps() {
        return snaps;
    }

    CellSize size() {
        return size;
    }

    CellGrid grid() {
        return grid;
    }

    int[] cells() {
        return cells;
    }

    Optional<Exposure> exposure() {
        return exposure;
    }

    double[] counts() {
        return counts;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Optional<Bandwidth> bandwidth() {
        return bandwidth;
    }

    Optional<HotspotReport.Scores> scores() {
        return scores;
    }

    Optional<Knox> knox() {
        return Optional.ofNullable(knox);
    }

    /** Returns the class of each cell, as the legend spells it; empty where the method has none. */
    Optional<List<String>> classes() {
        if (kinds != null && test != null) {
            LocalMoran.Kind[] of = kinds;
            LocalTest by = test;
            return Optional.of(IntStream.range(0, grid.size())
                    .mapToObj(cell -> Legend.ofMoran(of[cell], by.certainty(cell)))
                    .toList());
        }
        if (test != null) {
            LocalTest by = test;
            return Optional.of(IntStream.range(0, grid.size())
                    .mapToObj(cell -> Legend.of(by.certainty(cell)))
                    .toList());
        }
        return Optional.ofNullable(density).map(surface -> Legend.ofDensity(grid, surface));
    }

    Optional<LocalTest> test() {
        return Optional.ofNullable(test);
    }

    /** Returns whether the statistic is one of its own beside its z, as local Moran's I is. */
    boolean hasStatistic() {
        return kinds != null;
    }

    double @Nullable [] density() {
        return density;
    }

    Trend @Nullable [] trendOfCells() {
        return trends;
    }
}
