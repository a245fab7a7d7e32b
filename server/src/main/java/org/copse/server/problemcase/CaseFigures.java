package org.copse.server.problemcase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.hotspot.CellAreas;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.copse.server.review.ControlSites;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.statistics.change.RelativeChange;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/**
 * Counts recorded incidents before and after, on the land of a case and in beats that are like its own (decision 253). The land is the cells of its hotspots, or its
 * beat where it has none; incidents and categories are those of the hotspot, or of the scenario that the plan in force was made in.
 */
@Component
class CaseFigures {
    private final CellAreas areas;
    private final ControlSites controls;
    private final PlanIndex plans;
    private final PlansInForce published;

    CaseFigures(CellAreas areas, ControlSites controls, PlanIndex plans, PlansInForce published) {
        this.areas = areas;
        this.controls = controls;
        this.plans = plans;
        this.published = published;
    }

    /** Returns the land of a case's hotspots, or its beat; empty where neither is known. */
    Optional<Geometry> findLand(
            ProblemCase problem, List<SourceRepository.Placed> sources, Map<String, BeatTerritory> beats) {
        List<Geometry> cells = new ArrayList<>();
        for (SourceRepository.Placed source : sources) {
            Optional.ofNullable(source.lonLat()).ifPresent(cells::add);
        }
        return cells.isEmpty()
                ? Optional.ofNullable(beats.get(problem.beat())).map(BeatTerritory::lonLat)
                : Optional.of(OverlayNGRobust.union(cells));
    }

    /** Returns the figures of a review; null where it asks for none. */
    Review.@Nullable Figures count(
            ProblemCase problem,
            ReviewRequest.Checked asked,
            List<SourceRepository.Placed> sources,
            Map<String, BeatTerritory> beats) {
        Review.Days before = asked.before();
        Review.Days since = asked.since();
        if (before == null || since == null) {
            return null;
        }
        Geometry here = findLand(problem, sources, beats)
                .orElseThrow(() -> FieldErrors.of("before", "cannot be counted: the plan in force has no such beat"));
        List<BeatTerritory> compared = compared(problem, asked, beats);
        Geometry there = OverlayNGRobust.union(
                compared.stream().map(BeatTerritory::lonLat).toList());
        if (OverlayNGRobust.overlay(here, there, OverlayNG.INTERSECTION).getArea() > 0) {
            throw FieldErrors.of("controls", "must be beats that the land of this case does not reach into");
        }
        Optional<Source.Cells> hotspot = sources.stream()
                .map(SourceRepository.Placed::source)
                .flatMap(source -> Optional.ofNullable(source.cells()).stream())
                .findFirst();
        UUID scenario = hotspot.map(Source.Cells::scenario).orElseGet(this::origin);
        CellAreas.Counting counting = new CellAreas.Counting(
                hotspot.map(Source.Cells::categories).orElse(List.of()),
                hotspot.map(Source.Cells::police).orElse(false));
        List<Geometry> lands = List.of(here, there);
        int[] first = areas.count(scenario, lands, counting, before.from(), before.to());
        int[] second = areas.count(scenario, lands, counting, since.from(), since.to());
        Review.Counts own = told(first[0], second[0]);
        Review.Counts others = told(first[1], second[1]);
        return new Review.Figures(
                areas.getLayer(scenario).name(),
                String.join(
                        ", ",
                        compared.stream()
                                .map(beat -> AreaName.plain(beat.name()))
                                .toList()),
                before,
                since,
                own,
                others,
                isTold(own) && isTold(others) ? RelativeChange.of(first[0], second[0], first[1], second[1]) : null);
    }

    private List<BeatTerritory> compared(
            ProblemCase problem, ReviewRequest.Checked asked, Map<String, BeatTerritory> beats) {
        List<String> ids = asked.controls().isEmpty() ? controls.list(problem.beat()) : asked.controls();
        List<BeatTerritory> compared = ids.stream()
                .flatMap(id -> Optional.ofNullable(beats.get(id)).stream())
                .toList();
        if (compared.isEmpty()) {
            throw FieldErrors.of("controls", "must name beats to compare with: all others border this one");
        }
        return compared;
    }

    private UUID origin() {
        return published
                .findScenario(plans.get().plan().id())
                .orElseThrow(
                        () -> new ProblemException(
                                ProblemType.NO_INCIDENTS,
                                "The scenario of the plan in force is no longer there. Put a hotspot into the case, whose incidents can be counted."));
    }

    /** A count that few incidents make is told nobody, at the threshold of all tables. */
    private static Review.Counts told(int before, int after) {
        return new Review.Counts(
                before < Source.FEWEST_TOLD ? null : Integer.valueOf(before),
                after < Source.FEWEST_TOLD ? null : Integer.valueOf(after));
    }

    private static boolean isTold(Review.Counts counts) {
        return counts.before() != null && counts.after() != null;
    }
}
