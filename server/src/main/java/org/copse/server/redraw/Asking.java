package org.copse.server.redraw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Favour;

/**
 * Asks the engine about a part of a draft, or all of it: parts of the land are searched one after the other, and what comes back is laid into the draft
 * that the question came from. Everything that is locked, and every beat that was not asked about, stays.
 */
final class Asking {
    private static final long LEAST_MILLIS = 200;

    private final Drawing at;
    private final TaskRequest request;
    private final List<AskedLand> parts;

    Asking(Drawing at, TaskRequest request) {
        this.at = at;
        this.request = request;
        this.parts = asked();
    }

    /** One plan that came of it. */
    record Found(Favour favour, WorkingPlan plan) {}

    /** Returns the parts of the land that are searched, one after the other. */
    List<AskedLand> parts() {
        return parts;
    }

    private List<AskedLand> asked() {
        Map<Integer, Integer> officers = request.officers();
        if (officers == null || officers.isEmpty()) {
            boolean some = "beats".equals(request.scope());
            Set<Integer> beats =
                    open(some ? at.beats(request.beats()) : at.plan().beats().values());
            return List.of(AskedLand.of(
                    at,
                    beats,
                    new AskedLand.Staffed(beats.size(), at.plan().beats().size()),
                    WorkingPlan.NONE,
                    some));
        }
        record Change(DrawnSector sector, Set<Integer> beats, int count) {}
        List<Change> changes = new ArrayList<>();
        int all = at.plan().beats().size();
        for (Map.Entry<Integer, Integer> wanted : officers.entrySet()) {
            DrawnSector sector = at.sector(wanted.getKey());
            List<DrawnBeat> there = at.plan().beats().values().stream()
                    .filter(beat -> beat.sector() == sector.key())
                    .toList();
            Set<Integer> beats = open(there);
            int count = Math.max(1, wanted.getValue() - (there.size() - beats.size()));
            changes.add(new Change(sector, beats, count));
            all += count - beats.size();
        }
        int then = all;
        return changes.stream()
                .map(change -> AskedLand.of(
                        at, change.beats, new AskedLand.Staffed(change.count, then), change.sector.key(), true))
                .toList();
    }

    private Set<Integer> open(Collection<DrawnBeat> beats) {
        Set<Integer> open = new HashSet<>();
        beats.stream().filter(beat -> !at.plan().isClosed(beat.key())).forEach(beat -> open.add(beat.key()));
        if (open.isEmpty()) {
            throw Refusal.allLocked(at.plan().unitCount());
        }
        return open;
    }

    /** Hears how far a search is. */
    interface Listener {
        /**
         * Hears how far it is.
         *
         * @param fraction share of the whole question that is answered
         * @param bestScore of what is searched now; lower is better
         * @param best makes the best plan so far; asking for it takes a while
         */
        void hear(double fraction, OptionalDouble bestScore, Supplier<WorkingPlan> best);
    }

    /** Searches, and returns one plan for each favour. Each part of the land gets the same share of the time. */
    List<Found> search(Listener listener, CancelSignal cancel) {
        Set<Favour> favours = request.favoured();
        Map<Favour, WorkingPlan> plans = new HashMap<>();
        favours.forEach(favour -> plans.put(favour, at.plan()));
        for (int number = 0; number < parts.size(); number++) {
            AskedLand part = parts.get(number);
            Share share = new Share((double) number / parts.size(), 1.0 / parts.size());
            if (request.afresh() || !part.canBegin()) {
                PlanningResult result = new Planner()
                        .propose(part.problem(), favours, budget(share), tell(listener, part, share), cancel);
                result.alternatives().forEach(found -> lay(plans, part, found));
            } else {
                improve(part, share, plans, listener, cancel);
            }
        }
        return favours.stream()
                .map(favour -> new Found(favour, plans.getOrDefault(favour, at.plan())))
                .toList();
    }

    private void improve(
            AskedLand part, Share all, Map<Favour, WorkingPlan> plans, Listener listener, CancelSignal cancel) {
        int asked = 0;
        for (Favour favour : request.favoured()) {
            Share own = new Share(all.begin + all.length * asked / plans.size(), all.length / plans.size());
            PlanningResult result = new Planner()
                    .improve(part.problem(), part.start(), favour, budget(own), tell(listener, part, own), cancel);
            lay(plans, part, result.first());
            asked++;
        }
    }

    /** A share of the whole question: where it begins, and how much it is. */
    private record Share(double begin, double length) {}

    private Budget budget(Share share) {
        long millis = Math.round(1000.0 * request.seconds() * share.length);
        return Budget.time(Duration.ofMillis(Math.max(LEAST_MILLIS, millis)), request.seeded());
    }

    private PlanningListener tell(Listener listener, AskedLand part, Share share) {
        return progress -> listener.hear(
                share.begin + share.length * progress.fraction(),
                progress.bestScore(),
                () -> progress.best().map(best -> part.lay(best, at.plan())).orElse(at.plan()));
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

    /** Returns the residents of some units. */
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
