package org.copse.server.problemcase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.publication.BeatTerritory;
import org.springframework.stereotype.Component;

/** Cases as they are shown. */
@Component
class CaseViews {
    private final Cases cases;
    private final CaseStore store;
    private final PublicProblems tellings;
    private final Assignments days;

    CaseViews(Cases cases, CaseStore store, PublicProblems tellings, Assignments days) {
        this.cases = cases;
        this.store = store;
        this.tellings = tellings;
        this.days = days;
    }

    /** A beat by its id and name. */
    record Beat(String id, String name) {
        static Beat of(String id, Map<String, BeatTerritory> beats) {
            BeatTerritory known = beats.get(id);
            return new Beat(id, known == null ? id : known.name());
        }
    }

    /**
     * A case with all that is its own.
     *
     * @param basis what it rests on by where it is known from
     * @param oneSided whether all of it is known from one type of source
     * @param tellings of each language what is public and what was written last
     * @param next where it may go from here, the way forward first
     */
    record CaseView(
            ProblemCase problem,
            Beat beat,
            List<Basis> basis,
            boolean oneSided,
            List<Source> sources,
            List<Response> responses,
            List<Review> reviews,
            List<Telling> tellings,
            boolean overdue,
            List<Stage> next) {}

    CaseView get(UUID id) {
        ProblemCase problem = cases.get(id);
        LocalDate today = days.today();
        List<Source> sources = cases.listSources(id).stream()
                .map(SourceRepository.Placed::source)
                .toList();
        List<Basis> basis = Basis.of(sources);
        return new CaseView(
                problem,
                Beat.of(problem.beat(), cases.beats()),
                basis,
                Basis.countTypes(basis) == 1,
                sources,
                cases.listResponses(id),
                store.reviews().list(id),
                tellings.listTellings(id),
                problem.isOverdue(today),
                problem.stage().next());
    }
}
