package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.publication.CarryOverDecision;
import org.copse.server.publication.EntryIntoForce;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.Publication;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.TeamContacts;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan is published where officers have beats: all go where a planner said, or nothing happens. */
@OnBothDatabases
class CarryOverIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final TwoTowns town;
    private final PlansInForce plans;
    private final Publication publication;
    private final AssignmentRepository repository;
    private final LocalDate today;

    CarryOverIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database));
        town = new TwoTowns(database, server);
        plans = server.bean(PlansInForce.class);
        publication = server.bean(Publication.class);
        repository = server.bean(AssignmentRepository.class);
        today = server.bean(Assignments.class).today();
    }

    @BeforeEach
    void threeBeatsWithAnOfficerEach() {
        town.clear();
        UUID plan = town.publish("AABBCC").id();
        for (String beat : List.of("A", "B", "C")) {
            insert(plan, beat, town.officer(beat.toLowerCase(java.util.Locale.ROOT)), Rank.MAIN);
        }
    }

    @Test
    void refusesToPublishWhenNobodyDecided() {
        assertThatThrownBy(() -> publication.publish(TwoTowns.plan("XXYYZZ"), "planner"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.CARRY_OVER_UNCONFIRMED));
        assertThat(plans.get().name()).isEqualTo("Plan AABBCC");
        assertThat(town.continuing()).isEqualTo(3);
    }

    @Test
    void putsEveryOfficerWhereThePlannerSaid() {
        publish("XXYYZZ", Map.of("A", "Z", "B", "Y", "C", "X"));

        assertThat(town.mains()).isEqualTo(Map.of("X", "c", "Y", "b", "Z", "a"));
        assertThat(town.continuing()).isEqualTo(3);
    }

    @Test
    void keepsTheTenureOfWhoStaysAndBeginsThatOfWhoMoves() {
        publish("XXYYZZ", Map.of("A", "X", "B", "Z", "C", "Y"));

        Map<String, LocalDate> since = new HashMap<>();
        repository.listContinuing(plans.get().id(), today).forEach(one -> since.put(one.beatId(), one.tenureFrom()));
        assertThat(since).isEqualTo(Map.of("X", today.minusYears(4), "Y", today, "Z", today));
    }

    @Test
    void endsTheAssignmentOfWhoGoesNowhereAndKeepsItInTheHistory() {
        publish("XXXXYY", Map.of("A", "X", "C", "Y"));

        assertThat(town.mains()).isEqualTo(Map.of("X", "a", "Y", "c"));
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM beat_assignment WHERE valid_to < DATE '9999-12-31'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void carriesOverWhatIsToComeToo() {
        UUID plan = plans.get().id();
        UUID late = town.officer("late");
        repository.insert(
                new BeatAssignment(
                        UUID.randomUUID(),
                        plan,
                        "A",
                        late,
                        Rank.SECOND,
                        Days.from(today.plusDays(30)),
                        today.plusDays(30)),
                "why",
                "test");

        publish("XXYYZZ", Map.of("A", "X", "B", "Y", "C", "Z"));

        assertThat(repository.listOfOfficer(late)).hasSize(1).allSatisfy(one -> {
            assertThat(one.plan()).isEqualTo(plans.get().id());
            assertThat(one.days().from()).isEqualTo(today.plusDays(30));
        });
    }

    @Test
    void refusesADecisionOnAnotherStateOfAffairs() {
        CarryOverDecision stale = decision(TwoTowns.plan("XXYYZZ"), Map.of("A", "X", "B", "Y", "C", "Z"));
        UUID plan = plans.get().id();
        insert(plan, "A", town.officer("new"), Rank.SECOND);

        assertThatThrownBy(() -> publication.publish(
                        TwoTowns.plan("XXYYZZ"), Optional.of(stale), TeamContacts.WAIVED, "planner"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.CARRY_OVER_UNCONFIRMED));
        assertThat(plans.get().id()).isEqualTo(plan);
    }

    @Test
    void refusesTwoOfficersForABeatAndBeatsThatAreNone() {
        assertThatThrownBy(() -> publish("XXYYZZ", Map.of("A", "X", "B", "X", "C", "Z")))
                .hasMessageContaining("carryOver.assignments");
        assertThatThrownBy(() -> publish("XXYYZZ", Map.of("A", "Q", "B", "X", "C", "Z")))
                .hasMessageContaining("no beat Q");
        assertThat(plans.get().name()).isEqualTo("Plan AABBCC");
        assertThat(town.mains()).isEqualTo(Map.of("A", "a", "B", "b", "C", "c"));
    }

    @Test
    void ofManyWhoPublishAtOnceOneSucceedsAndNoOfficerIsLostOrDoubled() throws Exception {
        CarryOverDecision decision = decision(TwoTowns.plan("XXYYZZ"), Map.of("A", "X", "B", "Y", "C", "Z"));
        List<Callable<PublishedPlan>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(() -> publication.publish(
                    TwoTowns.plan("XXYYZZ"), Optional.of(decision), TeamContacts.WAIVED, "planner"));
        }

        assertThat(AssignmentsIT.succeeded(all)).isEqualTo(1);
        assertThat(town.mains()).isEqualTo(Map.of("X", "a", "Y", "b", "Z", "c"));
        assertThat(town.continuing()).isEqualTo(3);
    }

    @Test
    void anAssignmentThatRacesAPublicationIsCarriedOverOrRefusedNeverLost() throws Exception {
        CarryOverDecision decision = decision(TwoTowns.plan("XXYYZZ"), Map.of("A", "X", "B", "Y", "C", "Z"));
        UUID plan = plans.get().id();
        UUID late = town.officer("late");
        List<Callable<Object>> all = List.of(
                () -> publication.publish(
                        TwoTowns.plan("XXYYZZ"), Optional.of(decision), TeamContacts.WAIVED, "planner"),
                () -> server.bean(Assignments.class)
                        .assign(
                                new NewAssignment(plan, "A", late, Rank.SECOND, Days.from(today), today, "race", false),
                                "supervisor"));

        assertThat(AssignmentsIT.succeeded(all)).isEqualTo(1);
        UUID inForce = plans.get().id();
        assertThat(repository.listContinuing(inForce, today)).hasSize(inForce.equals(plan) ? 4 : 3);
        assertThat(town.continuing()).isEqualTo(inForce.equals(plan) ? 4 : 3);
    }

    @Test
    void takingAPlanBackPutsOfficersBackWhereTheyWere() {
        publish("XXYYZZ", Map.of("A", "Z", "B", "Y"));
        UUID abandoned = plans.get().id();
        insertFrom(abandoned, "X", town.officer("new"), today);

        takeBack(abandoned);

        // C had nobody after the entry and gets theirs back; who came since has no beat left.
        assertThat(plans.get().name()).isEqualTo("Plan AABBCC");
        assertThat(town.mains()).isEqualTo(Map.of("A", "a", "B", "b", "C", "c"));
        assertThat(town.continuing()).isEqualTo(3);
    }

    @Test
    void whoReplacedSomebodySinceStaysWithTheirResidents() {
        publish("XXYYZZ", Map.of("A", "X", "B", "Y", "C", "Z"));
        UUID abandoned = plans.get().id();
        BeatAssignment replaced = repository.listContinuing(abandoned, today).stream()
                .filter(one -> one.beatId().equals("X"))
                .findFirst()
                .orElseThrow();
        server.bean(Assignments.class).end(replaced.id(), today, "Moved away", "test");
        insertFrom(abandoned, "X", town.officer("new"), today);

        takeBack(abandoned);

        assertThat(town.mains()).isEqualTo(Map.of("A", "new", "B", "b", "C", "c"));
    }

    @Test
    void officersServeThePlanInForceUntilTheInstantAndTheNextFromThen() throws Exception {
        UUID first = plans.get().id();
        NewPlan next = TwoTowns.plan("XXYYZZ");
        CarryOverDecision decision = decision(next, Map.of("A", "X", "B", "Y", "C", "Z"));
        UUID second = publication.fix(next, "planner").id();

        publication.enter(
                second,
                new EntryIntoForce(Optional.empty(), Optional.of(decision), TeamContacts.WAIVED, "Adopted", "planner"));

        assertThat(plans.get().id()).isEqualTo(first);
        assertThat(town.mains()).isEqualTo(Map.of("A", "a", "B", "b", "C", "c"));
        Awaited.until("the next plan in force", () -> plans.get().id(), second::equals);
        assertThat(town.mains()).isEqualTo(Map.of("X", "a", "Y", "b", "Z", "c"));
    }

    @Test
    void callingAPlanOffLeavesOfficersAsIfNothingHadBeenDecided() {
        UUID second = toComeInThreeDays(Map.of("A", "Y", "B", "X"));
        assertThat(openHandovers(second)).isPositive();

        publication.takeBack(second, Optional.empty(), "The council met again", "planner");

        assertThat(repository.listContinuing(plans.get().id(), today))
                .extracting(one -> one.days().to())
                .containsExactly(Days.OPEN, Days.OPEN, Days.OPEN);
        assertThat(repository.listContinuing(second, today)).isEmpty();
        assertThat(openHandovers(second)).isZero();
    }

    private int openHandovers(UUID plan) {
        return database.jdbc()
                .sql("SELECT count(*) FROM handover WHERE plan = :plan AND cancelled_at IS NULL")
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoWasReplacedBeforeAPlanIsCalledOffDoesNotComeBack() {
        UUID second = toComeInThreeDays(Map.of("A", "X", "B", "Y"));
        UUID first = plans.get().id();
        BeatAssignment replaced = repository.listOfPlan(first).stream()
                .filter(one -> one.beatId().equals("A"))
                .findFirst()
                .orElseThrow();
        server.bean(Assignments.class).end(replaced.id(), today, "Moved away", "test");
        insertFrom(first, "A", town.officer("new"), today);

        publication.takeBack(second, Optional.empty(), "The council met again", "planner");

        assertThat(plans.findAhead()).isEmpty();
        assertThat(town.mains()).isEqualTo(Map.of("A", "new", "B", "b", "C", "c"));
    }

    private UUID toComeInThreeDays(Map<String, String> carried) {
        NewPlan next = TwoTowns.plan("XXYYZZ");
        CarryOverDecision decision = decision(next, carried);
        UUID second = publication.fix(next, "planner").id();
        publication.enter(
                second,
                new EntryIntoForce(
                        Optional.of(Instant.now().plusSeconds(3 * 86_400)),
                        Optional.of(decision),
                        TeamContacts.WAIVED,
                        "Adopted",
                        "planner"));
        return second;
    }

    /** As if it had been some time ago: without waiting for its instant. */
    private void takeBack(UUID abandoned) {
        publication.takeBack(abandoned, Optional.empty(), "Two streets were forgotten", "planner");
        database.jdbc()
                .sql(
                        """
                        UPDATE plan_term SET valid_from = valid_from - INTERVAL '1' HOUR, valid_to = valid_to - INTERVAL '1' HOUR
                        """)
                .update();
    }

    private void insertFrom(UUID plan, String beat, UUID officer, LocalDate from) {
        repository.insert(
                new BeatAssignment(UUID.randomUUID(), plan, beat, officer, Rank.MAIN, Days.from(from), from),
                "why",
                "test");
    }

    private void publish(String division, Map<String, String> newBeatOfOld) {
        NewPlan plan = TwoTowns.plan(division);
        publication.publish(plan, Optional.of(decision(plan, newBeatOfOld)), TeamContacts.WAIVED, "planner");
    }

    private CarryOverDecision decision(NewPlan plan, Map<String, String> newBeatOfOld) {
        UUID before = plans.get().id();
        List<BeatAssignment> continuing = repository.listContinuing(before, today);
        Map<UUID, Optional<String>> chosen = new HashMap<>();
        continuing.forEach(one -> chosen.put(one.id(), Optional.ofNullable(newBeatOfOld.get(one.beatId()))));
        return new CarryOverDecision(CarryOverWork.basis(before, continuing, plan.units()), chosen);
    }

    private void insert(UUID plan, String beat, UUID officer, Rank rank) {
        Days days = Days.from(today.minusYears(1));
        repository.insert(
                new BeatAssignment(UUID.randomUUID(), plan, beat, officer, rank, days, today.minusYears(4)),
                "why",
                "test");
    }
}
