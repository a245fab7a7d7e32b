package org.copse.server.handover;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handovers over HTTP. An officer finds their own only. */
@RestController
@RequestMapping("/api/v1/handovers")
@AllowedTo(Permission.HANDOVER_EDIT)
class HandoverController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DETAIL = 2000;
    private static final int LONGEST_WHY = 1000;
    private static final Set<String> LANGUAGES = Set.of("en", "nl", "fr", "de", "ar");

    private final Handovers handovers;
    private final HandoverViews views;

    HandoverController(Handovers handovers, HandoverViews views) {
        this.handovers = handovers;
        this.views = views;
    }

    /** A line of the checklist to be added. */
    record TaskRequest(@Nullable String title, @Nullable String owner, @Nullable LocalDate dueOn) {}

    /** What of a line changes. */
    record TaskChange(@Nullable String owner, @Nullable LocalDate dueOn, @Nullable Boolean done) {}

    /** A line of the community map to be added. */
    record EntryRequest(
            @Nullable String kind, @Nullable String name, @Nullable String detail, @Nullable LocalDate day) {}

    /** What residents are told, by language; {@code from} null for not yet. */
    record NoticeRequest(@Nullable LocalDate from, @Nullable Map<String, @Nullable String> words) {}

    /** Which side is closed: {@code from} or {@code to}; why, when it is not the officer's own account. */
    record ClosingRequest(@Nullable String side, @Nullable String why) {}

    /** Why a handover is given up. */
    record CancelRequest(@Nullable String why) {}

    @GetMapping
    @AllowedTo(Permission.HANDOVER_READ)
    @Operation(summary = "Lists handovers, those due first first; an officer's account sees its own")
    List<HandoverView.Heading> list(Authentication account) {
        Handovers.Viewer viewer = viewer(account);
        return views.headings(handovers.list().stream().filter(viewer::maySee).toList());
    }

    @GetMapping("/{id}")
    @AllowedTo(Permission.HANDOVER_READ)
    @Operation(summary = "Returns a handover with its checklist, community map and notice")
    HandoverView get(@PathVariable UUID id, Authentication account) {
        Handovers.Viewer viewer = viewer(account);
        return views.view(handovers.get(id, viewer), viewer);
    }

    @PostMapping("/{id}/tasks")
    @Operation(summary = "Adds a line to the checklist")
    HandoverView addTask(@PathVariable UUID id, @RequestBody TaskRequest request, Authentication account) {
        FieldErrors errors = new FieldErrors();
        String title = errors.text("title", request.title(), 1, LONGEST_TITLE);
        Side owner = side(request.owner(), errors);
        LocalDate due = request.dueOn();
        if (due == null) {
            errors.add("dueOn", "is missing");
        }
        errors.throwIfAny();
        Task task = new Task(
                UUID.randomUUID(),
                Task.Kind.OTHER,
                title,
                owner,
                Optional.ofNullable(due).orElseThrow(),
                null,
                null);
        handovers.addTask(id, viewer(account), task);
        return get(id, account);
    }

    @PutMapping("/{id}/tasks/{task}")
    @Operation(summary = "Changes who does a line of the checklist, until when, and whether it is done")
    HandoverView updateTask(
            @PathVariable UUID id, @PathVariable UUID task, @RequestBody TaskChange request, Authentication account) {
        FieldErrors errors = new FieldErrors();
        Side owner = side(request.owner(), errors);
        LocalDate due = request.dueOn();
        if (due == null) {
            errors.add("dueOn", "is missing");
        }
        errors.throwIfAny();
        handovers.updateTask(
                id,
                viewer(account),
                task,
                owner,
                Optional.ofNullable(due).orElseThrow(),
                Boolean.TRUE.equals(request.done()));
        return get(id, account);
    }

    @DeleteMapping("/{id}/tasks/{task}")
    @Operation(summary = "Removes a line that was added to the checklist")
    HandoverView deleteTask(@PathVariable UUID id, @PathVariable UUID task, Authentication account) {
        handovers.deleteTask(id, viewer(account), task);
        return get(id, account);
    }

    @PostMapping("/{id}/entries")
    @Operation(summary = "Adds an organisation, a place, an agreement or a date to the community map; never a resident")
    HandoverView addEntry(@PathVariable UUID id, @RequestBody EntryRequest request, Authentication account) {
        FieldErrors errors = new FieldErrors();
        String name = errors.text("name", request.name(), 1, LONGEST_NAME);
        String detail = Optional.ofNullable(request.detail()).orElse("").strip();
        if (detail.length() > LONGEST_DETAIL) {
            errors.add("detail", "must have at most " + LONGEST_DETAIL + " characters, not " + detail.length());
        }
        Optional<Entry.Kind> kind =
                Entry.Kind.findByKey(Optional.ofNullable(request.kind()).orElse(""));
        if (kind.isEmpty()) {
            errors.add("kind", "must be one of " + Entry.Kind.keys());
        }
        if (kind.filter(Entry.Kind.EVENT::equals).isPresent() && request.day() == null) {
            errors.add("day", "is missing: when is the event?");
        }
        errors.throwIfAny();
        handovers.addEntry(
                id,
                viewer(account),
                new Entry(
                        UUID.randomUUID(), kind.orElseThrow(), name, detail.isEmpty() ? null : detail, request.day()));
        return get(id, account);
    }

    @DeleteMapping("/{id}/entries/{entry}")
    @Operation(summary = "Removes a line of the community map")
    HandoverView deleteEntry(@PathVariable UUID id, @PathVariable UUID entry, Authentication account) {
        handovers.deleteEntry(id, viewer(account), entry);
        return get(id, account);
    }

    @PutMapping("/{id}/notice")
    @Operation(summary = "Sets what residents are told, in which languages, from which day on")
    HandoverView setNotice(@PathVariable UUID id, @RequestBody NoticeRequest request, Authentication account) {
        FieldErrors errors = new FieldErrors();
        Map<String, String> words = new TreeMap<>();
        Optional.ofNullable(request.words()).orElse(Map.of()).forEach((language, given) -> {
            String text = given == null ? "" : given.strip();
            if (!LANGUAGES.contains(language)) {
                errors.add("words", "must be in languages of " + new java.util.TreeSet<>(LANGUAGES));
            } else if (text.length() > LONGEST_DETAIL) {
                errors.add("words", "must have at most " + LONGEST_DETAIL + " characters, not " + text.length());
            } else if (!text.isEmpty()) {
                words.put(language, text);
            }
        });
        if (request.from() != null && words.isEmpty()) {
            errors.add("words", "are missing: what are residents told?");
        }
        errors.throwIfAny();
        handovers.setNotice(id, viewer(account), request.from(), words);
        return get(id, account);
    }

    @PostMapping("/{id}/closing")
    @Operation(summary = "Closes one side; the handover is closed when both are, by two accounts")
    HandoverView close(@PathVariable UUID id, @RequestBody ClosingRequest request, Authentication account) {
        FieldErrors errors = new FieldErrors();
        Side side = side(request.side(), errors);
        String why = request.why();
        if (why != null && why.length() > LONGEST_WHY) {
            errors.add("why", "must have at most " + LONGEST_WHY + " characters, not " + why.length());
        }
        if (side == Side.TEAM) {
            errors.add("side", "must be from or to");
        }
        errors.throwIfAny();
        handovers.close(id, viewer(account), side, why);
        return get(id, account);
    }

    @PostMapping("/{id}/cancellation")
    @AllowedTo(Permission.ASSIGNMENT_EDIT)
    @Operation(summary = "Gives a handover up, with a reason")
    HandoverView cancel(@PathVariable UUID id, @RequestBody CancelRequest request, Authentication account) {
        FieldErrors errors = new FieldErrors();
        String why = errors.text("why", request.why(), 1, LONGEST_WHY);
        errors.throwIfAny();
        handovers.cancel(id, viewer(account), why);
        return get(id, account);
    }

    private Handovers.Viewer viewer(Authentication account) {
        return handovers.viewer(account.getName(), Permission.ASSIGNMENT_EDIT.isHeldBy(account));
    }

    private static Side side(@Nullable String key, FieldErrors errors) {
        Optional<Side> side = Side.findByKey(Objects.requireNonNullElse(key, ""));
        if (side.isEmpty()) {
            errors.add("owner", "must be one of " + Side.keys());
        }
        return side.orElse(Side.TEAM);
    }
}
