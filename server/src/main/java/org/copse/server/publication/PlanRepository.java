package org.copse.server.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Published plans and their parts. */
@Repository
class PlanRepository {
    private static final int ROWS = 1000;
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
    private static final String PLANS =
            """
            SELECT id, name, version, reason, origin, scenario, favour, units_layer, created_by, created_at,
                   (SELECT count(*) FROM plan_beat WHERE plan = plan.id) AS beats,
                   (SELECT count(*) FROM plan_sector WHERE plan = plan.id) AS sectors
            FROM plan
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PlanRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<StoredPlan> find(UUID id) {
        return jdbc.sql(PLANS + "WHERE id = :id")
                .param("id", id)
                .query(PlanRepository::plan)
                .optional();
    }

    List<StoredPlan> list() {
        return jdbc.sql(PLANS + "ORDER BY version DESC")
                .query(PlanRepository::plan)
                .list();
    }

    int updateContact(UUID plan, String sector, NewPlan.Contact contact) {
        return jdbc.sql(
                        "UPDATE plan_sector SET phone = :phone, email = :email WHERE plan = :plan AND sector_id = :sector")
                .param("phone", contact.phone(), Types.VARCHAR)
                .param("email", contact.email(), Types.VARCHAR)
                .param("plan", plan)
                .param("sector", sector)
                .update();
    }

    UUID insert(NewPlan plan, String by) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO plan (id, version, name, reason, origin, scenario, favour, units_layer, created_by, created_at)
                        SELECT :id, COALESCE(MAX(version), 0) + 1, :name, :reason, :origin, :scenario, :favour, :unitsLayer,
                               :by, CURRENT_TIMESTAMP
                        FROM plan
                        """)
                .param("id", id)
                .param("name", plan.name())
                .param("reason", plan.reason())
                .param("origin", plan.origin().key())
                .param("scenario", plan.scenario(), Types.OTHER)
                .param("favour", plan.favour(), Types.VARCHAR)
                .param("unitsLayer", plan.unitsLayer(), Types.OTHER)
                .param("by", by)
                .update();
        insertSectors(id, plan.sectors());
        insertBeats(id, plan.beats());
        insertUnits(id, plan.units());
        return id;
    }

    private void insertSectors(UUID plan, List<NewPlan.Sector> sectors) {
        WKBWriter wkb = new WKBWriter();
        List<Object[]> rows = new ArrayList<>();
        for (NewPlan.Sector sector : sectors) {
            NewPlan.@Nullable Contact contact = sector.contact();
            rows.add(new Object[] {
                plan,
                sector.id(),
                rows.size(),
                sector.name(),
                sector.officers(),
                contact == null ? null : contact.phone(),
                contact == null ? null : contact.email(),
                wkb.write(sector.lonLat())
            });
        }
        batches.batchUpdate(
                """
                INSERT INTO plan_sector (plan, sector_id, number, name, officers, phone, email, geom)
                VALUES (?, ?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326))
                """,
                rows);
    }

    private void insertBeats(UUID plan, List<NewPlan.Beat> beats) {
        WKBWriter wkb = new WKBWriter();
        List<Object[]> rows = new ArrayList<>();
        for (NewPlan.Beat beat : beats) {
            rows.add(new Object[] {
                plan,
                beat.id(),
                rows.size(),
                beat.sectorId(),
                beat.name(),
                beat.colour(),
                beat.residents(),
                wkb.write(beat.lonLat())
            });
        }
        batches.batchUpdate(
                """
                INSERT INTO plan_beat (plan, beat_id, number, sector_id, name, colour, residents, geom)
                VALUES (?, ?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326))
                """,
                rows);
    }

    private void insertUnits(UUID plan, List<NewPlan.Unit> units) {
        List<Object[]> rows = new ArrayList<>();
        for (NewPlan.Unit unit : units) {
            rows.add(new Object[] {
                plan,
                rows.size(),
                unit.id(),
                unit.beatId(),
                unit.residents(),
                unit.at().lon(),
                unit.at().lat()
            });
        }
        for (int from = 0; from < rows.size(); from += ROWS) {
            batches.batchUpdate(
                    """
                    INSERT INTO plan_unit (plan, number, unit_id, beat_id, residents, lon, lat) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
    }

    List<BeatTerritory> listBeats(UUID plan) {
        WKBReader wkb = new WKBReader(WGS84);
        return jdbc.sql(
                        """
                        SELECT b.beat_id, b.name, b.sector_id, s.name AS sector_name, b.colour, b.residents,
                               ST_AsBinary(b.geom) AS wkb
                        FROM plan_beat b JOIN plan_sector s ON s.plan = b.plan AND s.sector_id = b.sector_id
                        WHERE b.plan = :plan ORDER BY b.number
                        """)
                .param("plan", plan)
                .query((rs, row) -> new BeatTerritory(
                        rs.getString("beat_id"),
                        rs.getString("name"),
                        rs.getString("sector_id"),
                        rs.getString("sector_name"),
                        rs.getInt("colour"),
                        rs.getDouble("residents"),
                        geometry(wkb, rs.getBytes("wkb"))))
                .list();
    }

    List<SectorTerritory> listSectors(UUID plan) {
        WKBReader wkb = new WKBReader(WGS84);
        return jdbc.sql(
                        """
                        SELECT sector_id, name, officers, phone, email, ST_AsBinary(geom) AS wkb
                        FROM plan_sector WHERE plan = :plan ORDER BY number
                        """)
                .param("plan", plan)
                .query((rs, row) -> new SectorTerritory(
                        rs.getString("sector_id"),
                        rs.getString("name"),
                        rs.getInt("officers"),
                        rs.getString("phone"),
                        rs.getString("email"),
                        geometry(wkb, rs.getBytes("wkb"))))
                .list();
    }

    /** Returns the sectors as they would be published. */
    List<NewPlan.Sector> loadSectors(UUID plan) {
        return listSectors(plan).stream()
                .map(sector -> new NewPlan.Sector(
                        sector.id(),
                        sector.name(),
                        sector.officers(),
                        sector.phone() == null && sector.email() == null
                                ? null
                                : new NewPlan.Contact(sector.phone(), sector.email()),
                        sector.lonLat()))
                .toList();
    }

    /** Returns the sector of each beat. */
    Map<String, String> listSectorOfBeat(UUID plan) {
        Map<String, String> sectors = new HashMap<>();
        jdbc.sql("SELECT beat_id, sector_id FROM plan_beat WHERE plan = :plan")
                .param("plan", plan)
                .query(rs -> {
                    sectors.put(rs.getString("beat_id"), rs.getString("sector_id"));
                });
        return sectors;
    }

    List<NewPlan.Unit> listUnits(UUID plan) {
        return jdbc.sql(
                        "SELECT unit_id, beat_id, residents, lon, lat FROM plan_unit WHERE plan = :plan ORDER BY number")
                .param("plan", plan)
                .query((rs, row) -> new NewPlan.Unit(
                        rs.getString("unit_id"),
                        rs.getString("beat_id"),
                        rs.getDouble("residents"),
                        new NewPlan.Position(rs.getDouble("lon"), rs.getDouble("lat"))))
                .list();
    }

    private static Geometry geometry(WKBReader reader, byte[] wkb) {
        try {
            return reader.read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored territory cannot be read", e);
        }
    }

    private static StoredPlan plan(ResultSet rs, int row) throws SQLException {
        return new StoredPlan(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getInt("version"),
                rs.getString("reason"),
                PlanOrigin.ofKey(rs.getString("origin")),
                rs.getObject("scenario", UUID.class),
                rs.getString("favour"),
                rs.getObject("units_layer", UUID.class),
                rs.getString("created_by"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getInt("beats"),
                rs.getInt("sectors"));
    }
}
