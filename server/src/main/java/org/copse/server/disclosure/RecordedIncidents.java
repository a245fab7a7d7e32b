package org.copse.server.disclosure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Hands out the published tables, which never change. */
@Service
public class RecordedIncidents {
    private static final int KEPT = 4;

    private final QuarterRepository rows;
    private final Cache<Quarter, PublishedQuarter> tables =
            Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

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

    /** Returns the table of a quarter, unless there is none or it was withdrawn: another server may have done that. */
    public Optional<PublishedQuarter> find(Quarter quarter) {
        return list().stream().anyMatch(one -> one.quarter().equals(quarter)) ? read(quarter) : Optional.empty();
    }

    /** Returns the table of the latest quarter. */
    public Optional<PublishedQuarter> findLatest() {
        return list().stream().findFirst().flatMap(one -> read(one.quarter()));
    }

    /** Of a quarter that is published now. */
    private Optional<PublishedQuarter> read(Quarter quarter) {
        Optional<PublishedQuarter> kept = Optional.ofNullable(tables.getIfPresent(quarter));
        if (kept.isPresent()) {
            return kept;
        }
        Optional<PublishedQuarter> read = rows.find(quarter);
        read.ifPresent(table -> tables.put(quarter, table));
        return read;
    }
}
