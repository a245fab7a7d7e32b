package org.copse.server.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.copse.server.assignment.LiaisonContacts.Contact;
import org.copse.server.assignment.Need;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LiaisonTextTest {
    private static final Contact SAM = new Contact(Need.LANGUAGE, "ar", "Sam", List.of("ar"), "1", null, null, false);

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private final LiaisonText text = new LiaisonText(() -> {
        reads.incrementAndGet();
        if (away.get()) {
            throw new DataAccessResourceFailureException("away");
        }
        return List.of(SAM);
    });

    @Test
    void aReadThatFailedIsNotTriedAgainAtOnce() {
        away.set(true);
        assertThat(text.list(Words.of(Language.EN))).isEmpty();
        assertThat(text.list(Words.of(Language.NL))).isEmpty();
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatWasReadIsToldInEachReadersWords() {
        assertThat(text.list(Words.of(Language.NL)))
                .extracting(LiaisonText.Entry::need)
                .containsExactly("Taal: Arabisch");
        assertThat(text.list(Words.of(Language.DE)))
                .extracting(LiaisonText.Entry::dutyName)
                .containsExactly("Sam");
        assertThat(reads).hasValue(1);
    }
}
