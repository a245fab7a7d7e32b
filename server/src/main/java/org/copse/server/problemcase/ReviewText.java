package org.copse.server.problemcase;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.copse.server.pdf.SheetTable;
import org.copse.server.words.Words;
import org.copse.statistics.change.RelativeChange;
import org.jspecify.annotations.Nullable;

/** Reviews in a reader's words. */
final class ReviewText {
    private final Words words;

    ReviewText(Words words) {
        this.words = words;
    }

    String title(Review review) {
        return words.say(
                        "case.review.n",
                        Map.of("n", words.number(review.number(), 0), "date", words.date(review.heldOn())))
                + ": " + words.say("case.outcome." + review.judgement());
    }

    SheetTable table(Review.Figures figures) {
        SheetTable table = new SheetTable()
                .words("", 4)
                .numbers(words.say("case.review.before"), 2)
                .numbers(words.say("case.review.after"), 2);
        row(table, words.say("case.review.here"), figures.here());
        row(table, words.say("case.review.there", Map.of("areas", figures.control())), figures.there());
        return table;
    }

    private void row(SheetTable table, String head, Review.Counts counts) {
        table.row(head, count(counts.before()), count(counts.after()));
    }

    private String count(@Nullable Integer count) {
        return count == null ? words.say("case.review.few") : words.number(count, 0);
    }

    /** Returns what the figures say, in a sentence. */
    String change(Review.Figures figures) {
        RelativeChange change = figures.change();
        if (change == null) {
            return words.say("case.review.noRatio");
        }
        String key = change.high() < 1 ? "less" : change.low() > 1 ? "more" : "same";
        return words.say(
                "case.review." + key,
                Map.of(
                        "change", words.percent(change.ratio() - 1, 0),
                        "low", words.percent(change.low() - 1, 0),
                        "high", words.percent(change.high() - 1, 0)));
    }

    String source(Review.Figures figures) {
        return words.say(
                "case.review.source",
                Map.of(
                        "layer", figures.layer(),
                        "before", months(figures.before()),
                        "after", months(figures.after())));
    }

    private String months(Review.Days days) {
        YearMonth from = YearMonth.from(days.from());
        YearMonth to = YearMonth.from(days.to());
        return from.equals(to) ? month(from) : words.say("people.days", Map.of("from", month(from), "to", month(to)));
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", words.language().locale())
                .format(month);
    }
}
