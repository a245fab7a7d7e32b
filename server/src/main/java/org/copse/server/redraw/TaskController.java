package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.job.Job;
import org.copse.server.job.JobKind;
import org.copse.server.job.JobState;
import org.copse.server.job.Jobs;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.redraw.TaskRepository.Asked;
import org.copse.server.redraw.TaskRepository.Task;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Asking the engine from a draft, over HTTP. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/draft/tasks")
@AllowedTo(Permission.SCENARIO_EDIT)
class TaskController {
    private final Drafts drafts;
    private final TaskRepository tasks;
    private final Jobs jobs;

    TaskController(Drafts drafts, TaskRepository tasks, Jobs jobs) {
        this.drafts = drafts;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    /**
     * What was asked, and how far it is.
     *
     * @param best the number of each unit's beat in the best plan so far; null when there is none, when it is over, and in the list
     * @param alternatives the answers; none in the list
     */
    record TaskView(
            UUID id,
            @Nullable UUID job,
            @Nullable JobState state,
            double progress,
            @Nullable Double bestScore,
            @Nullable String message,
            TaskRequest request,
            @Nullable List<@Nullable Integer> best,
            List<AlternativeView> alternatives) {}

    /**
     * One answer.
     *
     * @param units the number of each unit's beat
     * @param checks how many things are wrong with it
     */
    record AlternativeView(
            String favour,
            PlanFigures.Totals figures,
            List<PlanFigures.OfBeat> beats,
            @Nullable List<@Nullable Integer> units,
            int checks) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Asks the engine from the draft: all of it, some beats, or more or fewer officers in a sector")
    ResponseEntity<Map<String, UUID>> ask(@PathVariable UUID id, @RequestBody TaskRequest request, Principal account) {
        DraftSession.State at = drafts.get(new DraftKey(id, account.getName()));
        Drawing drawing = at.drawing();
        request.check(drawing);
        new Asking(drawing, request);
        UUID task = UUID.randomUUID();
        tasks.insert(task, id, request, at.plan(), account.getName());
        Job job = jobs.start(JobKind.REDRAW, task, account.getName());
        return ResponseEntity.accepted()
                .location(UriComponentsBuilder.fromPath("/api/v1/scenarios/{id}/draft/tasks/{task}")
                        .build(id, task))
                .body(Map.of("id", task, "job", job.id()));
    }

    @GetMapping
    @Operation(
            summary = "Lists what the account asked the engine of this scenario, the latest first, without the answers")
    List<TaskView> list(@PathVariable UUID id, Principal account) {
        drafts.ground(id);
        return tasks.list(id, account.getName()).stream()
                .map(asked -> view(asked, asked.job() == null ? null : jobs.get(asked.job()), null, List.of()))
                .toList();
    }

    @GetMapping("/{task}")
    @Operation(summary = "Returns how far the engine is, its best plan so far, or its alternatives")
    TaskView get(@PathVariable UUID id, @PathVariable UUID task, Authentication account) {
        return view(id, task, account);
    }

    private TaskView view(UUID scenario, UUID id, Authentication account) {
        // The job first: an answer is stored with the job's end, so that whoever reads of the end finds the answer.
        Job job = tasks.findJob(id).map(jobs::get).orElse(null);
        Task task = tasks.find(id)
                .filter(found -> found.scenario().equals(scenario))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no task " + id + "."));
        Ground ground = drafts.ground(scenario);
        WorkingPlan best = task.best();
        TaskRepository.Answer answer = task.answer();
        return view(
                task.asked(),
                job,
                best == null ? null : PlanDocument.of(best, ground).units(),
                answer == null
                        ? List.of()
                        : answer.alternatives().stream()
                                .map(one -> new AlternativeView(
                                        one.favour(),
                                        one.figures().plan(),
                                        one.figures().shownTo(account).beats(),
                                        PlanDocument.of(WorkingPlan.ofJson(one.plan()), ground)
                                                .units(),
                                        one.checks()))
                                .toList());
    }

    private static TaskView view(
            Asked asked,
            @Nullable Job job,
            @Nullable List<@Nullable Integer> best,
            List<AlternativeView> alternatives) {
        return new TaskView(
                asked.id(),
                asked.job(),
                job == null ? null : job.state(),
                job == null ? 0 : job.progress(),
                job == null ? null : job.bestScore(),
                job == null ? null : job.message(),
                asked.request(),
                best,
                alternatives);
    }
}
