package org.copse.server.lookup;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/** Hours as they were noted, such as {@code Mon-Fri 09:00-17:00; Sat 10-14}, to say whether a place is open. */
public final class OpeningHours {
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

    private final List<Rule> rules;
    private final List<Span> spans;

    private OpeningHours(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.spans = rules.stream().flatMap(rule -> rule.spans().stream()).toList();
    }

    /** From one day (0 is Monday) to another, both included, or from one minute of a day to another. */
    private record Range(int from, int to) {}

    /** The same times on some days. */
    private record Rule(List<Range> days, List<Range> times) {
        List<Span> spans() {
            List<Span> spans = new ArrayList<>();
            for (Range row : days) {
                for (int day = row.from(); ; day = (day + 1) % WEEK) {
                    for (Range time : times) {
                        // Until an hour that comes before the first: over midnight.
                        int length = time.to() > time.from()
                                ? time.to() - time.from()
                                : time.to() + DAY_MINUTES - time.from();
                        spans.add(new Span(day * DAY_MINUTES + time.from(), day * DAY_MINUTES + time.from() + length));
                    }
                    if (day == row.to()) {
                        break;
                    }
                }
            }
            return spans;
        }

        String in(Words words) {
            String on = words.list(days.stream()
                    .map(row -> row.from() == row.to()
                            ? weekday(words, row.from())
                            : weekday(words, row.from()) + "–" + weekday(words, row.to()))
                    .toList());
            String at = words.list(times.stream()
                    .map(time -> words.time(time.from()) + "–" + words.time(time.to()))
                    .toList());
            return words.say("hours.rule", Map.of("days", on, "times", at));
        }

        private static String weekday(Words words, int day) {
            return words.weekday(DayOfWeek.of(day + 1));
        }
    }

    /** Minutes of a week from Monday midnight; the end is not open any more, and may lie in the next week. */
    private record Span(int from, int to) {}

    /** Returns the hours; empty for a text that is not understood whole: then nobody is told that a place is open. */
    public static Optional<OpeningHours> find(@Nullable String noted) {
        if (noted == null || noted.length() > LONGEST) {
            return Optional.empty();
        }
        List<Rule> rules = new ArrayList<>();
        for (String text : noted.split("[;\\n]", -1)) {
            if (!text.isBlank()) {
                Optional<Rule> rule = rule(text.strip());
                if (rule.isEmpty()) {
                    return Optional.empty();
                }
                rules.add(rule.get());
            }
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new OpeningHours(rules));
    }

    /** Returns hours as a reader writes them; as they were noted where they are not understood whole. */
    public static @Nullable String inWords(@Nullable String noted, Words words) {
        return find(noted)
                .map(hours -> hours.rules.stream()
                        .map(rule -> rule.in(words))
                        .collect(Collectors.joining(words.say("hours.and"))))
                .orElse(noted);
    }

    private static Optional<Rule> rule(String text) {
        Matcher matcher = RULE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Range> days = new ArrayList<>();
        for (String part : matcher.group(1).split("\\s*,\\s*", -1)) {
            String[] ends = part.split(DASH, -1);
            int first = day(ends[0]);
            int last = day(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                return Optional.empty();
            }
            days.add(new Range(first, last));
        }
        List<Range> times = new ArrayList<>();
        for (String span : matcher.group(2).split("\\s*,\\s*", -1)) {
            String[] ends = span.split(DASH, -1);
            int from = minutes(ends[0]);
            int to = minutes(ends[1]);
            if (from < 0 || to < 0) {
                return Optional.empty();
            }
            times.add(new Range(from, to));
        }
        return Optional.of(new Rule(days, times));
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
