package org.copse.server.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored proposals: the document, and each alternative's assignment and land. */
@Repository
class ProposalRepository {
    private static final int ROWS = 1000;
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ProposalRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Stores a proposal; in the transaction that ends its job. */
    void insert(UUID job, UUID scenario, String document, List<ProposedPlan.Unit> units, List<ProposedPlan> plans) {
        jdbc.sql(
                        """
                        INSERT INTO proposal (job, scenario, document, created_at)
                        VALUES (:job, :scenario, :document, CURRENT_TIMESTAMP)
                        """)
                .param("job", job)
                .param("scenario", scenario)
                .param("document", document)
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (ProposedPlan.Unit unit : units) {
            rows.add(new Object[] {job, rows.size(), unit.id(), unit.residents(), unit.lon(), unit.lat()});
        }
        insert("INSERT INTO proposal_unit (job, number, unit_id, residents, lon, lat) VALUES (?, ?, ?, ?, ?, ?)", rows);
        plans.forEach(plan -> insert(job, plan));
    }

    private void insert(UUID job, ProposedPlan plan) {
        WKBWriter wkb = new WKBWriter();
        List<Object[]> sectors = new ArrayList<>();
        for (ProposedPlan.Sector sector : plan.sectors()) {
            sectors.add(new Object[] {
                job, plan.favour(), sectors.size(), sector.id(), sector.officers(), wkb.write(sector.lonLat())
            });
        }
        insert(
                """
                INSERT INTO proposal_sector (job, favour, number, sector_id, officers, geom)
                VALUES (?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326))
                """,
                sectors);
        List<Object[]> beats = new ArrayList<>();
        for (ProposedPlan.Beat beat : plan.beats()) {
            beats.add(new Object[] {
                job,
                plan.favour(),
                beats.size(),
                beat.id(),
                beat.sectorId(),
                beat.name(),
                beat.colour(),
                beat.hours(),
                beat.deviation(),
                beat.residents(),
                wkb.write(beat.lonLat())
            });
        }
        insert(
                """
                INSERT INTO proposal_beat (job, favour, number, beat_id, sector_id, name, colour, hours, deviation, residents, geom)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ST_GeomFromWKB(?, 4326))
                """,
                beats);
        List<Object[]> assignment = new ArrayList<>();
        for (String beat : plan.beatOfUnit()) {
            assignment.add(new Object[] {job, plan.favour(), assignment.size(), beat});
        }
        insert("INSERT INTO proposal_assignment (job, favour, number, beat_id) VALUES (?, ?, ?, ?)", assignment);
    }

    private void insert(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            batches.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
    }

    /** Returns the job of the scenario's latest proposal. */
    Optional<UUID> findLatestJob(UUID scenario) {
        return jdbc.sql(
                        """
                        SELECT job FROM proposal WHERE scenario = :scenario
                        ORDER BY created_at DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .param("scenario", scenario)
                .query((rs, row) -> rs.getObject(1, UUID.class))
                .optional();
    }

    String getDocument(UUID job) {
        return jdbc.sql("SELECT document FROM proposal WHERE job = :job")
                .param("job", job)
                .query((rs, row) -> rs.getString(1))
                .single();
    }

    List<String> listFavours(UUID job) {
        return jdbc.sql("SELECT DISTINCT favour FROM proposal_sector WHERE job = :job ORDER BY favour")
                .param("job", job)
                .query(String.class)
                .list();
    }

    List<ProposedPlan.Sector> listSectors(UUID job, String favour) {
        WKBReader wkb = new WKBReader(WGS84);
        return jdbc.sql(
                        """
                        SELECT sector_id, officers, ST_AsBinary(geom) AS wkb FROM proposal_sector
                        WHERE job = :job AND favour = :favour ORDER BY number
                        """)
                .param("job", job)
                .param("favour", favour)
                .query((rs, row) -> new ProposedPlan.Sector(
                        rs.getString("sector_id"), rs.getInt("officers"), geometry(wkb, rs.getBytes("wkb"))))
                .list();
    }

    List<ProposedPlan.Beat> listBeats(UUID job, String favour) {
        WKBReader wkb = new WKBReader(WGS84);
        return jdbc.sql(
                        """
                        SELECT beat_id, sector_id, COALESCE(name, beat_id) AS name, colour, hours, deviation, residents, ST_AsBinary(geom) AS wkb
                        FROM proposal_beat WHERE job = :job AND favour = :favour ORDER BY number
                        """)
                .param("job", job)
                .param("favour", favour)
                .query((rs, row) -> new ProposedPlan.Beat(
                        rs.getString("beat_id"),
                        rs.getString("sector_id"),
                        rs.getString("name"),
                        rs.getInt("colour"),
                        rs.getDouble("hours"),
                        rs.getDouble("deviation"),
                        rs.getDouble("residents"),
                        geometry(wkb, rs.getBytes("wkb"))))
                .list();
    }

    List<ProposedPlan.Unit> listUnits(UUID job) {
        return jdbc.sql("SELECT unit_id, residents, lon, lat FROM proposal_unit WHERE job = :job ORDER BY number")
                .param("job", job)
                .query((rs, row) -> new ProposedPlan.Unit(
                        rs.getString("unit_id"), rs.getDouble("residents"), rs.getDouble("lon"), rs.getDouble("lat")))
                .list();
    }

    List<String> listBeatOfUnit(UUID job, String favour) {
        return jdbc.sql(
                        """
                        SELECT beat_id FROM proposal_assignment
                        WHERE job = :job AND favour = :favour ORDER BY number
                        """)
                .param("job", job)
                .param("favour", favour)
                .query(String.class)
                .list();
    }

    private static Geometry geometry(WKBReader reader, byte[] wkb) {
        try {
            return reader.read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored territory cannot be read", e);
        }
    }
}
