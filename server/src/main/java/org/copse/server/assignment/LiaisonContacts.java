package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.officer.Officer;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who can be asked about a language, a community or a need, wherever one lives. */
@Service
public class LiaisonContacts {
    private final Liaisons liaisons;
    private final Leaves leaves;
    private final Officers officers;
    private final Assignments assignments;

    LiaisonContacts(Liaisons liaisons, Leaves leaves, Officers officers, Assignments assignments) {
        this.liaisons = liaisons;
        this.leaves = leaves;
        this.officers = officers;
        this.assignments = assignments;
    }

    /**
     * Who can be asked, as everybody may know them.
     *
     * @param standsIn whether this is who stands in for the liaison officer today
     */
    public record Contact(
            Need need,
            String topic,
            @Nullable String dutyName,
            List<String> languages,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String hours,
            boolean standsIn) {}

    /** Returns those who are there today; nobody for a liaison officer who is away without a substitute. */
    public List<Contact> listToday() {
        LocalDate today = assignments.today();
        Map<UUID, StoredOfficer> roster = officers.mapById();
        Map<UUID, Leave> absences = leaves.mapToday();
        return liaisons.list().stream()
                .filter(liaison -> liaison.days().include(today))
                .flatMap(liaison -> contact(liaison, roster, absences, today).stream())
                .toList();
    }

    /** Returns whether an officer is a liaison officer today, for whatever. */
    public boolean isLiaisonToday(UUID officer) {
        LocalDate today = assignments.today();
        return liaisons.list().stream()
                .anyMatch(one -> one.officer().equals(officer) && one.days().include(today));
    }

    private static Optional<Contact> contact(
            LiaisonAssignment liaison, Map<UUID, StoredOfficer> roster, Map<UUID, Leave> absences, LocalDate today) {
        Leave away = absences.get(liaison.officer());
        UUID id = away == null ? liaison.officer() : away.substitute();
        StoredOfficer stored = id == null ? null : roster.get(id);
        if (stored == null || !stored.servesOn(today) || (away != null && absences.containsKey(stored.id()))) {
            return Optional.empty();
        }
        Officer officer = stored.particulars();
        return Optional.of(new Contact(
                liaison.need(),
                liaison.topic(),
                officer.dutyName(),
                officer.languages(),
                officer.phone(),
                officer.email(),
                officer.hours(),
                away != null));
    }
}
