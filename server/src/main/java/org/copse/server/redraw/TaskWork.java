package org.copse.server.redraw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.copse.planning.CancelSignal;
import org.copse.server.job.JobControl;
import org.copse.server.job.JobKind;
import org.copse.server.job.JobWork;
import org.copse.server.redraw.TaskRepository.Answer;
import org.copse.server.redraw.TaskRepository.Answered;
import org.copse.server.redraw.TaskRepository.Task;
import org.copse.server.scenario.Favours;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Component;

/** Has the engine answer what a planner asked from a draft. The best plan so far is written while it runs, for whoever watches. */
@Component
class TaskWork implements JobWork {
    private static final long WRITE_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    private final TaskRepository tasks;
    private final Grounds grounds;

    TaskWork(TaskRepository tasks, Grounds grounds) {
        this.tasks = tasks;
        this.grounds = grounds;
    }

    @Override
    public JobKind kind() {
        return JobKind.REDRAW;
    }

    @Override
    public End run(UUID job, UUID subject, JobControl control) {
        Task task = tasks.find(subject)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no task " + subject + "."));
        Ground ground = grounds.get(task.scenario());
        CancelSignal cancel = new CancelSignal();
        control.onCancel(cancel::cancel);
        BestSoFar best = new BestSoFar(subject, control);
        List<Asking.Found> found =
                new Asking(new Drawing(ground, task.start()), task.request()).search(best::hear, cancel);
        FigureBook book = new FigureBook(ground);
        List<Answered> alternatives = new ArrayList<>();
        for (Asking.Found one : found) {
            alternatives.add(new Answered(
                    Favours.key(one.favour()),
                    book.of(one.plan()),
                    one.plan().toJson(),
                    PlanChecks.of(ground, one.plan()).size()));
        }
        return new End(
                control.isCancelled(),
                control.isCancelled() ? "Cancelled; the best plans until then are kept." : null,
                () -> tasks.storeAnswer(subject, new Answer(alternatives)));
    }

    /** Writes the best plan so far, once a second at most, and only when it is another. */
    private final class BestSoFar {
        private final UUID task;
        private final JobControl control;
        private long written = System.nanoTime() - WRITE_AGAIN_NANOS;
        private WorkingPlan last = WorkingPlan.ofUnits(1);

        BestSoFar(UUID task, JobControl control) {
            this.task = task;
            this.control = control;
        }

        void hear(double fraction, OptionalDouble bestScore, Supplier<WorkingPlan> best) {
            control.report("searching", fraction, bestScore);
            if (System.nanoTime() - written >= WRITE_AGAIN_NANOS) {
                written = System.nanoTime();
                WorkingPlan now = best.get();
                if (!now.equals(last)) {
                    tasks.storeBest(task, now);
                    last = now;
                }
            }
        }
    }
}
