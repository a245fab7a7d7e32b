package org.copse.server.permission;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * What may be done, as a verb, and which roles may do it: the whole table of grants. An endpoint names one of these
 * ({@link AllowedTo}), never a role.
 */
public enum Permission {
    /** Sees layers: what they are, their reports, their features without what is special about people. */
    LAYER_READ(Role.PLANNER, Role.ANALYST),
    /** Sees places of worship and special-category attributes: origin, religion, income, nationality and the like. */
    LAYER_READ_SPECIAL(Role.PLANNER),
    /** Sees incidents as points, with a reason that is recorded. Everybody else sees cells and counts. */
    INCIDENT_READ_POINTS(Role.PLANNER),
    /** Publishes recorded incidents by quarter, with small counts kept back, and takes them away again. */
    INCIDENT_PUBLISH(Role.PLANNER),
    /** Sees hotspots as cells; their counts only with {@link #INCIDENT_READ_POINTS}. */
    HOTSPOT_READ(Role.PLANNER, Role.ANALYST),
    /** Brings files in as layers. */
    LAYER_IMPORT(Role.PLANNER),
    /** Deletes layers that nothing rests on. */
    LAYER_DELETE(Role.PLANNER),
    /** Sees scenarios, their jobs and their proposals. */
    SCENARIO_READ(Role.PLANNER, Role.ANALYST),
    /** Makes scenarios, sets weights, starts and cancels their jobs. */
    SCENARIO_EDIT(Role.PLANNER),
    /** Gives others a link to read a comparison, and takes it back. */
    COMPARISON_SHARE(Role.PLANNER),
    /** Sees how plans come from draft to force. */
    ADOPTION_READ(Role.PLANNER, Role.ANALYST, Role.SUPERVISOR, Role.AUDITOR),
    /** Drafts plans, consults on them, assesses and adopts them. */
    ADOPTION_EDIT(Role.PLANNER),
    /** Puts a plan in force from an instant, and takes it back. */
    PLAN_PUBLISH(Role.PLANNER),
    /** Lets a plan come into force although consultation or assessments are missing. Not who makes plans. */
    PLAN_OVERRIDE(Role.SUPERVISOR),
    /** Sees officers as staff see them. */
    OFFICER_READ(Role.PLANNER, Role.SUPERVISOR),
    /** Changes what is stored of officers. */
    OFFICER_EDIT(Role.PLANNER, Role.SUPERVISOR),
    /** Sees who is assigned where, and who was. */
    ASSIGNMENT_READ(Role.PLANNER, Role.SUPERVISOR),
    /** Assigns officers, and confirms what carries over to a new plan. */
    ASSIGNMENT_EDIT(Role.PLANNER, Role.SUPERVISOR),
    /** Sets how the authority as a whole is reached. */
    CONTACT_EDIT(Role.PLANNER, Role.SUPERVISOR, Role.ADMIN),
    /** Sees the own beat and decides whether the own name and photo are shown. */
    DUTY_OWN(Role.OFFICER),
    /** Sees handovers; who is there as an officer only, their own. */
    HANDOVER_READ(Role.PLANNER, Role.OFFICER, Role.SUPERVISOR),
    /** Works on a handover and closes it; who is there as an officer only, their own. */
    HANDOVER_EDIT(Role.PLANNER, Role.OFFICER, Role.SUPERVISOR),
    /** Enters meetings with residents, what was agreed with them and what was done, and puts polls to them. */
    EVENT_EDIT(Role.PLANNER, Role.OFFICER, Role.SUPERVISOR),
    /** Sets after how long on a beat an officer may be moved, and should be. */
    TENURE_EDIT(Role.SUPERVISOR),
    /** Sees who is due, and what happens when somebody leaves. */
    TENURE_READ(Role.PLANNER, Role.SUPERVISOR),
    /** Sees the supervisor's page. */
    SUPERVISION_READ(Role.PLANNER, Role.SUPERVISOR),
    /** Sees guided walks, their findings and photos; tracks without their ends. */
    WALK_READ(Role.PLANNER, Role.OFFICER, Role.SUPERVISOR),
    /** Plans walks, changes and cancels them. */
    WALK_PLAN(Role.PLANNER, Role.OFFICER, Role.SUPERVISOR),
    /** Records a guided walk. */
    WALK_RECORD(Role.OFFICER),
    /** Decides what becomes of findings, and what residents read of them. */
    FINDING_FOLLOW(Role.OFFICER, Role.SUPERVISOR),
    /** Reads and answers what residents of the own beat tell; a liaison officer, of any. */
    CONCERN_ANSWER(Role.OFFICER, Role.SUPERVISOR),
    /** Does so for all beats. A contact stays with the staff of its beat. */
    CONCERN_READ_ALL(Role.SUPERVISOR),
    /** Sees problem cases, what they rest on and what is done. */
    PROBLEM_READ(Role.PLANNER, Role.OFFICER, Role.SUPERVISOR),
    /** Opens problem cases and works on them. */
    PROBLEM_EDIT(Role.PLANNER, Role.OFFICER, Role.SUPERVISOR),
    /** Publishes what residents read of a problem case, and takes it away again. Not who writes it alone. */
    PROBLEM_PUBLISH(Role.SUPERVISOR),
    /** Reads the audit log. */
    AUDIT_READ(Role.AUDITOR),
    /** Takes the audit log out as a file. */
    AUDIT_EXPORT(Role.AUDITOR),
    /** Sees which role may do what. */
    PERMISSION_READ(Role.AUDITOR, Role.ADMIN),
    /** Looks after one's own account: password, second factor, tokens for programs. */
    ACCOUNT_MANAGE_OWN(Role.values()),
    /** Makes accounts, gives and takes roles. */
    ACCOUNT_ADMINISTER(Role.ADMIN);

    private final Set<Role> roles;
    private final String key;

    Permission(Role... roles) {
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(roles)));
        String name = name().toLowerCase(Locale.ROOT);
        this.key = name.replaceFirst("_", ":").replace('_', '-');
    }

    /** Returns the permission as a verb, such as {@code layer:read-special}. */
    public String key() {
        return key;
    }

    /** Returns the roles that hold it. */
    public Set<Role> roles() {
        return roles;
    }

    /** Returns whether somebody who is signed in holds it; nobody holds nothing. */
    public boolean isHeldBy(@Nullable Authentication account) {
        return account != null
                && account.isAuthenticated()
                && account.getAuthorities().stream().anyMatch(held -> key.equals(held.getAuthority()));
    }

    /** Returns what the roles hold together. */
    public static Set<Permission> of(Set<Role> roles) {
        return Arrays.stream(values())
                .filter(permission -> !Collections.disjoint(permission.roles, roles))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
