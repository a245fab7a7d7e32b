package org.copse.server.area;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.copse.server.assignment.LiaisonContacts;
import org.copse.server.assignment.Need;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Officers for a language, a community or a need, in a reader's words. Who they are is read anew after seconds; while the database is away,
 * those last known go on, so that the finder opens as its answers do.
 */
final class LiaisonText {
    private static final long AGE_NANOS = Duration.ofSeconds(2).toNanos();

    private final LiaisonContacts contacts;
    private volatile @Nullable Known last;

    LiaisonText(LiaisonContacts contacts) {
        this.contacts = contacts;
    }

    private record Known(List<LiaisonContacts.Contact> contacts, long readAt) {}

    /**
     * Somebody who can be asked.
     *
     * @param need what about
     */
    record Entry(String need, String dutyName, boolean standsIn, Card.Contact contact) {}

    List<Entry> list(Words words) {
        return today().stream().map(one -> entry(one, words)).toList();
    }

    private List<LiaisonContacts.Contact> today() {
        Known known = last;
        long now = System.nanoTime();
        if (known != null && now - known.readAt() < AGE_NANOS) {
            return known.contacts();
        }
        try {
            List<LiaisonContacts.Contact> read = contacts.listToday();
            last = new Known(read, now);
            return read;
        } catch (DataAccessException | TransactionException e) {
            return known == null ? List.of() : known.contacts();
        }
    }

    private static Entry entry(LiaisonContacts.Contact one, Words words) {
        String dutyName = one.dutyName() == null ? "" : one.dutyName();
        LookupAnswer.Officer officer = new LookupAnswer.Officer(
                dutyName, one.languages(), one.phone(), one.email(), one.hours(), null, null, null);
        return new Entry(
                need(one.need(), one.topic(), words), dutyName, one.standsIn(), Card.Contact.of(officer, words));
    }

    private static String need(Need need, String topic, Words words) {
        if (need == Need.LANGUAGE) {
            return words.say("need.languageOf", Map.of("language", words.languageName(topic)));
        }
        String what = words.say("need." + need.key());
        return topic.isEmpty() ? what : what + ": " + topic;
    }
}
