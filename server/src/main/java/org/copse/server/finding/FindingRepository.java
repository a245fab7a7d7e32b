package org.copse.server.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
                                    rating = :rating, photos = :photos, again = :again, gone = :gone, removed = :removed
                                WHERE id = :id AND walk = :walk
                                """
                                        .formatted(point(place))
                                : """
                                INSERT INTO finding (id, walk, version, seen_at, category, is_asset, severity, geom, accuracy_metres, placed,
                                    words, rating, photos, again, gone, removed)
                                VALUES (:id, :walk, :version, :at, :category, :asset, :severity, %s, :accuracy, :placed,
                                    :words, :rating, :photos, :again, :gone, :removed)
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
                .param("again", finding.again(), Types.OTHER)
                .param("gone", finding.gone(), Types.BOOLEAN)
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
                               placed, words, rating, photos, again, gone
                        FROM finding WHERE walk = :walk AND NOT removed ORDER BY seen_at, id
                        """)
                .param("walk", walk)
                .query((rs, row) -> new Stored(rs.getObject("id", UUID.class), finding(rs)))
                .list();
    }

    /** Returns who looked again at which finding, by the earlier one's id, the first first. */
    Map<UUID, List<SeenAgain>> listAgain() {
        return jdbc
                .sql(
                        """
                        SELECT f.again, f.id, f.walk, w.title, f.seen_at, f.gone, f.severity, f.words, f.photos
                        FROM finding f JOIN walk w ON w.id = f.walk
                        WHERE f.again IS NOT NULL AND NOT f.removed ORDER BY f.seen_at, f.id
                        """)
                .query((rs, row) -> new SeenAgain(
                        rs.getObject("id", UUID.class),
                        rs.getObject("again", UUID.class),
                        new FollowedFinding.FoundOn(rs.getObject("walk", UUID.class), rs.getString("title")),
                        rs.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        rs.getBoolean("gone"),
                        rs.getInt("severity"),
                        rs.getString("words"),
                        photos(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(SeenAgain::earlier));
    }

    private static List<String> photos(ResultSet rs) throws SQLException {
        String photos = rs.getString("photos");
        return photos.isEmpty() ? List.of() : Arrays.asList(photos.split(" "));
    }

    static Finding finding(ResultSet rs) throws SQLException {
        String placed = rs.getString("placed");
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
                photos(rs),
                (Integer) rs.getObject("rating"),
                rs.getObject("again", UUID.class),
                (Boolean) rs.getObject("gone"),
                false);
    }
}
