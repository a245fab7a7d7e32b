package org.copse.server.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Meetings and walks as a calendar to subscribe to: iCalendar, RFC 5545. */
public final class Calendar {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The most octets of a line, its end aside. */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private Calendar() {}

    /**
     * What is entered in a calendar.
     *
     * @param language of title and description: two letters
     * @param point where it is, in WGS 84 lon/lat; null where only words say
     * @param page whole address of the page that tells more
     */
    public record Entry(
            UUID id,
            Instant startsAt,
            Instant endsAt,
            String language,
            String title,
            String place,
            @Nullable Coordinate point,
            String description,
            String page,
            boolean cancelled) {
        /** Returns a meeting as it is entered. */
        public static Entry of(Meeting meeting, String page) {
            return new Entry(
                    meeting.id(),
                    meeting.startsAt(),
                    meeting.endsAt(),
                    meeting.language(),
                    meeting.title(),
                    meeting.place(),
                    null,
                    meeting.description(),
                    page,
                    meeting.cancelled());
        }
    }

    /**
     * Returns the calendar.
     *
     * @param name of the calendar, as programs show it
     * @param now when it was written
     */
    public static String of(String name, List<Entry> entries, Instant now) {
        Calendar calendar = new Calendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Copse//Meetings//EN");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        entries.forEach(entry -> calendar.add(entry, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void add(Entry entry, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.id());
        line("DTSTAMP:" + TIME.format(now));
        line("DTSTART:" + TIME.format(entry.startsAt()));
        line("DTEND:" + TIME.format(entry.endsAt()));
        line("SUMMARY;LANGUAGE=" + entry.language() + ":" + escaped(entry.title()));
        line("LOCATION:" + escaped(entry.place()));
        Coordinate point = entry.point();
        if (point != null) {
            line(String.format(Locale.ROOT, "GEO:%.6f;%.6f", point.y, point.x));
        }
        if (!entry.description().isEmpty()) {
            line("DESCRIPTION;LANGUAGE=" + entry.language() + ":" + escaped(entry.description()));
        }
        line("URL:" + entry.page());
        line("STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line("END:VEVENT");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Writes a line, folded so that no part of it is longer than 75 octets and no letter is cut in two. */
    private void line(String words) {
        int octets = 0;
        for (int at = 0; at < words.length(); ) {
            int letter = words.codePointAt(at);
            String one = Character.toString(letter);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            at += Character.charCount(letter);
        }
        text.append("\r\n");
    }
}
