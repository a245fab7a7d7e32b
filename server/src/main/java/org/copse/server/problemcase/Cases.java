package org.copse.server.problemcase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.assignment.Assignments;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.inforce.IndexedPlan;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps problem cases, what they rest on and what is done. */
@Service
class Cases {
    private static final int MOST_SOURCES = 500;
    private static final int MOST_RESPONSES = 50;

    private final CaseRepository rows;
    private final SourceRepository sourceRows;
    private final ResponseRepository responses;
    private final ReviewRepository reviews;
    private final Sources sources;
    private final CaseSettings settings;
    private final PlanIndex plans;
    private final Assignments days;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Cases(
            CaseStore store,
            Sources sources,
            CaseSettings settings,
            PlanIndex plans,
            Assignments days,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.rows = store.cases();
        this.sourceRows = store.sources();
        this.responses = store.responses();
        this.reviews = store.reviews();
        this.sources = sources;
        this.settings = settings;
        this.plans = plans;
        this.days = days;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    List<ProblemCase> list() {
        return rows.list();
    }

    /** Returns from where each case is known. */
    Map<UUID, List<SourceType>> mapTypes() {
        Map<UUID, List<SourceKind>> kinds = new HashMap<>();
        sourceRows.listKinds().forEach(had -> kinds.computeIfAbsent(had.problem(), id -> new ArrayList<>())
                .add(had.kind()));
        return kinds.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Basis.types(entry.getValue())));
    }

    ProblemCase get(UUID id) {
        return rows.find(id).orElseThrow(Cases::none);
    }

    List<SourceRepository.Placed> listSources(UUID id) {
        return sourceRows.list(id);
    }

    List<Response> listResponses(UUID id) {
        return responses.list(id);
    }

    /** Opens a case, with a source where one is given. */
    UUID open(CaseRequest request, @Nullable SourceRequest source, Authentication account) {
        UUID id = UUID.randomUUID();
        inTransaction(() -> {
            ProblemCase opened = request.opened(id, beats().keySet(), account.getName(), now());
            rows.insert(opened);
            record(id, "opened, beat " + opened.beat(), null);
            if (source != null) {
                add(id, source, account);
            }
        });
        return id;
    }

    void change(UUID id, CaseRequest request) {
        inTransaction(() -> {
            ProblemCase known = lock(id, request.after());
            ProblemCase changed = request.checked(known, beats().keySet(), now());
            rows.update(changed);
            record(
                    id,
                    "version " + changed.version()
                            + (changed.beat().equals(known.beat())
                                    ? ""
                                    : ", beat " + known.beat() + " → " + changed.beat()),
                    null);
        });
    }

    /** Takes a case to another stage. */
    void step(UUID id, StepRequest request) {
        inTransaction(() -> {
            ProblemCase known = lock(id, request.after());
            StepRequest.Holds holds = new StepRequest.Holds(
                    sourceRows.list(id).size(),
                    responses.list(id).size(),
                    reviews.list(id).size());
            ProblemCase changed = request.step(known, holds, now());
            rows.update(changed);
            record(
                    id,
                    known.stage().key() + " → " + changed.stage().key()
                            + (changed.outcome() == null ? "" : ", " + changed.outcome()),
                    changed.closing());
        });
    }

    void addSource(UUID id, SourceRequest request, Authentication account) {
        inTransaction(() -> {
            lock(id);
            add(id, request, account);
        });
    }

    private void add(UUID id, SourceRequest request, Authentication account) {
        SourceRepository.Placed placed = sources.read(request, account, days.today(), now());
        Source source = placed.source();
        if (sourceRows.list(id).size() >= MOST_SOURCES) {
            throw FieldErrors.of("kind", "cannot be added: a case has at most " + MOST_SOURCES + " sources");
        }
        UUID ref = source.ref();
        if (ref != null && sourceRows.has(id, source.kind(), ref)) {
            throw new ProblemException(ProblemType.CONFLICT, "This is in the case already.");
        }
        sourceRows.insert(id, placed);
        record(id, "source added: " + source.kind().key() + (ref == null ? "" : " " + ref), null);
    }

    void removeSource(UUID id, UUID source) {
        inTransaction(() -> {
            lock(id);
            if (sourceRows.delete(id, source) == 0) {
                throw new ProblemException(ProblemType.NOT_FOUND, "This case has no such source.");
            }
            record(id, "source removed: " + source, null);
        });
    }

    void addResponse(UUID id, ResponseRequest request) {
        inTransaction(() -> {
            lock(id);
            int number = responses.nextNumber(id);
            if (number > MOST_RESPONSES) {
                throw FieldErrors.of("what", "cannot be added: a case has at most " + MOST_RESPONSES + " responses");
            }
            Response row = request.checked(UUID.randomUUID(), number);
            responses.insert(id, row);
            record(id, "response " + number + ": " + row.who() + ", " + row.state(), null);
        });
    }

    void changeResponse(UUID id, UUID response, ResponseRequest request) {
        inTransaction(() -> {
            lock(id);
            Response known = responses
                    .find(id, response)
                    .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This case has no such response."));
            Response row = request.checked(response, known.number());
            responses.update(id, row);
            record(id, "response " + row.number() + ": " + known.state() + " → " + row.state(), null);
        });
    }

    /** Deletes cases that were closed long ago. Returns how many. */
    int deleteOld() {
        List<UUID> deleted = new ArrayList<>();
        inTransaction(() -> deleted.addAll(rows.deleteClosedBefore(now().minus(settings.kept()))));
        return deleted.size();
    }

    /** Returns the beats of the plan in force by their ids; none while no plan is in force. */
    Map<String, BeatTerritory> beats() {
        return plans.find().map(IndexedPlan::beats).orElse(List.of()).stream()
                .collect(Collectors.toMap(BeatTerritory::id, beat -> beat, (one, other) -> one));
    }

    /** Has others who change a case wait until the transaction ends. */
    private ProblemCase lock(UUID id) {
        ProblemCase known = rows.findForUpdate(id).orElseThrow(Cases::none);
        if (known.stage() == Stage.CLOSED) {
            throw new ProblemException(ProblemType.CONFLICT, "This case is closed. Open it again to change it.");
        }
        return known;
    }

    /** Has others who change a case wait until the transaction ends; ends the request where somebody changed it since a version. */
    ProblemCase lock(UUID id, @Nullable Integer after) {
        ProblemCase known = rows.findForUpdate(id).orElseThrow(Cases::none);
        if (after == null || after != known.version()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Somebody changed this case meanwhile: its version is " + known.version() + ", not " + after + ".");
        }
        return known;
    }

    private void record(UUID id, String detail, @Nullable String why) {
        audit.record(AuditEvent.of(AuditAction.PROBLEM_CHANGED)
                .on("problem", id.toString())
                .detail(detail)
                .because(why == null || why.isEmpty() ? null : why));
    }

    private void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static ProblemException none() {
        return new ProblemException(
                ProblemType.NOT_FOUND, "There is no such problem case. It may have been deleted in its time.");
    }
}
