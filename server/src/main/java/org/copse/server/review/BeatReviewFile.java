package org.copse.server.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.copse.server.csv.CsvFile;
import org.copse.server.review.BeatReview.Figures;
import org.copse.server.review.BeatReview.Reviewed;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/** A beat review as a table; numbers as programs read them in any language. */
final class BeatReviewFile {
    private final Words words;

    BeatReviewFile(Words words) {
        this.words = words;
    }

    String of(BeatReview review) {
        String now = review.now().name();
        String planned = words.say("review.planned");
        Stream<String> titles = Stream.of(
                words.say("review.beat"),
                words.say("review.name"),
                words.say("review.sector"),
                words.say("review.squareKilometres"),
                words.say("review.residents") + ", " + planned,
                words.say("review.residents") + ", " + now,
                words.say("review.incidents") + ", " + planned,
                words.say("review.incidents") + ", " + now,
                words.say("review.hours") + ", " + planned,
                words.say("review.hours") + ", " + now,
                words.say("review.deviation") + " (%)",
                words.say("review.protected") + " (%)",
                words.say("review.protectedTarget") + " (%)",
                words.say("review.finding"));
        return CsvFile.of(Stream.concat(
                Stream.of(titles),
                review.beats().stream().map(beat -> cells(beat, review.now().protectedShare()))));
    }

    private Stream<String> cells(Reviewed beat, double protectedShare) {
        Figures now = beat.now();
        Optional<Figures> planned = Optional.ofNullable(beat.planned());
        return Stream.of(
                beat.id(),
                beat.name(),
                beat.sector(),
                number(beat.squareKilometres(), 3),
                of(planned, Figures::residents, 0),
                number(now.residents(), 0),
                of(planned, Figures::incidentsPerMonth, 2),
                number(now.incidentsPerMonth(), 2),
                of(planned, Figures::hours, 1),
                number(now.hours(), 1),
                number(100 * now.deviation(), 1),
                number(now.protectedTime() == null ? null : Double.valueOf(100 * now.protectedTime()), 1),
                number(100 * protectedShare, 1),
                findings(beat));
    }

    private static String of(Optional<Figures> figures, Function<Figures, @Nullable Double> figure, int digits) {
        return figures.map(some -> number(figure.apply(some), digits)).orElse("");
    }

    private String findings(Reviewed beat) {
        List<String> all = beat.findings().stream()
                .map(finding -> words.say("review.finding." + finding.key()))
                .toList();
        return String.join("; ", all);
    }

    private static String number(@Nullable Double value, int digits) {
        return value == null ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
