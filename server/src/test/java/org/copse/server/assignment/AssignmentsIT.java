package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.officer.Officers;
import org.copse.server.officer.Person;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

@OnBothDatabases
class AssignmentsIT {
    private final RunningServer server;
    private final TwoTowns town;
    private final Assignments assignments;
    private final AssignmentRepository repository;
    private final LocalDate today;

    AssignmentsIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database));
        town = new TwoTowns(database, server);
        assignments = server.bean(Assignments.class);
        repository = server.bean(AssignmentRepository.class);
        today = assignments.today();
    }

    @BeforeEach
    void startAnew() {
        town.clear();
    }

    @Test
    void theDatabaseRefusesTwoResidentOfficersOfABeatOnADay() {
        UUID plan = town.publish("AB").id();
        insert(plan, "A", town.officer("1"), Rank.MAIN, 0, 10);

        assertThatThrownBy(() -> insert(plan, "A", town.officer("2"), Rank.MAIN, 9, 20))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("beat_assignment_one_main_a_day");
        insert(plan, "A", town.officer("3"), Rank.MAIN, 10, 20);
        insert(plan, "A", town.officer("4"), Rank.SECOND, 0, 20);
    }

    @Test
    void theDatabaseRefusesAnOfficerWithTwoBeatsOfTheirOwnOnADay() {
        UUID plan = town.publish("AB").id();
        UUID officer = town.officer("1");
        insert(plan, "A", officer, Rank.MAIN, 0, 10);

        assertThatThrownBy(() -> insert(plan, "B", officer, Rank.MAIN, 5, 6))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("beat_assignment_main_on_one_beat");
        insert(plan, "B", officer, Rank.SECOND, 5, 6);
        insert(plan, "B", officer, Rank.MAIN, 10, 12);
    }

    @Test
    void theDatabaseRefusesToStretchAnAssignmentOverAnother() {
        UUID plan = town.publish("AB").id();
        UUID first = insert(plan, "A", town.officer("1"), Rank.MAIN, 0, 10);
        insert(plan, "A", town.officer("2"), Rank.MAIN, 10, 20);

        assertThatThrownBy(() -> repository.end(first, today.plusDays(11), "longer", "test"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theDatabaseRefusesLeaveAndLiaisonTwiceOnADay() {
        UUID officer = town.officer("1");
        LeaveRepository leaves = server.bean(LeaveRepository.class);
        leaves.insert(new Leave(UUID.randomUUID(), officer, days(0, 10), null), "test");
        assertThatThrownBy(() -> leaves.insert(new Leave(UUID.randomUUID(), officer, days(9, 11), null), "test"))
                .hasMessageContaining("officer_leave_once_a_day");

        LiaisonRepository liaisons = server.bean(LiaisonRepository.class);
        liaisons.insert(liaison(officer, Need.YOUTH, "", 0, 10), "why", "test");
        liaisons.insert(liaison(officer, Need.LANGUAGE, "ar", 0, 10), "why", "test");
        assertThatThrownBy(() -> liaisons.insert(liaison(officer, Need.YOUTH, "", 3, 4), "why", "test"))
                .hasMessageContaining("liaison_assignment_once_a_day");
    }

    @Test
    void saysInWordsWhatStandsInTheWay() {
        PublishedPlan plan = town.publish("AB");
        assign(plan, "A", town.officer("1"), false);

        assertThatThrownBy(() -> assign(plan, "A", town.officer("2"), false))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
                    assertThat(problem.detail()).contains("another resident officer");
                });
    }

    @Test
    void anOfficerWhoReplacesAnotherLeavesNoDayBetweenThem() {
        PublishedPlan plan = town.publish("AB");
        UUID first = town.officer("1");
        UUID second = town.officer("2");
        assign(plan, "A", first, false);
        assign(plan, "B", second, false);

        assign(plan, "A", second, true);

        assertThat(town.mains()).containsOnlyKeys("A").containsEntry("A", "2");
        assertThat(repository.listOfOfficer(first)).isEmpty();
    }

    @Test
    void ofManyWhoAssignABeatAtOnceOneSucceeds() throws Exception {
        PublishedPlan plan = town.publish("ABCDEF");
        List<Callable<BeatAssignment>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID officer = town.officer(String.valueOf(i));
            all.add(() -> assign(plan, "A", officer, false));
        }

        assertThat(succeeded(all)).isEqualTo(1);
        assertThat(town.continuing()).isEqualTo(1);
    }

    @Test
    void ofManyWhoAssignAnOfficerAtOnceOneSucceeds() throws Exception {
        PublishedPlan plan = town.publish("ABCDEF");
        UUID officer = town.officer("1");
        List<Callable<BeatAssignment>> all = new ArrayList<>();
        for (String beat : List.of("A", "B", "C", "D", "E", "F")) {
            all.add(() -> assign(plan, beat, officer, false));
        }

        assertThat(succeeded(all)).isEqualTo(1);
        assertThat(town.continuing()).isEqualTo(1);
    }

    @Test
    void rowsWrittenPastTheServiceDoNotOverlapEither() throws Exception {
        UUID plan = town.publish("AB").id();
        List<Callable<UUID>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID officer = town.officer(String.valueOf(i));
            all.add(() -> insert(plan, "A", officer, Rank.MAIN, 0, 10));
        }

        assertThat(succeeded(all)).isEqualTo(1);
    }

    @Test
    void whoLeavesTheServiceLeavesNoAssignmentBehind() {
        PublishedPlan plan = town.publish("AB");
        UUID leaver = town.officer("1");
        UUID other = town.officer("2");
        assign(plan, "A", leaver, false);
        assign(plan, "B", other, false);
        Leaves leaves = server.bean(Leaves.class);
        leaves.add(new Leave(UUID.randomUUID(), other, days(5, 15), leaver), "test");
        server.bean(Liaisons.class).add(liaison(leaver, Need.VICTIMS, "", 0, 100), "why", "test");

        Departures departures = server.bean(Departures.class);
        Departures.Consequences then = departures.without(leaver, today.plusDays(7));
        departures.leave(leaver, today.plusDays(7), "Retires", "test");

        assertThat(then.beats()).extracting(Departures.LostBeat::id).containsExactly("A");
        assertThat(then.residents()).isEqualTo(100);
        assertThat(then.liaisons()).hasSize(1);
        assertThat(then.standsInFor()).extracting(Person::number).containsExactly("2");
        Coverage coverage = assignments.coverage(plan.id());
        assertThat(coverage.on("A", today.plusDays(6)).how()).isEqualTo(Cover.How.OFFICER);
        assertThat(coverage.on("A", today.plusDays(7)).how()).isEqualTo(Cover.How.TEAM);
        assertThat(coverage.on("B", today.plusDays(8)).how()).isEqualTo(Cover.How.TEAM);
        assertThatThrownBy(() -> assign(plan, "A", leaver, true)).hasMessageContaining("leaves the service");
        assertThat(server.bean(Officers.class).get(leaver).servesOn(today)).isTrue();
    }

    @Test
    void refusesABeatOfAPlanThatIsNoLongerInForce() {
        PublishedPlan before = town.publish("AB");
        town.publish("CD");

        assertThatThrownBy(() -> assign(before, "A", town.officer("1"), false)).hasMessageContaining("conflict");
    }

    private BeatAssignment assign(PublishedPlan plan, String beat, UUID officer, boolean replaces) {
        return assignments.assign(
                new NewAssignment(
                        plan.id(), beat, officer, Rank.MAIN, Days.from(today), today, "For the test", replaces),
                "supervisor");
    }

    private UUID insert(UUID plan, String beat, UUID officer, Rank rank, int from, int to) {
        UUID id = UUID.randomUUID();
        Days days = days(from, to);
        repository.insert(new BeatAssignment(id, plan, beat, officer, rank, days, days.from()), "why", "test");
        return id;
    }

    private Days days(int from, int to) {
        return new Days(today.plusDays(from), today.plusDays(to));
    }

    private LiaisonAssignment liaison(UUID officer, Need need, String topic, int from, int to) {
        return new LiaisonAssignment(UUID.randomUUID(), officer, need, topic, days(from, to));
    }

    /** Returns how many of them succeed when all begin at once. */
    static <T> int succeeded(List<Callable<T>> all) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        CyclicBarrier start = new CyclicBarrier(all.size());
        try {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> one : all) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            int succeeded = 0;
            for (Future<T> answer : answers) {
                try {
                    answer.get();
                    succeeded++;
                } catch (ExecutionException e) {
                    // PostgreSQL may see two rows that wait for each other before it sees that they overlap.
                    assertThat(e.getCause())
                            .isInstanceOfAny(
                                    ProblemException.class,
                                    DataIntegrityViolationException.class,
                                    PessimisticLockingFailureException.class);
                }
            }
            return succeeded;
        } finally {
            threads.shutdownNow();
        }
    }
}
