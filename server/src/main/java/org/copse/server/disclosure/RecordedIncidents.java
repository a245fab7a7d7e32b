package org.copse.server.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Hands out the published tables. */
@Service
public class RecordedIncidents {
    private final QuarterRepository rows;

    RecordedIncidents(QuarterRepository rows) {
        this.rows = rows;
    }

    /** A quarter that is published, and since when. */
    public record Published(Quarter quarter, Instant publishedAt) {}

    /** Returns the quarters that are published, the latest first. */
    public List<Published> list() {
        return rows.list().stream()
                .filter(row -> !row.withdrawn())
                .map(row -> new Published(row.quarter(), row.publishedAt()))
                .toList();
    }

    /** Returns the table of a quarter. */
    public Optional<PublishedQuarter> find(Quarter quarter) {
        return rows.find(quarter);
    }
}
