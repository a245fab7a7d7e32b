package org.copse.server.concern;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.inforce.IndexedPlan;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Concerns as staff see them. */
@RestController
@RequestMapping("/api/v1/concerns")
@AllowedTo(Permission.CONCERN_ANSWER)
class ConcernController {
    private static final int MOST_LISTED = 500;
    private static final List<String> TEMPLATES = List.of(
            "looking", "patrol", "talked", "repaired", "passed", "not-found", "known", "unclear", "not-ours", "civil");

    private final Concerns concerns;
    private final PlanIndex plans;
    private final Desk desk;

    ConcernController(Concerns concerns, PlanIndex plans, Desk desk) {
        this.concerns = concerns;
        this.plans = plans;
        this.desk = desk;
    }

    /** A beat by its id and name. */
    record Beat(String id, String name) {}

    /**
     * A concern.
     *
     * @param beat whose work it is; its name is its id where the plan in force has no such beat
     * @param alarm whether its words are such that the form said whom to call in danger
     * @param next where it may go from here, the way forward first
     */
    record ConcernView(Concern concern, Beat beat, boolean alarm, List<State> next) {}

    /** What was asked for; {@code total} is how many there are, of which at most 500 are listed. */
    record Answer(int total, List<ConcernView> concerns) {}

    /** A text to answer with; {@code text} is in the concern's language. */
    record Template(String key, String text) {}

    /**
     * A concern with all that was decided on it.
     *
     * @param readsContact whether whoever asks may look up its contact
     */
    record Story(ConcernView concern, List<Step> steps, List<Template> templates, boolean readsContact) {}

    /** How to reach who filed it. */
    record Contact(String contact) {}

    @GetMapping
    @Operation(
            summary =
                    "Lists the concerns of residents that one may see, the latest first; at most 500. An officer sees those of the own beats",
            description = "\"state\" takes several, separated by commas.")
    Answer list(
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String beat,
            Authentication account) {
        if (state != null && !State.keys().containsAll(state)) {
            throw FieldErrors.of("state", "must be of " + State.keys());
        }
        Optional<IndexedPlan> plan = plans.find();
        Map<String, Beat> beats = beats(plan);
        List<ConcernView> found = concerns.list(desk.viewer(account, plan)).stream()
                .filter(one ->
                        state == null || state.contains(one.standing().state().key()))
                .filter(one -> beat == null || beat.equals(one.standing().beat()))
                .map(one -> view(one, beats))
                .toList();
        return new Answer(found.size(), found.stream().limit(MOST_LISTED).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns a concern with all that was decided on it, and texts to answer with in its language")
    Story get(@PathVariable UUID id, Authentication account) {
        Optional<IndexedPlan> plan = plans.find();
        Desk.Viewer viewer = desk.viewer(account, plan);
        return story(concerns.get(id, viewer), viewer, plan);
    }

    @GetMapping("/{id}/contact")
    @Operation(summary = "Returns how to reach who filed it, to those who answer for its beat today; it is recorded")
    ResponseEntity<Contact> contact(@PathVariable UUID id, Authentication account) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Contact(concerns.readContact(id, desk.viewer(account, plans.find()))));
    }

    @GetMapping("/{id}/photo")
    @Operation(summary = "Returns its photo, as a JPEG without metadata")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, Authentication account) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(concerns.getPhoto(id, desk.viewer(account, plans.find())));
    }

    @PostMapping("/{id}/steps")
    @Operation(
            summary = "Says how a concern stands from now on, whose work it is, and what whoever filed it reads",
            description =
                    "\"after\" is the number of the last step that was seen; where somebody took another meanwhile,"
                            + " the answer is 409 and nothing changes. Passed to another beat it is that beat's.")
    Story step(@PathVariable UUID id, @RequestBody StepRequest request, Authentication account) {
        Optional<IndexedPlan> plan = plans.find();
        Desk.Viewer viewer = desk.viewer(account, plan);
        Set<String> beats = beats(plan).keySet();
        Concern changed = concerns.take(id, request, beats, viewer);
        return story(changed, viewer, plan);
    }

    private Story story(Concern concern, Desk.Viewer viewer, Optional<IndexedPlan> plan) {
        Words words = Words.of(Language.ofCode(concern.language()).orElse(Language.EN));
        return new Story(
                view(concern, beats(plan)),
                concerns.listSteps(concern),
                TEMPLATES.stream()
                        .map(key -> new Template(key, words.say("concern.template." + key)))
                        .toList(),
                concern.hasContact() && viewer.isStaffOf(concern.standing().beat()));
    }

    private static ConcernView view(Concern concern, Map<String, Beat> beats) {
        String beat = concern.standing().beat();
        return new ConcernView(
                concern,
                Optional.ofNullable(beats.get(beat)).orElse(new Beat(beat, beat)),
                AlarmWords.areIn(concern.words()),
                concern.standing().state().next());
    }

    private static Map<String, Beat> beats(Optional<IndexedPlan> plan) {
        return plan.map(IndexedPlan::beats).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        BeatTerritory::id, beat -> new Beat(beat.id(), beat.name()), (one, other) -> one));
    }
}
