package org.copse.server.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code finding}: the newest version of each. */
@Repository
class FindingRepository {
    private final JdbcClient jdbc;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding with its id. */
    record Stored(UUID id, Finding finding) {}

    Optional<UUID> findWalk(UUID id) {
        return jdbc.sql("SELECT walk FROM finding WHERE id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    void store(UUID walk, UUID id, Finding finding) {
        boolean known = findWalk(id).isPresent();
        Finding.Place place = finding.place();
        jdbc.sql(
                        known
                                ? """
                                UPDATE finding SET version = :version, seen_at = :at, category = :category, is_asset = :asset,
                                    severity = :severity, geom = %s, accuracy_metres = :accuracy, placed = :placed, words = :words,
                                    rating = :rating, photos = :photos, removed = :removed
                                WHERE id = :id AND walk = :walk
                                """
                                        .formatted(point(place))
                                : """
                                INSERT INTO finding (id, walk, version, seen_at, category, is_asset, severity, geom, accuracy_metres, placed,
                                    words, rating, photos, removed)
                                VALUES (:id, :walk, :version, :at, :category, :asset, :severity, %s, :accuracy, :placed,
                                    :words, :rating, :photos, :removed)
                                """
                                        .formatted(point(place)))
                .param("id", id)
                .param("walk", walk)
                .param("version", finding.version())
                .param(
                        "at",
                        Objects.requireNonNull(finding.at()).atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("category", finding.category())
                .param("asset", finding.isAsset())
                .param("severity", finding.severity())
                .param("lon", place == null ? null : place.lon(), Types.DOUBLE)
                .param("lat", place == null ? null : place.lat(), Types.DOUBLE)
                .param("accuracy", place == null ? null : place.accuracyMetres(), Types.DOUBLE)
                .param("placed", place == null ? null : place.how(), Types.VARCHAR)
                .param("words", Objects.requireNonNullElse(finding.words(), ""))
                .param("rating", finding.rating(), Types.INTEGER)
                .param("photos", String.join(" ", Objects.requireNonNullElse(finding.photos(), List.of())))
                .param("removed", finding.isRemoved())
                .update();
    }

    /** Returns whether a finding that was not taken back names a photo. */
    boolean namesPhoto(UUID walk, String sha256) {
        return jdbc.sql(
                                """
                                SELECT count(*) FROM finding
                                WHERE walk = :walk AND NOT removed AND position(:sha256 IN photos) > 0
                                """)
                        .param("walk", walk)
                        .param("sha256", sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String point(Finding.@Nullable Place place) {
        return place == null ? "NULL" : "ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)";
    }

    List<Stored> list(UUID walk) {
        return jdbc.sql(
                        """
                        SELECT id, version, seen_at, category, is_asset, severity, ST_X(geom) AS lon, ST_Y(geom) AS lat, accuracy_metres,
                               placed, words, rating, photos
                        FROM finding WHERE walk = :walk AND NOT removed ORDER BY seen_at, id
                        """)
                .param("walk", walk)
                .query((rs, row) -> new Stored(rs.getObject("id", UUID.class), finding(rs)))
                .list();
    }

    static Finding finding(ResultSet rs) throws SQLException {
        String placed = rs.getString("placed");
        String photos = rs.getString("photos");
        return new Finding(
                rs.getInt("version"),
                rs.getObject("seen_at", OffsetDateTime.class).toInstant(),
                rs.getString("category"),
                rs.getBoolean("is_asset") ? "asset" : "problem",
                rs.getInt("severity"),
                placed == null
                        ? null
                        : new Finding.Place(
                                rs.getDouble("lon"),
                                rs.getDouble("lat"),
                                (Double) rs.getObject("accuracy_metres"),
                                placed),
                rs.getString("words"),
                photos.isEmpty() ? List.of() : Arrays.asList(photos.split(" ")),
                (Integer) rs.getObject("rating"),
                false);
    }
}
