package org.copse.server.event;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Polls, as staff put them to residents. */
@RestController
@RequestMapping("/api/v1/polls")
@AllowedTo(Permission.EVENT_EDIT)
class PollController {
    private final Polls polls;
    private final EventChecks checks;

    PollController(Polls polls, EventChecks checks) {
        this.polls = polls;
        this.checks = checks;
    }

    @GetMapping
    @Operation(
            summary = "Lists the polls, the one that closes last first",
            description = "A result is by Borda count. There is none until the poll is closed, and none where fewer"
                    + " took part than \"least\".")
    List<PollView> list() {
        return polls.list();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Puts a shortlist of problems to the residents of a beat, who rank them on their page",
            description =
                    "\"opensOn\" and \"closesOn\" are days, both included, of six months at most; \"choices\" two to"
                            + " eight problems.")
    PollView add(@RequestBody PollRequest request, Principal account) {
        Poll poll = checks.poll(UUID.randomUUID(), request, null);
        polls.add(poll, account.getName());
        return polls.view(poll);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a poll: all of it before it opens, from then on only its last day")
    PollView change(@PathVariable UUID id, @RequestBody PollRequest request, Principal account) {
        Poll poll = checks.poll(id, request, polls.get(id));
        polls.change(poll, account.getName());
        return polls.view(poll);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a poll that was put by mistake, with its ballots; the log says how many there were")
    void remove(@PathVariable UUID id, Principal account) {
        polls.remove(id, account.getName());
    }
}
