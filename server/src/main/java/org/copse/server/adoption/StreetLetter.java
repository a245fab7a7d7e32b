package org.copse.server.adoption;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copse.server.adoption.ChangeList.Change;
import org.copse.server.adoption.ChangeList.Side;
import org.copse.server.adoption.ChangeList.Street;
import org.copse.server.officer.ServiceContact;
import org.copse.server.pdf.Sheet;
import org.copse.server.pdf.SheetTable;
import org.copse.server.publication.AreaName;
import org.copse.server.words.Words;

/** A letter to the residents of a street: who their officer is from when on, number by number. */
final class StreetLetter {
    private final Words words;
    private final ServiceContact authority;

    StreetLetter(Words words, ServiceContact authority) {
        this.words = words;
        this.authority = authority;
    }

    void write(ChangeList list, Street street, LocalDate from, OutputStream out) {
        Map<String, String> values = Map.of("street", street.name(), "date", words.date(from), "plan", list.plan());
        try (Sheet sheet = new Sheet(out, words, words.say("letter.title", values))) {
            sheet.paragraph(words.say("letter.greeting", values));
            sheet.paragraph(words.say("letter.lead", values));
            SheetTable table = new SheetTable()
                    .words(words.say("letter.numbers"), 2)
                    .words(words.say("letter.until"), 2)
                    .words(words.say("letter.from"), 2);
            for (Change change : street.changes()) {
                table.row(
                        change.numbers().stream()
                                .filter(number -> !number.isEmpty())
                                .collect(Collectors.joining(words.say("list.comma"))),
                        side(change.before()),
                        side(change.after()));
            }
            sheet.table(table);
            String phone = authority.phone();
            String contact = Stream.of(phone == null ? null : words.phone(phone), authority.email())
                    .filter(one -> one != null)
                    .collect(Collectors.joining(" · "));
            if (!contact.isEmpty()) {
                sheet.paragraph(words.say("letter.questions", Map.of("contact", contact)));
            }
            sheet.paragraph(words.say("letter.emergency"));
            if (list.source() != null) {
                sheet.note(words.say(
                        "letter.source",
                        Map.of("layer", list.source(), "date", list.asOf() == null ? "–" : list.asOf())));
            }
        }
    }

    private String side(Side side) {
        String beat = AreaName.plain(side.beatName());
        return side.officer() == null
                ? words.say("letter.team", Map.of("sector", AreaName.plain(side.sectorName()), "beat", beat))
                : words.say("letter.officer", Map.of("officer", side.officer(), "beat", beat));
    }
}
