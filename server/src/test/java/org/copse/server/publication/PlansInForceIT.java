package org.copse.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copse.server.OnBothDatabases;
import org.copse.server.SetClock;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

@OnBothDatabases
class PlansInForceIT {
    private final TestDatabase database;
    private final List<Object> events = new ArrayList<>();
    private final PlanRepository repository;
    private final PlanTerms terms;
    private final PlansInForce plans;
    private final Publication publication;
    private final SetClock clock = new SetClock("2026-05-01T08:00:00Z");

    PlansInForceIT(TestDatabase database) {
        this.database = database;
        this.repository = new PlanRepository(database.jdbc(), new JdbcTemplate(database.dataSource()));
        this.terms = new PlanTerms(database.jdbc());
        this.plans = new PlansInForce(repository, terms, clock);
        this.publication = publication(events::add);
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
                publication.publish(plan("First", "West", "East", new NewPlan.Contact("02 555 01", null)), "planner");

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
        assertThatThrownBy(() -> publication.publish(plan, Optional.empty(), asked, "planner"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("team-contact-missing");
        assertThat(plans.find()).isEmpty();

        TeamContacts given = new TeamContacts(Optional.of(new NewPlan.Contact("02 555 09", null)), false);
        PublishedPlan published = publication.publish(plan, Optional.empty(), given, "planner");

        assertThat(plans.listSectors(published.id()))
                .extracting(SectorTerritory::phone)
                .containsOnly("02 555 09");
        publication.publish(plan("Second", "a", "b", null), Optional.empty(), asked, "planner");
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
        PublishedPlan first = publication.publish(plan("First", "West", "East", null), "planner");
        clock.pass(Duration.ofSeconds(60));
        PublishedPlan second = publication.publish(plan("Second", "a", "b", null), "planner");

        assertThat(plans.get()).isEqualTo(second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(events).hasSize(2);
        assertThat(((PlanPublished) events.get(0)).previous()).isEmpty();
        assertThat(((PlanPublished) events.get(1)).previous()).contains(first);
        assertThat(plans.listTerms()).extracting(term -> term.validTo() == null).containsExactly(true, false);
    }

    @Test
    void keepsASectorsContactWhereMostOfItsResidentsLived() {
        publication.publish(
                plan("First", "West", "East", new NewPlan.Contact("02 555 01", "west@example.org")), "planner");
        PublishedPlan second = publication.publish(plan("Second", "a", "b", null), "planner");

        assertThat(plans.listSectors(second.id()))
                .extracting(SectorTerritory::phone)
                .containsExactly("02 555 01", null);
    }

    @Test
    void aPlanComesIntoForceAtItsInstantAndTheOneBeforeGoesOnUntilThen() {
        PublishedPlan first = publication.publish(plan("First", "West", "East", null), "planner");
        UUID second = publication.fix(plan("Second", "a", "b", null), "planner").id();
        assertThat(plans.listTerms(second)).isEmpty();

        Instant from = Instant.parse("2026-07-01T04:00:00Z");
        PublishedPlan coming = publication.enter(second, entry(Optional.of(from)));

        assertThat(coming.validFrom()).isEqualTo(from);
        assertThat(plans.get()).isEqualTo(first);
        assertThat(plans.findAhead().map(PlanTerm::plan)).contains(coming);
        clock.set(from.minusMillis(1));
        assertThat(plans.get()).isEqualTo(first);
        clock.set(from);
        assertThat(plans.get()).isEqualTo(coming);
        assertThat(plans.findAhead()).isEmpty();
        assertThat(plans.findAt(from.minusSeconds(1)).map(PlanTerm::plan)).contains(first);
        assertThat(plans.findAt(Instant.parse("2026-04-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void theSoonestInstantIsFiveSecondsAhead() {
        publication.publish(plan("First", "West", "East", null), "planner");
        UUID second = publication.fix(plan("Second", "a", "b", null), "planner").id();
        for (long seconds : new long[] {-3600, 0, 4, 3L * 366 * 86_400}) {
            assertThatThrownBy(() -> publication.enter(
                            second, entry(Optional.of(clock.instant().plusSeconds(seconds)))))
                    .as("%d s ahead", seconds)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("from");
        }

        assertThat(publication.enter(second, entry(Optional.empty())).validFrom())
                .isEqualTo(clock.instant().plusSeconds(5));
    }

    @Test
    void onePlanAtMostIsToCome() {
        publication.publish(plan("First", "West", "East", null), "planner");
        UUID second = publication.fix(plan("Second", "a", "b", null), "planner").id();
        UUID third = publication.fix(plan("Third", "c", "d", null), "planner").id();
        publication.enter(second, entry(Optional.empty()));

        assertThatThrownBy(() -> publication.enter(third, entry(Optional.empty())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("plan-ahead")
                .hasMessageContaining("Second");
    }

    @Test
    void aPlanInForceMakesWayForTheOneBeforeItOnce() {
        PublishedPlan first = publication.publish(plan("First", "West", "East", null), "planner");
        clock.pass(Duration.ofSeconds(60));
        PublishedPlan second = publication.publish(plan("Second", "a", "b", null), "planner");
        clock.pass(Duration.ofSeconds(60));

        publication.takeBack(second.id(), Optional.empty(), "Two streets were forgotten", "planner");

        assertThat(plans.get()).isEqualTo(second);
        clock.pass(Duration.ofSeconds(5));
        assertThat(plans.get().id()).isEqualTo(first.id());
        assertThatThrownBy(() -> publication.takeBack(second.id(), Optional.empty(), "Again", "planner"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("conflict");
        assertThatThrownBy(() -> publication.takeBack(first.id(), Optional.empty(), "And before?", "planner"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no plan before");
        assertThat(plans.listTerms())
                .extracting(term -> term.plan().name() + " " + term.kind().key() + " " + term.reason())
                .containsExactly(
                        "First take-back Two streets were forgotten",
                        "Second entry The council asked for it",
                        "First entry The council asked for it");
    }

    @Test
    void aPlanToComeIsCalledOffAsIfItHadNotBeenDecided() {
        PublishedPlan first = publication.publish(plan("First", "West", "East", null), "planner");
        UUID second = publication.fix(plan("Second", "a", "b", null), "planner").id();
        publication.enter(second, entry(Optional.of(clock.instant().plusSeconds(3600))));

        publication.takeBack(second, Optional.empty(), "The council met again", "planner");

        clock.pass(Duration.ofSeconds(7200));
        assertThat(plans.get()).isEqualTo(first);
        assertThat(plans.findAhead()).isEmpty();
        assertThat(plans.listTerms(second)).singleElement().satisfies(term -> assertThat(term.isCalledOff())
                .isTrue());
        publication.enter(second, entry(Optional.empty()));
        clock.pass(Duration.ofSeconds(5));
        assertThat(plans.get().id()).isEqualTo(second);
    }

    @Test
    void ofManyWhoPutAPlanInForceAtOnceOneSucceeds() throws Exception {
        publication.publish(plan("First", "West", "East", null), "planner");
        List<Callable<PublishedPlan>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID plan = publication
                    .fix(plan("Next " + i, "a", "b", null), "planner")
                    .id();
            all.add(() -> publication.enter(plan, entry(Optional.empty())));
        }
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        int succeeded = 0;
        for (Future<PublishedPlan> one : threads.invokeAll(all)) {
            try {
                one.get();
                succeeded++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(ProblemException.class);
            }
        }
        threads.shutdown();

        assertThat(succeeded).isEqualTo(1);
        assertThat(plans.listTerms()).hasSize(2);
    }

    private EntryIntoForce entry(Optional<Instant> from) {
        return new EntryIntoForce(from, Optional.empty(), TeamContacts.WAIVED, "Adopted", "planner");
    }

    private Publication publication(ApplicationEventPublisher listener) {
        return new Publication(
                repository,
                terms,
                database.transactions(),
                listener,
                AuditLog.of(database.dataSource(), Clock.systemUTC()),
                clock);
    }

    @Test
    void publishesNothingWhenAListenerFails() {
        Publication failing = publication(event -> {
            throw new IllegalStateException("no officers");
        });

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
