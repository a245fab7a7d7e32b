package org.copse.server.walk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code planned_walk} and {@code walk_signup}. */
@Repository
class PlannedWalkRepository {
    private static final String WALKS =
            """
            SELECT id, beat, ST_AsText(route) AS route, title, why, language, starts_at, ends_at, light, place,
                ST_X(meeting_point) AS lon, ST_Y(meeting_point) AS lat, spoken, places, invitation, cancelled, created_by
            FROM planned_walk
            """;

    private final JdbcClient jdbc;

    PlannedWalkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the walks that end after an instant, the next first. */
    List<PlannedWalk> list(Instant after) {
        return jdbc.sql(WALKS + "WHERE ends_at > :after ORDER BY starts_at, id")
                .param("after", utc(after))
                .query(PlannedWalkRepository::walk)
                .list();
    }

    Optional<PlannedWalk> find(UUID id) {
        return jdbc.sql(WALKS + "WHERE id = :id")
                .param("id", id)
                .query(PlannedWalkRepository::walk)
                .optional();
    }

    /** As {@link #find}, and makes others who change it wait until the transaction ends. */
    Optional<PlannedWalk> findForUpdate(UUID id) {
        return jdbc.sql(WALKS + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(PlannedWalkRepository::walk)
                .optional();
    }

    Optional<PlannedWalk> find(WalkCode invitation) {
        return jdbc.sql(WALKS + "WHERE invitation = :letters")
                .param("letters", invitation.letters())
                .query(PlannedWalkRepository::walk)
                .optional();
    }

    void insert(PlannedWalk walk, String by) {
        write(
                """
                INSERT INTO planned_walk (id, beat, route, title, why, language, starts_at, ends_at, light, place, meeting_point,
                    spoken, places, invitation, cancelled, created_by, changed_by, changed_at)
                VALUES (:id, :beat, %s, :title, :why, :language, :starts, :ends, :light, :place,
                    ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :spoken, :places, :invitation, :cancelled, :createdBy, :by,
                    CURRENT_TIMESTAMP)
                """,
                walk, by);
    }

    void update(PlannedWalk walk, String by) {
        write(
                """
                UPDATE planned_walk SET beat = :beat, route = %s, title = :title, why = :why, language = :language,
                    starts_at = :starts, ends_at = :ends, light = :light, place = :place,
                    meeting_point = ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), spoken = :spoken, places = :places,
                    invitation = :invitation, cancelled = :cancelled, created_by = :createdBy, changed_by = :by,
                    changed_at = CURRENT_TIMESTAMP
                WHERE id = :id
                """,
                walk, by);
    }

    private void write(String sql, PlannedWalk walk, String by) {
        LineString route = walk.route();
        WalkCode invitation = walk.invitation();
        jdbc.sql(sql.formatted(route == null ? "NULL" : "ST_GeomFromText(:route, 4326)"))
                .param("id", walk.id())
                .param("beat", walk.beat(), Types.VARCHAR)
                .param("route", route == null ? null : route.toText(), Types.VARCHAR)
                .param("title", walk.title())
                .param("why", walk.why())
                .param("language", walk.language())
                .param("starts", utc(walk.startsAt()))
                .param("ends", utc(walk.endsAt()))
                .param("light", walk.light().key())
                .param("place", walk.meet().words())
                .param("lon", walk.meet().lon())
                .param("lat", walk.meet().lat())
                .param("spoken", String.join(" ", walk.spoken()))
                .param("places", walk.places(), Types.INTEGER)
                .param("invitation", invitation == null ? null : invitation.letters(), Types.VARCHAR)
                .param("cancelled", walk.cancelled(), Types.VARCHAR)
                .param("createdBy", walk.createdBy())
                .param("by", by)
                .update();
    }

    /** Returns how many people mean to come. */
    int countPeople(UUID walk) {
        return jdbc.sql("SELECT coalesce(sum(people), 0) FROM walk_signup WHERE walk = :walk")
                .param("walk", walk)
                .query(Integer.class)
                .single();
    }

    boolean hasSignUp(UUID walk, WalkCode code) {
        return jdbc.sql("SELECT count(*) FROM walk_signup WHERE walk = :walk AND code_hash = :hash")
                        .param("walk", walk)
                        .param("hash", code.hash())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(UUID walk, WalkCode code, int people) {
        jdbc.sql("INSERT INTO walk_signup (walk, code_hash, people) VALUES (:walk, :hash, :people)")
                .param("walk", walk)
                .param("hash", code.hash())
                .param("people", people)
                .update();
    }

    int delete(UUID walk, WalkCode code) {
        return jdbc.sql("DELETE FROM walk_signup WHERE walk = :walk AND code_hash = :hash")
                .param("walk", walk)
                .param("hash", code.hash())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static PlannedWalk walk(ResultSet rs, int row) throws SQLException {
        return new PlannedWalk(
                rs.getObject("id", UUID.class),
                rs.getString("beat"),
                line(rs.getString("route")),
                rs.getString("title"),
                rs.getString("why"),
                rs.getString("language"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                PlannedWalk.Light.findByKey(rs.getString("light")).orElseThrow(),
                new PlannedWalk.MeetingPoint(rs.getString("place"), rs.getDouble("lon"), rs.getDouble("lat")),
                Arrays.asList(rs.getString("spoken").split(" ")),
                rs.getObject("places", Integer.class),
                Optional.ofNullable(rs.getString("invitation"))
                        .map(WalkCode::new)
                        .orElse(null),
                rs.getString("cancelled"),
                rs.getString("created_by"));
    }

    private static @Nullable LineString line(@Nullable String wkt) throws SQLException {
        try {
            return wkt == null ? null : (LineString) new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new SQLException("the route is no line", e);
        }
    }
}
