package org.copse.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

@OnBothDatabases
class MigrationIT {
    private final TestDatabase database;

    MigrationIT(TestDatabase database) {
        this.database = database;
    }

    private static final Pattern VALUE = Pattern.compile("'([^']+)'");

    @Test
    void keepsTheSameListsOfValues() {
        Map<String, Set<String>> lists = new TreeMap<>();
        database.jdbc()
                .sql(
                        """
                SELECT LOWER(constraint_name) AS name, check_clause FROM information_schema.check_constraints
                WHERE check_clause LIKE '%''%' AND LOWER(constraint_schema) = 'public'
                """)
                .query((rs, i) -> Map.entry(rs.getString("name"), rs.getString("check_clause")))
                .list()
                .forEach(check -> lists.put(
                        check.getKey(),
                        VALUE.matcher(check.getValue())
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(lists)
                .containsEntry(
                        "planning_job_state_known", Set.of("queued", "running", "succeeded", "failed", "cancelled"))
                .containsEntry("plan_origin_known", Set.of("proposal", "areas-in-force"))
                .containsEntry("backdrop_role_known", Set.of("land", "water", "park", "street", "railway"))
                .containsEntry(
                        "account_role_known", Set.of("PLANNER", "ANALYST", "OFFICER", "SUPERVISOR", "AUDITOR", "ADMIN"))
                .containsEntry("audit_personal_field_known", Set.of("account", "address", "reason", "before", "after"))
                .containsEntry(
                        "officer_role_known", Set.of("resident-officer", "sector-supervisor", "liaison", "assistant"))
                .containsEntry("beat_assignment_rank_known", Set.of("main", "second"))
                .containsEntry(
                        "liaison_assignment_need_known",
                        Set.of("language", "youth", "lgbtiq", "diaspora", "victims", "other"))
                .containsEntry("handover_task_kind_known", Set.of("map", "events", "walk", "notice", "other"))
                .containsEntry("handover_task_owner_known", Set.of("from", "to", "team"))
                .containsEntry(
                        "handover_entry_kind_known",
                        Set.of("organisation", "focal-place", "contact-point", "agreement", "event"));
    }

    @Test
    void bringsSpatialFunctionsAndColumnsThatKeepPositionsAndAttributes() throws ParseException {
        UUID layer = UUID.randomUUID();
        database.jdbc()
                .sql(
                        """
                INSERT INTO layer (id, kind, name, version, features, file_name, roles, report, created_by, created_at)
                VALUES (:id, 'UNITS', 'Blocks', 1, 1, 'blocks.zip', '{}', '{}', 'test', CURRENT_TIMESTAMP)
                """)
                .param("id", layer)
                .update();
        byte[] wkb = new WKBWriter().write(new GeometryFactory().createPoint(new Coordinate(2.72, 51.42)));
        Dialect dialect = Dialect.of(database.dataSource());
        database.jdbc()
                .sql(
                        """
                INSERT INTO layer_feature (layer, number, feature_id, source_row, geom, attributes)
                VALUES (:layer, 0, 'a', 1, ST_GeomFromWKB(:wkb, 4326), %s)
                """
                                .formatted(dialect.json(":attributes")))
                .param("layer", layer)
                .param("wkb", wkb)
                .param("attributes", "{\"name\":\"Où\"}")
                .update();

        var row = database.jdbc()
                .sql(
                        """
                SELECT ST_AsBinary(geom) AS wkb, attributes FROM layer_feature
                WHERE layer = :layer AND geom && ST_MakeEnvelope(2, 51, 3, 52, 4326)
                """)
                .param("layer", layer)
                .query((rs, i) -> new Object[] {rs.getBytes("wkb"), rs.getString("attributes")})
                .single();

        Geometry back = new WKBReader().read((byte[]) row[0]);
        assertThat(back.getCoordinate()).isEqualTo(new Coordinate(2.72, 51.42));
        assertThat(row[1]).isEqualTo("{\"name\":\"Où\"}");
        assertThat(dialect.name()).isEqualTo(database.product().name());
    }
}
