package org.copse.server.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is recorded: a closed list, so that each has words in every language. */
public enum AuditAction {
    LAYER_IMPORTED,
    LAYER_DELETED,
    /** A column was found or stated to be of a special category, or not to be. */
    LAYER_TAGGED,
    /** Places of worship or special-category attributes left the server. */
    LAYER_READ_SPECIAL,
    /** Incidents left the server as points. */
    INCIDENT_POINTS_READ(true),
    /** Recorded incidents of a quarter were published, or taken away. */
    INCIDENT_PUBLISHED(true),
    INCIDENT_WITHDRAWN(true),
    LAYER_EXPORTED,
    SCENARIO_CREATED,
    SCENARIO_CHANGED,
    SCENARIO_DELETED,
    WEIGHTS_CHANGED,
    JOB_STARTED,
    JOB_CANCELLED,
    PLAN_PUBLISHED(true),
    /** A comparison can be read by whoever has its link, until that expires. */
    COMPARISON_SHARED,
    COMPARISON_UNSHARED,
    /** A plan was fixed as a draft, went a step on, or back. */
    PLAN_STEPPED,
    PLAN_ASSESSED,
    CONSULTATION_OPENED,
    CONSULTATION_CHANGED,
    CONSULTATION_CLOSED,
    /** A plan may come into force, or may no longer, although something is missing. */
    PLAN_OVERRIDDEN(true),
    /** A plan in force or to come was taken back. */
    PLAN_TAKEN_BACK(true),
    SIGN_IN,
    SIGN_IN_REFUSED,
    SIGN_OUT,
    /** Somebody who is signed in tried what their roles do not allow. */
    ACCESS_REFUSED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    ROLES_CHANGED(true),
    TOKEN_CREATED,
    TOKEN_REVOKED,
    OFFICER_CREATED,
    OFFICER_CHANGED,
    OFFICER_DELETED,
    ASSIGNMENT_PROPOSED,
    ASSIGNMENT_CONFIRMED,
    ASSIGNMENT_CHANGED,
    ASSIGNMENT_ENDED,
    HANDOVER_OPENED,
    HANDOVER_CHANGED,
    HANDOVER_CLOSED,
    /** A walk or a finding came from a phone, or another version of it. */
    WALK_CHANGED,
    /** A walk to come was planned, changed or cancelled. */
    WALK_PLANNED,
    /** What becomes of a finding was decided: its state, whose work it is, what residents read. */
    FINDING_STEPPED,
    /** What becomes of a resident's concern was decided: its state, whose work it is. */
    CONCERN_STEPPED,
    /** Somebody looked up how to reach who filed a concern. */
    CONCERN_CONTACT_READ,
    /** A problem case was opened or changed, or something was put into it or taken out. */
    PROBLEM_CHANGED,
    /** What residents read of a problem case was published, or taken away. */
    PROBLEM_PUBLISHED,
    PROBLEM_WITHDRAWN,
    /** A meeting with residents or a priority agreed with them was entered, changed or removed. */
    EVENT_CHANGED,
    EXPORTED,
    AUDIT_READ,
    AUDIT_EXPORTED,
    /** Personal fields of entries were erased; which ones is in the entry's detail. */
    AUDIT_ERASED(true),
    /** Entries beyond the retention were cut at the front. */
    AUDIT_CUT,
    /** A key that signs the chain's heads came into use; its public half is in the entry's detail. */
    AUDIT_KEY;

    private final boolean asksReason;

    AuditAction() {
        this(false);
    }

    AuditAction(boolean asksReason) {
        this.asksReason = asksReason;
    }

    /** Returns the name in the log, such as {@code layer.read-special}: stored, so it never changes. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    /** Returns whether it is recorded only with a reason. */
    public boolean asksReason() {
        return asksReason;
    }

    /** Returns the action of that key. */
    public static Optional<AuditAction> findByKey(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(key))
                .findFirst();
    }
}
