package org.copse.server.lookup;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours as they were noted, such as {@code Mon-Fri 09:00-17:00; Sat 10-14}, to say whether a place is open. */
final class OpeningHours {
    /** Days from Monday, as the five languages and the notation of open data shorten them. The words do not contradict each other. */
    private static final List<List<String>> DAYS = List.of(
            List.of("mo", "mon", "monday", "ma", "maandag", "lu", "lun", "lundi", "montag", "الاثنين"),
            List.of("tu", "tue", "tues", "tuesday", "di", "dinsdag", "mar", "mardi", "dienstag", "الثلاثاء"),
            List.of("we", "wed", "wednesday", "wo", "woensdag", "mer", "mercredi", "mi", "mittwoch", "الأربعاء"),
            List.of(
                    "th",
                    "thu",
                    "thur",
                    "thurs",
                    "thursday",
                    "do",
                    "donderdag",
                    "jeu",
                    "jeudi",
                    "donnerstag",
                    "الخميس"),
            List.of("fr", "fri", "friday", "vr", "vrijdag", "ven", "vendredi", "freitag", "الجمعة"),
            List.of("sa", "sat", "saturday", "za", "zaterdag", "sam", "samedi", "samstag", "السبت"),
            List.of("su", "sun", "sunday", "zo", "zondag", "dim", "dimanche", "so", "sonntag", "الأحد"));

    private static final int WEEK = 7;
    private static final int DAY_MINUTES = 24 * 60;
    private static final String DASH = "\\s*[-–—]\\s*";
    private static final String DAY = "\\p{L}+\\.?";
    private static final String TIME = "\\d{1,2}(?:[:.h]\\d{2}|h)?";
    private static final String SPAN = TIME + DASH + TIME;
    private static final Pattern RULE = Pattern.compile(
            "(" + DAY + "(?:(?:" + DASH + "|\\s*,\\s*)" + DAY + ")*)[\\s:]+(" + SPAN + "(?:\\s*,\\s*" + SPAN + ")*)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2})?)?");
    private static final int LONGEST = 500;

    private final List<Span> spans;

    private OpeningHours(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /** Minutes of a week from Monday midnight; the end is not open any more, and may lie in the next week. */
    private record Span(int from, int to) {}

    /** Returns the hours; empty for a text that is not understood whole: then nobody is told that a place is open. */
    static Optional<OpeningHours> find(@Nullable String noted) {
        if (noted == null || noted.length() > LONGEST) {
            return Optional.empty();
        }
        List<Span> spans = new ArrayList<>();
        for (String rule : noted.split("[;\\n]", -1)) {
            if (!rule.isBlank() && !addRule(rule.strip(), spans)) {
                return Optional.empty();
            }
        }
        return spans.isEmpty() ? Optional.empty() : Optional.of(new OpeningHours(spans));
    }

    private static boolean addRule(String rule, List<Span> spans) {
        Matcher matcher = RULE.matcher(rule);
        if (!matcher.matches()) {
            return false;
        }
        List<Integer> days = days(matcher.group(1));
        for (String span : matcher.group(2).split("\\s*,\\s*", -1)) {
            String[] ends = span.split(DASH, -1);
            int from = minutes(ends[0]);
            int to = minutes(ends[1]);
            if (days.isEmpty() || from < 0 || to < 0) {
                return false;
            }
            // Until an hour that comes before the first: over midnight.
            int length = to > from ? to - from : to + DAY_MINUTES - from;
            days.forEach(day -> spans.add(new Span(day * DAY_MINUTES + from, day * DAY_MINUTES + from + length)));
        }
        return true;
    }

    private static List<Integer> days(String text) {
        List<Integer> days = new ArrayList<>();
        for (String part : text.split("\\s*,\\s*", -1)) {
            String[] ends = part.split(DASH, -1);
            int first = day(ends[0]);
            int last = day(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                return List.of();
            }
            for (int day = first; ; day = (day + 1) % WEEK) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static int day(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace(".", "");
        for (int day = 0; day < WEEK; day++) {
            if (DAYS.get(day).contains(plain)) {
                return day;
            }
        }
        return -1;
    }

    private static int minutes(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return -1;
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        int minutes = 60 * hour + minute;
        return minute < 60 && minutes <= DAY_MINUTES ? minutes : -1;
    }

    /** Returns whether it is open at a moment, in the place's own time. */
    boolean isOpen(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        int now = (at.getDayOfWeek().getValue() - 1) * DAY_MINUTES + 60 * time.getHour() + time.getMinute();
        return spans.stream()
                .anyMatch(span -> (span.from() <= now && now < span.to())
                        || (span.from() <= now + WEEK * DAY_MINUTES && now + WEEK * DAY_MINUTES < span.to()));
    }
}
