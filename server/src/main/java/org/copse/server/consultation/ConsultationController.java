package org.copse.server.consultation;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.copse.server.consultation.Consultation.Answer;
import org.copse.server.consultation.Consultation.Comment;
import org.copse.server.consultation.Consultation.Outreach;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.StoredPlan;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with a consultation. */
@RestController
@RequestMapping("/api/v1/consultations")
@AllowedTo(Permission.ADOPTION_EDIT)
class ConsultationController {
    private static final int LONG = 4000;
    private static final int MIDDLE = 2000;
    private static final int SHORT = 200;
    private static final int NOTE = 1000;

    private final Consultations consultations;
    private final PlansInForce plans;

    ConsultationController(Consultations consultations, PlansInForce plans) {
        this.consultations = consultations;
        this.plans = plans;
    }

    /** A consultation that everybody may see. */
    record PublicConsultation(UUID plan, String name, LocalDate closesOn, boolean open) {}

    /**
     * A consultation as staff see it.
     *
     * @param key of a page that needs one, told once
     * @param waiting comments that nobody has read
     */
    record View(
            UUID plan,
            String intro,
            LocalDate closesOn,
            boolean linkOnly,
            @Nullable String key,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String summary,
            List<Outreach> outreach,
            List<Answer> answers,
            List<Comment> comments,
            long waiting) {}

    /**
     * How the page looks: until when, and whether only who has the link sees it.
     *
     * @param newLink whether a page by link gets another one, and the one that was sent around stops working
     */
    record Opening(
            @Nullable String intro,
            @Nullable LocalDate closesOn,
            @Nullable Boolean linkOnly,
            @Nullable Boolean newLink) {
        Consultations.Access access() {
            if (!Boolean.TRUE.equals(linkOnly)) {
                return Consultations.Access.PUBLIC;
            }
            return Boolean.TRUE.equals(newLink) ? Consultations.Access.NEW_LINK : Consultations.Access.LINK;
        }
    }

    /** A group that was invited, reached or not reached. */
    record OutreachRequest(
            @Nullable String who, @Nullable String how, @Nullable String reached, @Nullable String note) {}

    /** You said, we did. */
    record AnswerRequest(@Nullable String said, @Nullable String did) {}

    /** What becomes of a comment: shown, perhaps with an answer, or hidden, and why. */
    record Moderation(@Nullable String state, @Nullable UUID answer, @Nullable String why) {}

    /** What came of it. */
    record Closing(@Nullable String summary) {}

    @GetMapping
    @Public
    @Operation(summary = "Lists the consultations that everybody may take part in, those that close last first")
    List<PublicConsultation> list() {
        return consultations.listPublic().stream()
                .map(one -> new PublicConsultation(
                        one.plan(),
                        plans.findStored(one.plan()).map(StoredPlan::name).orElse(""),
                        one.closesOn(),
                        one.takesCommentsOn(consultations.today())))
                .toList();
    }

    @GetMapping("/{plan}")
    @AllowedTo(Permission.ADOPTION_READ)
    @Operation(summary = "Returns a consultation with all comments, those that wait for staff too")
    View get(@PathVariable UUID plan) {
        return view(plan, null);
    }

    @PutMapping(path = "/{plan}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Opens the page of a consultation, or changes how it looks; the key of a page by link is told once")
    View open(@PathVariable UUID plan, @RequestBody Opening request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String intro = errors.text("intro", request.intro(), 1, LONG);
        LocalDate closesOn = request.closesOn();
        if (closesOn == null) {
            errors.add("closesOn", "is missing");
        }
        errors.throwIfAny();
        return view(
                plan,
                consultations
                        .open(plan, intro, Objects.requireNonNull(closesOn), request.access(), account.getName())
                        .orElse(null));
    }

    @PostMapping("/{plan}/outreach")
    @Operation(summary = "Records who was invited, reached or not reached: groups and organisations, no persons")
    View add(@PathVariable UUID plan, @RequestBody OutreachRequest request, Principal account) {
        FieldErrors errors = new FieldErrors();
        Outreach outreach = new Outreach(
                UUID.randomUUID(),
                errors.text("who", request.who(), 1, SHORT),
                errors.text("how", request.how(), 0, SHORT),
                oneOf("reached", request.reached(), Set.of("invited", "reached", "not-reached"), errors),
                errors.text("note", request.note(), 0, NOTE));
        errors.throwIfAny();
        consultations.add(plan, outreach, account.getName());
        return view(plan, null);
    }

    @DeleteMapping("/{plan}/outreach/{id}")
    @Operation(summary = "Removes a line about who was reached")
    View deleteOutreach(@PathVariable UUID plan, @PathVariable UUID id, Principal account) {
        consultations.delete(plan, "outreach", id, account.getName());
        return view(plan, null);
    }

    @PostMapping("/{plan}/answers")
    @Operation(summary = "Adds an answer to what was said on a theme: you said, we did")
    View add(@PathVariable UUID plan, @RequestBody AnswerRequest request, Principal account) {
        FieldErrors errors = new FieldErrors();
        Answer answer = new Answer(
                UUID.randomUUID(),
                errors.text("said", request.said(), 1, MIDDLE),
                errors.text("did", request.did(), 1, MIDDLE));
        errors.throwIfAny();
        consultations.add(plan, answer, account.getName());
        return view(plan, null);
    }

    @DeleteMapping("/{plan}/answers/{id}")
    @Operation(summary = "Removes an answer; its comments wait for another")
    View deleteAnswer(@PathVariable UUID plan, @PathVariable UUID id, Principal account) {
        consultations.delete(plan, "answer", id, account.getName());
        return view(plan, null);
    }

    @PutMapping("/{plan}/comments/{id}")
    @Operation(summary = "Shows a comment, perhaps with the answer to it, or hides it and says why")
    View moderate(@PathVariable UUID plan, @PathVariable UUID id, @RequestBody Moderation request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String state = oneOf("state", request.state(), Set.of("shown", "hidden"), errors);
        String why = errors.text("why", request.why(), state.equals("hidden") ? 1 : 0, NOTE);
        errors.throwIfAny();
        consultations.moderate(plan, id, state, request.answer(), why.isEmpty() ? null : why, account.getName());
        return view(plan, null);
    }

    @PostMapping("/{plan}/closing")
    @Operation(summary = "Closes a consultation on which every comment is read and answered, with a summary")
    View close(@PathVariable UUID plan, @RequestBody Closing request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String summary = errors.text("summary", request.summary(), 1, LONG);
        errors.throwIfAny();
        consultations.close(plan, summary, account.getName());
        return view(plan, null);
    }

    private View view(UUID plan, @Nullable String key) {
        Consultation found = consultations.get(plan);
        List<Comment> comments = consultations.listComments(plan);
        return new View(
                plan,
                found.intro(),
                found.closesOn(),
                found.keyHash() != null,
                key,
                found.openedAt(),
                found.closedAt(),
                found.summary(),
                consultations.listOutreach(plan),
                consultations.listAnswers(plan),
                comments,
                comments.stream().filter(one -> one.state().equals("waiting")).count());
    }

    private static String oneOf(String field, @Nullable String given, Set<String> known, FieldErrors errors) {
        if (given == null || !known.contains(given)) {
            errors.add(field, "must be one of " + known.stream().sorted().toList());
            return "";
        }
        return given;
    }
}
