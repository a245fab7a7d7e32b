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

/** Meetings and agreed priorities, as staff enter them. */
@RestController
@RequestMapping("/api/v1")
@AllowedTo(Permission.EVENT_EDIT)
class EventController {
    private final Events events;
    private final EventChecks checks;

    EventController(Events events, EventChecks checks) {
        this.events = events;
        this.checks = checks;
    }

    @GetMapping("/meetings")
    @Operation(summary = "Lists the meetings that are not long over, the next first")
    List<MeetingView> meetings() {
        return events.listMeetings().stream().map(checks::view).toList();
    }

    @PostMapping("/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enters a meeting, which residents see on the page of its beat",
            description = "\"starts\" and \"ends\" are the authority's own time, such as 2026-05-01T19:30.")
    MeetingView add(@RequestBody MeetingRequest request, Principal account) {
        Meeting meeting = checks.meeting(UUID.randomUUID(), request, null);
        events.add(meeting, account.getName());
        return checks.view(meeting);
    }

    @PutMapping("/meetings/{id}")
    @Operation(summary = "Changes a meeting, or cancels it: residents then read that it does not take place")
    MeetingView change(@PathVariable UUID id, @RequestBody MeetingRequest request, Principal account) {
        Meeting meeting =
                checks.meeting(id, request, events.findBeatOfMeeting(id).orElse(null));
        events.change(meeting, account.getName());
        return checks.view(meeting);
    }

    @DeleteMapping("/meetings/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a meeting that was entered by mistake")
    void removeMeeting(@PathVariable UUID id, Principal account) {
        events.removeMeeting(id, account.getName());
    }

    @GetMapping("/priorities")
    @Operation(summary = "Lists what was agreed with residents, the latest first")
    List<Priority> priorities() {
        return events.listPriorities();
    }

    @PostMapping("/priorities")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters a priority that was agreed with the residents of a beat")
    Priority add(@RequestBody PriorityRequest request, Principal account) {
        Priority priority = checks.priority(UUID.randomUUID(), request, null);
        events.add(priority, account.getName());
        return priority;
    }

    @PutMapping("/priorities/{id}")
    @Operation(summary = "Changes a priority, or says what was done about it")
    Priority change(@PathVariable UUID id, @RequestBody PriorityRequest request, Principal account) {
        Priority priority =
                checks.priority(id, request, events.findBeatOfPriority(id).orElse(null));
        events.change(priority, account.getName());
        return priority;
    }

    @DeleteMapping("/priorities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a priority that was entered by mistake")
    void removePriority(@PathVariable UUID id, Principal account) {
        events.removePriority(id, account.getName());
    }
}
