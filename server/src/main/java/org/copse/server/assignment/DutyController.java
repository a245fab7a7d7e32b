package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.copse.server.officer.OfficerView;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an officer sees of themselves: the own beat, for whom they stand in, and no other officer's. */
@RestController
class DutyController {
    private final Officers officers;
    private final BeatPosts posts;
    private final Leaves leaves;
    private final Liaisons liaisons;
    private final Assignments assignments;
    private final PlansInForce plans;

    DutyController(
            Officers officers,
            BeatPosts posts,
            Leaves leaves,
            Liaisons liaisons,
            Assignments assignments,
            PlansInForce plans) {
        this.officers = officers;
        this.posts = posts;
        this.leaves = leaves;
        this.liaisons = liaisons;
        this.assignments = assignments;
        this.plans = plans;
    }

    /**
     * An officer's own duty.
     *
     * @param officer null when the account is linked to no officer
     * @param beats of the plan in force, now and to come
     * @param leaves the own ones
     * @param standsIn leave of others, for which this officer stands in
     */
    record Duty(
            LocalDate today,
            @Nullable OfficerView officer,
            List<BeatPosts.Post> beats,
            List<LiaisonController.LiaisonView> liaisons,
            List<LeaveController.LeaveView> leaves,
            List<LeaveController.LeaveView> standsIn) {}

    @GetMapping("/api/v1/duty")
    @AllowedTo(Permission.DUTY_OWN)
    @Operation(summary = "Returns the signed-in officer's own beat, leave and liaison assignments")
    Duty get(Principal account) {
        LocalDate today = assignments.today();
        StoredOfficer own = officers.findByAccount(account.getName())
                .filter(officer -> officer.servesOn(today))
                .orElse(null);
        if (own == null) {
            return new Duty(today, null, List.of(), List.of(), List.of(), List.of());
        }
        UUID id = own.id();
        UUID inForce = plans.find().map(PublishedPlan::id).orElse(null);
        Map<UUID, StoredOfficer> roster = officers.mapById();
        return new Duty(
                today,
                OfficerView.of(own),
                posts.listOfOfficer(id).stream()
                        .filter(post -> Objects.equals(post.plan(), inForce)
                                && BeatPosts.days(post).to().isAfter(today))
                        .toList(),
                liaisons.list().stream()
                        .filter(one ->
                                one.officer().equals(id) && one.days().to().isAfter(today))
                        .map(one -> LiaisonController.view(one, own))
                        .toList(),
                leaves.list().stream()
                        .filter(leave -> leave.officer().equals(id))
                        .map(leave -> LeaveController.view(leave, roster))
                        .toList(),
                leaves.list().stream()
                        .filter(leave -> id.equals(leave.substitute()))
                        .map(leave -> LeaveController.view(leave, roster))
                        .toList());
    }
}
