package org.copse.server.concern;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.assignment.Cover;
import org.copse.server.assignment.LiaisonContacts;
import org.copse.server.inforce.IndexedPlan;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.permission.Permission;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Says whose concerns somebody may read: an officer those of the own beats, a liaison officer and who supervises all; a contact the beat's staff alone. */
@Component
class Desk {
    private final Officers officers;
    private final Assignments assignments;
    private final LiaisonContacts liaisons;

    Desk(Officers officers, Assignments assignments, LiaisonContacts liaisons) {
        this.officers = officers;
        this.assignments = assignments;
        this.liaisons = liaisons;
    }

    /**
     * Who looks.
     *
     * @param supervises whether for all beats
     * @param liaison whether a liaison officer today, who works wherever one lives
     * @param own ids of the beats for which they answer today
     * @param answered ids of the beats that have somebody by name who answers today
     */
    record Viewer(String account, boolean supervises, boolean liaison, Set<String> own, Set<String> answered) {
        boolean sees(Concern concern) {
            return supervises || liaison || own.contains(concern.standing().beat());
        }

        /** Returns whether they are the staff of a beat; where nobody is there by name, that is who supervises. */
        boolean isStaffOf(String beat) {
            return own.contains(beat) || (supervises && !answered.contains(beat));
        }
    }

    /** Returns who is signed in, as the plan in force has them. */
    Viewer viewer(Authentication account, Optional<IndexedPlan> plan) {
        LocalDate today = assignments.today();
        Optional<UUID> officer = officers.findByAccount(account.getName())
                .filter(one -> one.servesOn(today))
                .map(StoredOfficer::id);
        Set<String> own = new HashSet<>();
        Set<String> answered = new HashSet<>();
        plan.map(known -> known.plan().id()).ifPresent(id -> {
            Map<String, Cover> covers = assignments.mapCover(id);
            covers.forEach((beat, cover) -> {
                StoredOfficer present = cover.present();
                if (present != null) {
                    answered.add(beat);
                    officer.filter(present.id()::equals).ifPresent(one -> own.add(beat));
                }
            });
            officer.ifPresent(one -> assignments.listOfOfficer(one).stream()
                    .filter(post -> post.plan().equals(id) && post.days().include(today))
                    .forEach(post -> own.add(post.beatId())));
        });
        return new Viewer(
                account.getName(),
                Permission.CONCERN_READ_ALL.isHeldBy(account),
                officer.filter(liaisons::isLiaisonToday).isPresent(),
                own,
                answered);
    }
}
