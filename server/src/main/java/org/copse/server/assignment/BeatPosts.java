package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copse.server.officer.Officers;
import org.copse.server.officer.Person;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assignments with the names that people read: of the beat, its sector and the officer. */
@Component
class BeatPosts {
    private final AssignmentRepository repository;
    private final Officers officers;
    private final PlansInForce plans;

    BeatPosts(AssignmentRepository repository, Officers officers, PlansInForce plans) {
        this.repository = repository;
        this.officers = officers;
        this.plans = plans;
    }

    /**
     * An assignment as people read it.
     *
     * @param plan of which the beat is one
     * @param to first day after; null where no end is set
     */
    record Post(
            UUID assignment,
            UUID plan,
            String beat,
            String beatName,
            String sector,
            String sectorName,
            Person officer,
            Rank rank,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate tenureFrom) {}

    /** Returns the resident officers of a plan's beats on a day, in the plan's order. */
    List<Post> listMains(UUID plan, LocalDate day) {
        return list(plan, repository.listOfPlan(plan)).stream()
                .filter(post -> post.rank() == Rank.MAIN && days(post).include(day))
                .toList();
    }

    /** Returns all assignments of a plan that have a day, ended ones too. */
    List<Post> listAll(UUID plan) {
        return list(plan, repository.listOfPlan(plan));
    }

    /** Returns an officer's assignments on any plan, the latest first. */
    List<Post> listOfOfficer(UUID officer) {
        List<Post> posts = new ArrayList<>();
        Map<UUID, List<BeatAssignment>> byPlan =
                repository.listOfOfficer(officer).stream().collect(Collectors.groupingBy(BeatAssignment::plan));
        byPlan.forEach((plan, some) -> posts.addAll(list(plan, some)));
        posts.sort(java.util.Comparator.comparing(Post::from).reversed());
        return posts;
    }

    private List<Post> list(UUID plan, List<BeatAssignment> some) {
        Map<String, BeatTerritory> beats =
                plans.listBeats(plan).stream().collect(Collectors.toMap(BeatTerritory::id, Function.identity()));
        Map<UUID, StoredOfficer> roster = officers.mapById();
        return some.stream()
                .filter(one -> one.days().from().isBefore(one.days().to()))
                .map(one -> {
                    BeatTerritory beat = Objects.requireNonNull(beats.get(one.beatId()));
                    return new Post(
                            one.id(),
                            one.plan(),
                            beat.id(),
                            beat.name(),
                            beat.sectorId(),
                            beat.sectorName(),
                            Person.of(Objects.requireNonNull(roster.get(one.officer()))),
                            one.rank(),
                            one.days().from(),
                            one.days().end(),
                            one.tenureFrom());
                })
                .toList();
    }

    static Days days(Post post) {
        LocalDate to = post.to();
        return new Days(post.from(), to == null ? Days.OPEN : to);
    }
}
