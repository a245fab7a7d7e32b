package org.copse.server.area;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.copse.server.assignment.LiaisonContacts;
import org.copse.server.assignment.Need;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Officers for a language, a community or a need, in a reader's words. Who they are is read anew after seconds; while the database is away,
 * those last known go on, so that the finder opens as its answers do.
 */
final class LiaisonText {
    private static final long AGE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Supplier<List<LiaisonContacts.Contact>> contacts;
    private volatile @Nullable Known last;

    /** @param contacts reads them from the database */
    LiaisonText(Supplier<List<LiaisonContacts.Contact>> contacts) {
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
        if (known != null && System.nanoTime() - known.readAt() < AGE_NANOS) {
            return known.contacts();
        }
        List<LiaisonContacts.Contact> read =
                WhileAway.otherwise(known == null ? List.of() : known.contacts(), contacts);
        last = new Known(read, System.nanoTime());
        return read;
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
