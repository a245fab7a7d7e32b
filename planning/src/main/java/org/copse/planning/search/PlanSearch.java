package org.copse.planning.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.PlanningListener;
import org.copse.planning.Progress;
import org.copse.planning.note.Note;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.ScorePoint;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;

/** The search as a whole: shares the budget out over favours and rounds, runs the cycles of a round side by side, reports progress. */
public final class PlanSearch {

    /** How often the listener hears, at most. */
    private static final long LISTEN_MILLIS = 100;

    /** Share of a round's time that goes to annealing while no plan keeps its bounds. */
    private static final double ANNEALED = 0.7;

    private final Layout layout;
    private final Budget budget;
    private final PlanningListener listener;
    private final CancelSignal cancel;
    private final SearchClock clock;
    private long moves;
    private double done;
    private boolean interrupted;
    private String phase = "first plan";
    private Optional<Candidate> shown = Optional.empty();
    private List<ScorePoint> overTime = new ArrayList<>();

    /**
     * What the search found for a favour.
     *
     * @param favour the favour
     * @param plan its plan
     * @param score its score
     * @param terms the plan's soft terms, each without its weight
     * @param overTime the best score over time; the last point is the plan's own
     */
    public record Found(
            Favour favour, Plan plan, double score, Map<SoftTerm, Double> terms, List<ScorePoint> overTime) {}

    /**
     * Prepares a search; its time starts here.
     *
     * @param nanoTime a clock in nanoseconds, as {@link System#nanoTime()}
     */
    public PlanSearch(
            PlanningProblem problem,
            Budget budget,
            PlanningListener listener,
            CancelSignal cancel,
            LongSupplier nanoTime) {
        this.clock = new SearchClock(budget, cancel, nanoTime);
        this.layout = new Layout(problem);
        this.budget = budget;
        this.listener = listener;
        this.cancel = cancel;
    }

    /** Returns a plan for each favour, in their order. */
    public List<Found> run(Set<Favour> favours, Optional<Plan> given) {
        Archive archive = new Archive(layout, favours);
        List<FavourSearch> searches = new ArrayList<>();
        List<List<ScorePoint>> histories = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(budget.threads(), FavourSearch.LANES), work -> {
            Thread thread = new Thread(work, "plan-search");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Favour favour : new TreeSet<>(favours)) {
                FavourSearch search = new FavourSearch(layout, favour, given, budget.seed());
                searches.add(search);
                histories.add(search(search, favours.size(), archive, threads));
            }
        } finally {
            threads.shutdownNow();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (searches.size() > 1) {
            archive.exchange(searches);
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < searches.size(); i++) {
            Candidate best = searches.get(i).best().orElseThrow();
            Plan plan = best.labels().plan(layout.graph);
            histories.get(i).add(new ScorePoint(elapsed(), moves, best.score()));
            found.add(new Found(
                    searches.get(i).favour(), plan, best.score(), archive.terms(best.labels()), histories.get(i)));
        }
        return found;
    }

    /** Returns how many moves were evaluated. */
    public long moves() {
        return moves;
    }

    /** Returns the time since the search began. */
    public Duration elapsed() {
        return Duration.ofNanos(clock.nanos());
    }

    /** Returns what a planner should know about how the problem was laid out. */
    public List<Note> notes() {
        return layout.notes;
    }

    private List<ScorePoint> search(FavourSearch search, int favours, Archive archive, ExecutorService threads) {
        overTime = new ArrayList<>();
        note(await(threads.submit(() -> search.first(clock::over)), List.of()));
        Rounds rounds = new Rounds(budget, favours, layout.graph.units);
        double from = done;
        double until = from + 1.0 / favours;
        boolean last = false;
        for (int round = 0; round < rounds.count() && !last && !clock.over(); round++) {
            double share = rounds.share(round) / favours;
            last = round + 1 == rounds.count();
            if (budget.time().isPresent()) {
                double left = until - (double) clock.nanos() / clock.at(1);
                if (left < share / 2) {
                    break;
                }
                last |= left < share * 1.5;
                share = last ? left : share;
            }
            phase = "round " + (round + 1) + " of " + rounds.count();
            List<Cycle> cycles = search.round(round, rounds.count(), last);
            List<Candidate> results =
                    run(cycles, share, search.best().orElseThrow().feasible(), threads);
            search.take(cycles, results);
            if (favours > 1) {
                results.forEach(result -> archive.offer(result.labels()));
            }
            note(search.best().orElseThrow());
            done += share;
        }
        done = until;
        return overTime;
    }

    private void note(Candidate best) {
        shown = Optional.of(best);
        overTime.add(new ScorePoint(elapsed(), moves, best.score()));
        tell();
    }

    private List<Candidate> run(List<Cycle> cycles, double share, boolean feasible, ExecutorService threads) {
        List<Future<Candidate>> running = new ArrayList<>();
        for (Cycle cycle : cycles) {
            running.add(threads.submit(() -> cycle.run(pace(share, feasible))));
        }
        List<Candidate> results = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            results.add(await(running.get(i), cycles));
            moves += cycles.get(i).moves();
        }
        return results;
    }

    /** While no plan keeps its bounds, a part of the time is left to {@link Recombination}, which follows the annealing. */
    private Pace pace(double share, boolean feasible) {
        OptionalLong limit = budget.iterations();
        if (limit.isPresent()) {
            long moves = (long) (share / FavourSearch.LANES * limit.getAsLong());
            return Pace.moves(Math.max(1, moves), clock::over);
        }
        double atOnce = (double) Math.min(budget.threads(), FavourSearch.LANES) / FavourSearch.LANES;
        long now = clock.nanos();
        return Pace.until(clock, now, now + clock.at(atOnce * (feasible ? share : ANNEALED * share)));
    }

    private Candidate await(Future<Candidate> running, List<Cycle> cycles) {
        while (true) {
            try {
                return running.get(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                look(cycles);
                tell();
            } catch (InterruptedException e) {
                interrupted = true;
                cancel.cancel();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a search cycle failed", e.getCause());
            }
        }
    }

    /** Looks what the running cycles have found until now; the search itself takes a cycle up at its end only, whatever the clock says. */
    private void look(List<Cycle> cycles) {
        for (Cycle cycle : cycles) {
            cycle.soFar().filter(found -> found.betterThan(shown.orElseThrow())).ifPresent(found -> {
                shown = Optional.of(found);
                overTime.add(new ScorePoint(elapsed(), moves, found.score()));
            });
        }
    }

    private void tell() {
        double fraction = done;
        Duration elapsed = elapsed();
        if (budget.time().isPresent()) {
            fraction = elapsed.toNanos() / (double) clock.at(1);
        }
        OptionalDouble score = shown.isPresent() ? OptionalDouble.of(shown.get().score()) : OptionalDouble.empty();
        Optional<Plan> plan = shown.map(best -> best.labels().plan(layout.graph));
        listener.onProgress(new Progress(Math.min(1, fraction), phase, elapsed, moves, score, plan));
    }
}
