package org.copse.server.problemcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code problem_source} and {@code problem_cells}. */
@Repository
class SourceRepository {
    private final JdbcClient jdbc;

    SourceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A source with the land of its cells; null for one without. */
    record Placed(Source source, @Nullable Geometry lonLat) {}

    void insert(UUID problem, Placed placed) {
        Source source = placed.source();
        jdbc.sql(
                        """
                        INSERT INTO problem_source (id, case_id, kind, ref, origin, topic, words, voices, on_day, added_by, added_at)
                        VALUES (:id, :problem, :kind, :ref, :origin, :topic, :words, :voices, :day, :by, :at)
                        """)
                .param("id", source.id())
                .param("problem", problem)
                .param("kind", source.kind().key())
                .param("ref", source.ref(), Types.OTHER)
                .param("origin", source.origin(), Types.OTHER)
                .param("topic", source.topic())
                .param("words", source.words())
                .param("voices", source.voices(), Types.INTEGER)
                .param("day", source.day())
                .param("by", source.by())
                .param("at", CaseRepository.utc(source.at()))
                .update();
        Source.Cells cells = source.cells();
        Geometry land = placed.lonLat();
        if (cells != null && land != null) {
            jdbc.sql(
                            """
                            INSERT INTO problem_cells (source, scenario, layer, categories, from_day, to_day, police, cells, geom)
                            VALUES (:source, :scenario, :layer, :categories, :from, :to, :police, :cells, ST_GeomFromWKB(:wkb, 4326))
                            """)
                    .param("source", source.id())
                    .param("scenario", cells.scenario())
                    .param("layer", cells.layer())
                    .param("categories", String.join("\n", cells.categories()))
                    .param("from", cells.from(), Types.DATE)
                    .param("to", cells.to(), Types.DATE)
                    .param("police", cells.police())
                    .param("cells", cells.count())
                    .param("wkb", new WKBWriter().write(land))
                    .update();
        }
    }

    /** Returns how many rows went. */
    int delete(UUID problem, UUID source) {
        return jdbc.sql("DELETE FROM problem_source WHERE id = :id AND case_id = :problem")
                .param("id", source)
                .param("problem", problem)
                .update();
    }

    boolean has(UUID problem, SourceKind kind, UUID ref) {
        return jdbc.sql("SELECT count(*) FROM problem_source WHERE case_id = :problem AND kind = :kind AND ref = :ref")
                        .param("problem", problem)
                        .param("kind", kind.key())
                        .param("ref", ref)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Returns the sources of a case, the first first. */
    List<Placed> list(UUID problem) {
        return jdbc.sql(
                        """
                        SELECT s.id, s.kind, s.ref, s.origin, s.topic, s.words, s.voices, s.on_day, s.added_by, s.added_at,
                            c.scenario, c.layer, c.categories, c.from_day, c.to_day, c.police, c.cells, ST_AsBinary(c.geom) AS wkb
                        FROM problem_source s LEFT JOIN problem_cells c ON c.source = s.id
                        WHERE s.case_id = :problem ORDER BY s.added_at, s.id
                        """)
                .param("problem", problem)
                .query((rs, row) -> placed(rs))
                .list();
    }

    /** A kind of which a case has some. */
    record Had(UUID problem, SourceKind kind) {}

    /** Returns which kinds of sources each case has. */
    List<Had> listKinds() {
        return jdbc.sql("SELECT DISTINCT case_id, kind FROM problem_source")
                .query((rs, row) -> new Had(rs.getObject("case_id", UUID.class), kind(rs)))
                .list();
    }

    private static SourceKind kind(ResultSet rs) throws SQLException {
        return SourceKind.findByKey(rs.getString("kind")).orElseThrow();
    }

    private static Placed placed(ResultSet rs) throws SQLException {
        SourceKind kind = kind(rs);
        int voices = rs.getInt("voices");
        boolean uncounted = rs.wasNull();
        byte[] wkb = rs.getBytes("wkb");
        Source source = new Source(
                rs.getObject("id", UUID.class),
                kind,
                kind.type(),
                rs.getObject("ref", UUID.class),
                rs.getObject("origin", UUID.class),
                rs.getString("topic"),
                rs.getString("words"),
                uncounted ? null : Integer.valueOf(voices),
                kind == SourceKind.HOTSPOT && uncounted,
                rs.getObject("on_day", LocalDate.class),
                wkb == null ? null : cells(rs),
                rs.getString("added_by"),
                rs.getObject("added_at", OffsetDateTime.class).toInstant());
        return new Placed(
                source, Optional.ofNullable(wkb).map(SourceRepository::geometry).orElse(null));
    }

    private static Source.Cells cells(ResultSet rs) throws SQLException {
        String categories = rs.getString("categories");
        return new Source.Cells(
                rs.getObject("scenario", UUID.class),
                rs.getString("layer"),
                categories.isEmpty() ? List.of() : Arrays.asList(categories.split("\n")),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("to_day", LocalDate.class),
                rs.getBoolean("police"),
                rs.getInt("cells"));
    }

    private static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("cells of a problem case are no geometry", e);
        }
    }
}
