package org.copse.server.redraw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.Progress;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Favour;

/**
 * Asks the engine about a part of a draft, or all of it: parts of the land are searched one after the other, and what comes back is laid into the draft
 * that the question came from. Everything that is locked, and every beat that was not asked about, stays.
 */
final class Asking {
    private final Drawing at;
    private final TaskRequest request;
    private final List<AskedLand> parts;

    Asking(Drawing at, TaskRequest request) {
        this.at = at;
        this.request = request;
        this.parts = parts();
    }

    /** One plan that came of it. */
    record Found(Favour favour, WorkingPlan plan) {}

    private List<AskedLand> parts() {
        List<AskedLand> asked = new ArrayList<>();
        Map<Integer, Integer> officers = request.officers();
        if (officers != null && !officers.isEmpty()) {
            officers.forEach((number, count) -> {
                DrawnSector sector = at.sector(number);
                Set<Integer> beats = open(at.plan().beats().values().stream()
                        .filter(beat -> beat.sector() == sector.key())
                        .toList());
                long closed = at.plan().beats().values().stream()
                        .filter(beat -> beat.sector() == sector.key() && !beats.contains(beat.key()))
                        .count();
                asked.add(AskedLand.of(at, beats, (int) Math.max(1, count - closed), sector.key(), true));
            });
            return asked;
        }
        boolean some = "beats".equals(request.scope());
        Set<Integer> beats =
                open(some ? at.beats(request.beats()) : at.plan().beats().values());
        asked.add(AskedLand.of(at, beats, beats.size(), WorkingPlan.NONE, some));
        return asked;
    }

    private Set<Integer> open(Collection<DrawnBeat> beats) {
        Set<Integer> open = new HashSet<>();
        beats.stream().filter(beat -> !at.plan().isClosed(beat.key())).forEach(beat -> open.add(beat.key()));
        if (open.isEmpty()) {
            throw Refusal.allLocked(at.plan().unitCount());
        }
        return open;
    }

    /**
     * Searches, and returns one plan for each favour.
     *
     * @param heard hears the progress and the best plan so far
     */
    List<Found> search(BiConsumer<Progress, WorkingPlan> heard, CancelSignal cancel) {
        Set<Favour> favours = request.favoured();
        Map<Favour, WorkingPlan> plans = new HashMap<>();
        favours.forEach(favour -> plans.put(favour, at.plan()));
        int questions = parts.size() * (request.afresh() ? 1 : favours.size());
        Budget budget =
                Budget.time(Duration.ofMillis(Math.max(200, 1000L * request.seconds() / questions)), request.seeded());
        for (AskedLand part : parts) {
            if (request.afresh() || !part.canBegin()) {
                PlanningResult result = new Planner()
                        .propose(part.problem(), favours, budget, progress -> tell(heard, part, progress), cancel);
                result.alternatives().forEach(found -> lay(plans, part, found));
            } else {
                for (Favour favour : favours) {
                    PlanningResult result = new Planner()
                            .improve(
                                    part.problem(),
                                    part.start(),
                                    favour,
                                    budget,
                                    progress -> tell(heard, part, progress),
                                    cancel);
                    lay(plans, part, result.first());
                }
            }
        }
        return favours.stream()
                .map(favour -> new Found(favour, plans.getOrDefault(favour, at.plan())))
                .toList();
    }

    private void tell(BiConsumer<Progress, WorkingPlan> heard, AskedLand part, Progress progress) {
        heard.accept(
                progress, progress.best().map(best -> part.lay(best, at.plan())).orElse(at.plan()));
    }

    private static void lay(Map<Favour, WorkingPlan> plans, AskedLand part, Alternative found) {
        plans.computeIfPresent(found.favour(), (favour, plan) -> part.lay(found.plan(), plan));
    }

    /** Returns the units of a plan's beats, or without one, as far as some beats go. */
    static int[] units(WorkingPlan plan, Set<Integer> beats, boolean free) {
        return IntStream.range(0, plan.unitCount())
                .filter(unit -> beats.contains(plan.beatOf(unit))
                        || (free && plan.beatOf(unit) == WorkingPlan.NONE && !plan.isHeld(unit)))
                .toArray();
    }

    /** Returns the sums of some figures by label. */
    static double[] residents(Ground ground, int[] units) {
        return Arrays.stream(units)
                .mapToDouble(unit -> ground.problem().unit(unit).residents())
                .toArray();
    }

    /** Returns whether a plan has a unit in each of its beats. */
    static boolean isFull(Plan plan) {
        return IntStream.range(0, plan.unitCount()).map(plan::beatOf).distinct().count() == plan.beatCount();
    }
}
