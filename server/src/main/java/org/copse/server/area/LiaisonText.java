package org.copse.server.area;

import java.util.List;
import java.util.Map;
import org.copse.server.assignment.LiaisonContacts;
import org.copse.server.assignment.Need;
import org.copse.server.lookup.LookupAnswer;
import org.copse.server.words.Words;

/** Officers for a language, a community or a need, in a reader's words. */
final class LiaisonText {
    private final LiaisonContacts contacts;

    LiaisonText(LiaisonContacts contacts) {
        this.contacts = contacts;
    }

    /**
     * Somebody who can be asked.
     *
     * @param need what about
     */
    record Entry(String need, String dutyName, boolean standsIn, Card.Contact contact) {}

    List<Entry> list(Words words) {
        return contacts.listToday().stream().map(one -> entry(one, words)).toList();
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
