package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A planner's own draft of a working plan, over HTTP. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/draft")
@AllowedTo(Permission.SCENARIO_EDIT)
class DraftController {
    private static final int LISTED = 100;

    private final Drafts drafts;
    private final Saving saving;
    private final WorkingPlans plans;
    private final PlanSources sources;
    private final DraftRepository rows;

    DraftController(Drafts drafts, Saving saving, WorkingPlans plans, PlanSources sources, DraftRepository rows) {
        this.drafts = drafts;
        this.saving = saving;
        this.plans = plans;
        this.sources = sources;
        this.rows = rows;
    }

    /** Why a draft is saved, in the planner's words. */
    record Note(@Nullable String note) {}

    /**
     * What becomes of a draft when somebody saved in between.
     *
     * @param onto the revision of theirs
     * @param choice mine, theirs or both
     */
    record Rebase(@Nullable Integer onto, @Nullable String choice) {}

    /** An edit in the list of them; {@code undone} when it was taken back. */
    record EditView(int number, EditName name, java.time.Instant at, boolean undone) {}

    @GetMapping
    @Operation(
            summary =
                    "Returns the account's own draft of the working plan, with its figures and those of the saved plan")
    DraftView get(@PathVariable UUID id, Authentication account) {
        return view(id, account, List.of());
    }

    @PostMapping(path = "/edits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Makes an edit and returns what it changed")
    EditAnswer edit(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody EditRequest request,
            Authentication account) {
        String asked = request.kind() == null ? "" : request.kind();
        OptionalLong expected = IfMatch.optional(ifMatch);
        if (asked.equals("take")) {
            PlanSource source = request.source();
            WorkingPlan taken = sources.get(drafts.ground(id), source);
            EditName name = new EditName("take", Map.of("from", String.valueOf(source.from())));
            return answer(account, drafts.edit(key(id, account), expected, at -> Taking.take(at, taken, name)));
        }
        EditKind kind = EditKind.findByKey(asked)
                .orElseThrow(() -> FieldErrors.of(
                        "kind", "must be take or one of " + EditKind.keys() + ", not " + request.kind()));
        return answer(account, drafts.edit(key(id, account), expected, at -> kind.make(at, request)));
    }

    @GetMapping("/edits")
    @Operation(summary = "Lists the draft's edits, the latest first, a hundred at a time")
    List<EditView> edits(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer before, Authentication account) {
        DraftKey key = key(id, account);
        int made = drafts.get(key).row().edits();
        int below = before == null ? made + LISTED / 2 : Math.max(1, before);
        return rows.listEdits(key, below, LISTED).stream()
                .map(edit -> new EditView(edit.number(), edit.name(), edit.at(), edit.number() > made))
                .toList();
    }

    @PostMapping("/undo")
    @Operation(summary = "Takes the last edit back, as often as there are edits, over saves too")
    EditAnswer undo(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Authentication account) {
        return answer(account, drafts.undo(key(id, account), IfMatch.optional(ifMatch)));
    }

    @PostMapping("/redo")
    @Operation(summary = "Makes the edit again that was taken back last")
    EditAnswer redo(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Authentication account) {
        return answer(account, drafts.redo(key(id, account), IfMatch.optional(ifMatch)));
    }

    @PostMapping("/revert")
    @Operation(summary = "Goes back to the saved plan; an edit that can be taken back")
    EditAnswer revert(@PathVariable UUID id, Authentication account) {
        return answer(account, drafts.revert(key(id, account)));
    }

    @PostMapping(path = "/save", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Saves the draft as the next revision; If-Match names the revision that it counts against")
    DraftView save(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Note note,
            Authentication account) {
        saving.save(key(id, account), IfMatch.required(ifMatch), note.note);
        return view(id, account, List.of());
    }

    @PostMapping(path = "/rebase", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Decides what stays after somebody else saved: mine, theirs or both")
    DraftView rebase(@PathVariable UUID id, @RequestBody Rebase request, Authentication account) {
        int onto = Drawing.within("onto", request.onto, 1, Integer.MAX_VALUE);
        Saving.Rebased rebased = saving.rebase(key(id, account), onto, request.choice);
        return view(id, account, rebased.contested());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets the draft with all its edits")
    void forget(@PathVariable UUID id, Authentication account) {
        plans.getLatestRevision(id);
        drafts.forget(key(id, account));
    }

    private static DraftKey key(UUID scenario, Authentication account) {
        return new DraftKey(scenario, account.getName());
    }

    private EditAnswer answer(Authentication account, Drafts.Changed changed) {
        return EditAnswer.of(changed.shownTo(account));
    }

    private DraftView view(UUID id, Authentication account, List<String> contested) {
        DraftSession.State at = drafts.get(key(id, account)).shownTo(account);
        Revision base = plans.get(id, at.row().base()).revision();
        return DraftView.of(at, base, plans.getLatestRevision(id), contested);
    }
}
