package org.copse.server.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.server.assignment.Assignments;
import org.copse.server.finding.Findings;
import org.copse.server.finding.PublicFinding;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;

/** Problems found on walks that residents may read of, in a reader's words. */
final class FindingText {
    private final Findings findings;
    private final Assignments days;

    FindingText(Findings findings, Assignments days) {
        this.findings = findings;
        this.days = days;
    }

    /** A problem; {@code agency} is null as long as it is nobody's work. */
    record Found(Written told, String category, String state, @Nullable String agency, String seen) {}

    List<Found> found(String beat, Words words) {
        return findings.listPublic(beat).stream().map(one -> found(one, words)).toList();
    }

    private Found found(PublicFinding one, Words words) {
        return new Found(
                Written.of(one.told(), one.language(), words),
                words.say("walk.category." + one.category()),
                words.say("finding.state." + one.state().key()),
                Optional.ofNullable(one.agency())
                        .map(agency -> words.say("finding.agency." + agency))
                        .orElse(null),
                words.say("area.seen", Map.of("date", words.date(days.dayOf(one.seenAt())))));
    }
}
