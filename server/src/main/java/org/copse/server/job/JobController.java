package org.copse.server.job;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Jobs over HTTP: how far they are, and their cancel. */
@RestController
@RequestMapping("/api/v1/jobs")
@AllowedTo(Permission.SCENARIO_READ)
class JobController {
    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns how far a job is, or how it ended")
    Job get(@PathVariable UUID id, Principal account) {
        return visible(id, account);
    }

    @DeleteMapping("/{id}")
    @AllowedTo(Permission.SCENARIO_EDIT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks a job to end early; the best so far is kept")
    Job cancel(@PathVariable UUID id, Principal account) {
        return jobs.cancel(visible(id, account).id());
    }

    /** An import is the business of the account that started it: its problem may quote the file. */
    private Job visible(UUID id, Principal account) {
        Job job = jobs.get(id);
        if (job.kind() == JobKind.IMPORT && !job.createdBy().equals(account.getName())) {
            throw Jobs.noSuchJob(id);
        }
        return job;
    }
}
