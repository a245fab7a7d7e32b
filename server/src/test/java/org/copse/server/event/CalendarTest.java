package org.copse.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** RFC 5545. */
class CalendarTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private static String written(String title, String description, boolean cancelled) {
        Meeting meeting = new Meeting(
                new UUID(1, 2),
                "1",
                Meeting.Kind.COFFEE,
                title,
                "Library, Quay 1",
                description,
                "nl",
                Instant.parse("2026-05-04T17:30:00Z"),
                Instant.parse("2026-05-04T19:00:00Z"),
                cancelled);
        return Calendar.of("Beat 1", List.of(Calendar.Entry.of(meeting, "https://police.example/nl/beats/1")), NOW);
    }

    @Test
    void aMeetingIsAnEventWithItsTimesInUtc() {
        assertThat(written("Koffie", "", false).split("\r\n", -1))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Copse//Meetings//EN",
                        "X-WR-CALNAME:Beat 1",
                        "BEGIN:VEVENT",
                        "UID:00000000-0000-0001-0000-000000000002",
                        "DTSTAMP:20260501T100000Z",
                        "DTSTART:20260504T173000Z",
                        "DTEND:20260504T190000Z",
                        "SUMMARY;LANGUAGE=nl:Koffie",
                        "LOCATION:Library\\, Quay 1",
                        "URL:https://police.example/nl/beats/1",
                        "STATUS:CONFIRMED",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        "");
    }

    @Test
    void whatSomebodyWroteEndsNoLineAndBeginsNoProperty() {
        String calendar = written("a;b,c\\d\r\nATTENDEE:mailto:x", "one\ntwo", true);
        assertThat(calendar)
                .contains(
                        "SUMMARY;LANGUAGE=nl:a\\;b\\,c\\\\d\\nATTENDEE:mailto:x\r\n",
                        "DESCRIPTION;LANGUAGE=nl:one\\ntwo\r\n")
                .contains("STATUS:CANCELLED");
        assertThat(calendar.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
    }

    @Test
    void longLinesAreFoldedWithoutCuttingALetter() {
        String title = "لقاء الجيران مع الشرطة المحلية 😀".repeat(8);
        String calendar = written(title, "", false);
        assertThat(Arrays.stream(calendar.split("\r\n", -1)))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY;LANGUAGE=nl:" + title + "\r\n");
    }
}
