package org.copse.server.finding;

import java.util.List;
import java.util.UUID;
import org.copse.server.mail.MailStanding;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Which findings somebody asks for; whatever is null does not matter.
 *
 * @param state any of these
 * @param mail how the newest mail to an agency stands: {@code waiting}, {@code sent} or {@code failed}
 * @param beat id of a beat of the plan in force
 */
record FindingFilter(
        @Nullable List<String> state,
        @Nullable String agency,
        @Nullable String category,
        @Nullable String beat,
        @Nullable UUID walk,
        @Nullable Boolean overdue,
        @Nullable String mail) {
    private static final List<String> MAIL = List.of(MailStanding.WAITING, MailStanding.SENT, MailStanding.FAILED);
    static final FindingFilter ALL = new FindingFilter(null, null, null, null, null, null, null);

    static FindingFilter ofWalk(UUID walk) {
        return new FindingFilter(null, null, null, null, walk, null, null);
    }

    /** Ends the request when it asks for what there is not. */
    void check() {
        FieldErrors errors = new FieldErrors();
        if (state != null && !State.keys().containsAll(state)) {
            errors.add("state", "must be of " + State.keys());
        }
        if (agency != null && !StepRequest.AGENCIES.contains(agency)) {
            errors.add("agency", "must be one of " + StepRequest.AGENCIES);
        }
        if (category != null && !Finding.CATEGORIES.contains(category)) {
            errors.add("category", "must be one of " + Finding.CATEGORIES);
        }
        if (mail != null && !MAIL.contains(mail)) {
            errors.add("mail", "must be one of " + MAIL);
        }
        errors.throwIfAny();
    }

    boolean takes(FollowedFinding one) {
        FollowedFinding.Beat in = one.beat();
        MailStanding mailed = one.mail();
        return (state == null || state.contains(one.standing().state().key()))
                && (agency == null || agency.equals(one.standing().agency()))
                && (category == null || category.equals(one.finding().category()))
                && (beat == null || (in != null && beat.equals(in.id())))
                && (walk == null || walk.equals(one.walk().id()))
                && (overdue == null || overdue == one.overdue())
                && (mail == null || (mailed != null && mail.equals(mailed.state())));
    }
}
