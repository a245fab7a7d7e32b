package org.copse.server.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Meetings as a calendar to subscribe to: iCalendar, RFC 5545. */
public final class Calendar {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The most octets of a line, its end aside. */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private Calendar() {}

    /**
     * Returns the calendar.
     *
     * @param name of the calendar, as programs show it
     * @param page whole address of the page that it belongs to
     * @param now when it was written
     */
    public static String of(String name, String page, List<Meeting> meetings, Instant now) {
        Calendar calendar = new Calendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Copse//Meetings//EN");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        for (Meeting meeting : meetings) {
            calendar.line("BEGIN:VEVENT");
            calendar.line("UID:" + meeting.id());
            calendar.line("DTSTAMP:" + TIME.format(now));
            calendar.line("DTSTART:" + TIME.format(meeting.startsAt()));
            calendar.line("DTEND:" + TIME.format(meeting.endsAt()));
            calendar.line("SUMMARY;LANGUAGE=" + meeting.language() + ":" + escaped(meeting.title()));
            calendar.line("LOCATION:" + escaped(meeting.place()));
            if (!meeting.description().isEmpty()) {
                calendar.line("DESCRIPTION;LANGUAGE=" + meeting.language() + ":" + escaped(meeting.description()));
            }
            calendar.line("URL:" + page);
            calendar.line("STATUS:" + (meeting.cancelled() ? "CANCELLED" : "CONFIRMED"));
            calendar.line("END:VEVENT");
        }
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
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
