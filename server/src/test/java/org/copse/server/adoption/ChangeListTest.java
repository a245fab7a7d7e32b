package org.copse.server.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.copse.server.adoption.ChangeList.Address;
import org.copse.server.adoption.ChangeList.Side;
import org.copse.server.adoption.ChangeList.Street;
import org.copse.server.officer.ServiceContact;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.junit.jupiter.api.Test;

class ChangeListTest {
    private static final Side SAM = new Side("1", "Mill", "North", "Sam");
    private static final Side ROBIN = new Side("2", "Quay", "North", "Robin");
    private static final Side TEAM = new Side("3", "Moor", "South", null);

    @Test
    void groupsNumbersThatChangeAlikeAndCountsThemAsPeopleDo() {
        List<Street> streets = ChangeList.streets(List.of(
                new Address("Long Street", "10a", SAM, ROBIN),
                new Address("Long Street", "2", SAM, ROBIN),
                new Address("Long Street", "10", SAM, ROBIN),
                new Address("Long Street", "1", SAM, TEAM),
                new Address("Back Lane", "", ROBIN, SAM)));

        assertThat(streets).extracting(Street::name).containsExactly("Back Lane", "Long Street");
        assertThat(streets.get(1).changing()).isEqualTo(4);
        assertThat(streets.get(1).changes())
                .extracting(change -> change.numbers() + " " + change.after().beatName())
                .containsExactly("[1] Moor", "[2, 10, 10a] Quay");
    }

    @Test
    void writesALetterInEveryLanguage() throws IOException {
        Street street = ChangeList.streets(List.of(
                        new Address("Long Street", "2", SAM, ROBIN), new Address("Long Street", "4", SAM, TEAM)))
                .get(0);
        ChangeList list = new ChangeList(
                "Spring",
                "Winter",
                Instant.parse("2026-07-01T04:00:00Z"),
                "Addresses",
                "2026-01-01",
                9,
                2,
                List.of(street));
        for (Language language : Language.values()) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            Words words = Words.of(language);
            new StreetLetter(words, new ServiceContact("02 555 01", null))
                    .write(list, street, LocalDate.of(2026, 7, 1), pdf);

            com.lowagie.text.pdf.PdfReader reader = new com.lowagie.text.pdf.PdfReader(pdf.toByteArray());
            assertThat(reader.getNumberOfPages()).as(language.code()).isEqualTo(1);
            if (!language.isRightToLeft()) {
                assertThat(new com.lowagie.text.pdf.parser.PdfTextExtractor(reader).getTextFromPage(1))
                        .as(language.code())
                        .contains("Long Street")
                        .contains("Robin")
                        .contains("02 555 01");
            }
            reader.close();
        }
    }
}
