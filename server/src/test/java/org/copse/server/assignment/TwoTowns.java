package org.copse.server.assignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.officer.Officer;
import org.copse.server.officer.Officers;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.Publication;
import org.copse.server.publication.PublishedPlan;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A row of units, one degree each, divided into beats as a text says: one letter a unit, a hundred residents each. */
final class TwoTowns {
    private final TestDatabase database;
    private final RunningServer server;

    TwoTowns(TestDatabase database, RunningServer server) {
        this.database = database;
        this.server = server;
    }

    /** Forgets all plans and officers. */
    void clear() {
        for (String table : List.of(
                "handover",
                "beat_assignment",
                "liaison_assignment",
                "officer_leave",
                "plan",
                "officer_consent",
                "officer")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
    }

    /** Publishes the division where nobody has to be asked. */
    PublishedPlan publish(String division) {
        return server.bean(Publication.class).publish(plan(division), "planner");
    }

    /** Returns the plan of a division: {@code "AAB"} has beats A and B. */
    static NewPlan plan(String division) {
        Map<String, Envelope> land = new LinkedHashMap<>();
        List<NewPlan.Unit> units = new ArrayList<>();
        for (int i = 0; i < division.length(); i++) {
            String beat = division.substring(i, i + 1);
            land.computeIfAbsent(beat, id -> new Envelope()).expandToInclude(new Envelope(i, i + 1, 0, 1));
            units.add(new NewPlan.Unit("u" + i, beat, 100, new NewPlan.Position(i + 0.5, 0.5)));
        }
        Geometry all = new GeometryFactory().toGeometry(new Envelope(0, division.length(), 0, 1));
        return new NewPlan(
                "Plan " + division,
                "For the test",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "South", land.size(), null, all)),
                land.entrySet().stream()
                        .map(beat -> new NewPlan.Beat(
                                beat.getKey(),
                                "S",
                                "Beat " + beat.getKey(),
                                0,
                                100 * beat.getValue().getWidth(),
                                new GeometryFactory().toGeometry(beat.getValue())))
                        .toList(),
                units);
    }

    /** Adds an officer of that number. */
    UUID officer(String number) {
        return server.bean(Officers.class)
                .add(new Officer(number, "Officer " + number, List.of("nl"), null, null, null), "supervisor");
    }

    /** Returns who is the resident officer of which beat of the plan in force today: {@code {A=1, B=2}}. */
    Map<String, String> mains() {
        Map<String, String> mains = new LinkedHashMap<>();
        Assignments assignments = server.bean(Assignments.class);
        UUID plan = server.bean(PlansInForce.class).get().id();
        assignments.mapCover(plan).forEach((beat, cover) -> {
            var resident = cover.resident();
            if (resident != null) {
                mains.put(beat, resident.particulars().number());
            }
        });
        return mains;
    }

    /** Returns how many assignments go on beyond today, in any plan. */
    int continuing() {
        return database.jdbc()
                .sql("SELECT count(*) FROM beat_assignment WHERE valid_to = DATE '9999-12-31'")
                .query(Integer.class)
                .single();
    }
}
