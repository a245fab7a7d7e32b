package org.copse.geoimport.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private long nanos;
    private final Deadline deadline = new Deadline(Limits.usual().with(Limit.SECONDS, 10), () -> nanos);

    @Test
    void refusesOnceTheTimeIsUpAndSaysHowToRaiseIt() {
        nanos = 10_000_000_000L;
        assertThatCode(() -> deadline.check("a.csv")).doesNotThrowAnyException();
        nanos += 1;
        ImportRefused refused = catchThrowableOfType(ImportRefused.class, () -> deadline.check("a.csv"));
        assertThat(refused.values()).containsEntry("limit", "seconds").containsEntry("bound", 10L);
        assertThat(refused.whatToDo()).contains("\"seconds\"");
    }

    @Test
    void stopsReadingInTheMiddleOfAFile() throws IOException {
        try (InputStream in = deadline.watching(new ByteArrayInputStream(new byte[100]), "a.csv")) {
            assertThat(in.readNBytes(10)).hasSize(10);
            nanos = 11_000_000_000L;
            assertThat(catchThrowableOfType(ImportRefused.class, () -> in.readNBytes(10))
                            .code())
                    .isEqualTo("limit-passed");
        }
    }
}
