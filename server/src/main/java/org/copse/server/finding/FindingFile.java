package org.copse.server.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.copse.server.csv.CsvFile;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/** Findings as a table for the agency that is to see to them. */
final class FindingFile {
    private static final List<String> COLUMNS = List.of(
            "id", "seen", "category", "severity", "words", "latitude", "longitude", "beat", "agency", "state", "due");

    private final Words words;

    FindingFile(Words words) {
        this.words = words;
    }

    String of(List<FollowedFinding> findings) {
        Stream<String> titles = COLUMNS.stream().map(column -> words.say("finding.column." + column));
        return CsvFile.of(Stream.concat(Stream.of(titles), findings.stream().map(this::cells)));
    }

    private Stream<String> cells(FollowedFinding one) {
        Finding finding = one.finding();
        Step standing = one.standing();
        Optional<Finding.Place> place = Optional.ofNullable(finding.place());
        return Stream.of(
                one.id().toString(),
                String.valueOf(finding.at()),
                words.say("walk.category." + finding.category()),
                words.say("walk.severity." + finding.severity()),
                Optional.ofNullable(finding.words()).orElse(""),
                place.map(at -> degrees(at.lat())).orElse(""),
                place.map(at -> degrees(at.lon())).orElse(""),
                Optional.ofNullable(one.beat()).map(FollowedFinding.Beat::name).orElse(""),
                standing.agency() == null ? "" : words.say("finding.agency." + standing.agency()),
                words.say("finding.state." + standing.state().key()),
                standing.dueOn() == null ? "" : standing.dueOn().toString());
    }

    /** As programs read it in any language: about a metre. */
    private static String degrees(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.5f", value);
    }
}
