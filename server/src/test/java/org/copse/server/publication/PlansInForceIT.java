package org.copse.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.audit.AuditLog;
import org.copse.server.officer.ServiceContact;
import org.copse.server.system.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.jdbc.core.JdbcTemplate;

@OnBothDatabases
class PlansInForceIT {
    private final TestDatabase database;
    private final List<PlanPublished> events = new ArrayList<>();
    private final PlansInForce plans;

    PlansInForceIT(TestDatabase database) {
        this.database = database;
        this.plans = new PlansInForce(
                new PlanRepository(database.jdbc(), new JdbcTemplate(database.dataSource())),
                database.transactions(),
                event -> events.add((PlanPublished) event),
                AuditLog.of(database.dataSource(), Clock.systemUTC()));
    }

    @BeforeEach
    void startWithoutPlans() {
        database.jdbc().sql("DELETE FROM plan").update();
    }

    @Test
    void hasNoPlanInForceBeforeTheFirstIsPublished() {
        assertThat(plans.find()).isEmpty();
        assertThatThrownBy(plans::get).isInstanceOf(ProblemException.class).hasMessageContaining("no-plan-in-force");
    }

    @Test
    void handsOutThePlanInForceWithItsTerritories() {
        PublishedPlan published =
                plans.publish(plan("First", "West", "East", new NewPlan.Contact("02 555 01", null)), "planner");

        assertThat(plans.find()).contains(published);
        assertThat(published.version()).isEqualTo(1);
        assertThat(published.beats()).isEqualTo(2);
        assertThat(published.sectors()).isEqualTo(2);
        BeatTerritory east = plans.listBeats(published.id()).get(1);
        assertThat(east.id()).isEqualTo("East");
        assertThat(east.sectorName()).isEqualTo("Sector East");
        assertThat(east.colour()).isEqualTo(1);
        assertThat(east.lonLat().equalsExact(box(1, 2))).isTrue();
        assertThat(plans.listSectors(published.id()).get(0).phone()).isEqualTo("02 555 01");
        assertThat(plans.listUnits(published.id()))
                .extracting(NewPlan.Unit::beatId)
                .containsExactly("West", "East");
    }

    @Test
    void asksHowEveryTeamIsReachedUnlessThatIsWaived() {
        NewPlan plan = plan("First", "West", "East", null);
        TeamContacts asked = new TeamContacts(Optional.empty(), false);
        assertThatThrownBy(() -> plans.publish(plan, Optional.empty(), asked, "planner"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("team-contact-missing");
        assertThat(plans.find()).isEmpty();

        TeamContacts given = new TeamContacts(Optional.of(new NewPlan.Contact("02 555 09", null)), false);
        PublishedPlan published = plans.publish(plan, Optional.empty(), given, "planner");

        assertThat(plans.listSectors(published.id()))
                .extracting(SectorTerritory::phone)
                .containsOnly("02 555 09");
        plans.publish(plan("Second", "a", "b", null), Optional.empty(), asked, "planner");
    }

    @Test
    void theAuthorityIsReachedAsItWasLastSaid() {
        AuthorityContact authority = new AuthorityContact(
                database.jdbc(), database.transactions(), AuditLog.of(database.dataSource(), Clock.systemUTC()));
        authority.set(new ServiceContact("02 555 00", null), "planner");
        authority.set(new ServiceContact("02 555 01", "zone@example.org"), "planner");

        assertThat(authority.get()).isEqualTo(new ServiceContact("02 555 01", "zone@example.org"));
    }

    @Test
    void closesThePlanBeforeAndSaysSo() {
        PublishedPlan first = plans.publish(plan("First", "West", "East", null), "planner");
        PublishedPlan second = plans.publish(plan("Second", "a", "b", null), "planner");

        assertThat(plans.get()).isEqualTo(second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).previous()).isEmpty();
        assertThat(events.get(1).previous()).contains(first);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM plan WHERE in_force IS NULL AND valid_to IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsASectorsContactWhereMostOfItsResidentsLived() {
        plans.publish(plan("First", "West", "East", new NewPlan.Contact("02 555 01", "west@example.org")), "planner");
        PublishedPlan second = plans.publish(plan("Second", "a", "b", null), "planner");

        assertThat(plans.listSectors(second.id()))
                .extracting(SectorTerritory::phone)
                .containsExactly("02 555 01", null);
    }

    @Test
    void publishesNothingWhenAListenerFails() {
        PlansInForce failing = new PlansInForce(
                new PlanRepository(database.jdbc(), new JdbcTemplate(database.dataSource())),
                database.transactions(),
                event -> {
                    throw new IllegalStateException("no officers");
                },
                AuditLog.of(database.dataSource(), Clock.systemUTC()));

        assertThatThrownBy(() -> failing.publish(plan("First", "West", "East", null), "planner"))
                .hasMessage("no officers");
        assertThat(plans.find()).isEmpty();
    }

    private static NewPlan plan(String name, String west, String east, NewPlan.@Nullable Contact contactWest) {
        return new NewPlan(
                name,
                "The council asked for it",
                PlanOrigin.AREAS_IN_FORCE,
                null,
                null,
                null,
                List.of(
                        new NewPlan.Sector("S" + west, "Sector " + west, 1, contactWest, box(0, 1)),
                        new NewPlan.Sector("S" + east, "Sector " + east, 1, null, box(1, 2))),
                List.of(
                        new NewPlan.Beat(west, "S" + west, "Beat " + west, 0, 100, box(0, 1)),
                        new NewPlan.Beat(east, "S" + east, "Beat " + east, 1, 300, box(1, 2))),
                List.of(
                        new NewPlan.Unit("u1", west, 100, new NewPlan.Position(0.5, 0.5)),
                        new NewPlan.Unit("u2", east, 300, new NewPlan.Position(1.5, 0.5))));
    }

    private static Geometry box(double west, double east) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, 0, 1));
    }
}
