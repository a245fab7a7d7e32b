package org.copse.server.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.hotspot.CellCounting;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes quarters, each once: what a second table of the same incidents showed beside the first could give away what both withhold. */
@Service
class Publishing {
    /** From the centre of a hexagon to the next; never another, since cells of two sizes overlap. */
    static final int CELL_METRES = 800;

    private static final String LEFT_OUT = "";

    private final CellCounting counting;
    private final QuarterRepository rows;
    private final DisclosureSettings settings;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Publishing(
            CellCounting counting,
            QuarterRepository rows,
            DisclosureSettings settings,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.counting = counting;
        this.rows = rows;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a quarter stands: whether it can be published, was, or was and is withdrawn. */
    enum Standing {
        READY,
        PUBLISHED,
        WITHDRAWN;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A quarter of which every month has incidents and the last is over. */
    record Offer(String quarter, Standing standing) {}

    /**
     * A category as the file has it.
     *
     * @param group proposed; empty where the name says nothing, and the category is left out
     * @param never whether it may not be published by area
     */
    record Category(String name, String group, boolean never) {}

    /** What a scenario's incidents can be published as. */
    record Choices(
            String layer,
            int threshold,
            int cellMetres,
            List<String> groups,
            List<Category> categories,
            List<Offer> quarters) {}

    /** What is to be published. @param groups by category; a category that is not named, or has an empty group, is left out */
    record Request(Quarter quarter, Map<String, String> groups) {}

    Choices choices(UUID scenario) {
        List<Category> categories = counting.listCategories(scenario).stream()
                .filter(name -> !name.isBlank())
                .map(name -> new Category(
                        name,
                        IncidentGroup.propose(name).map(IncidentGroup::key).orElse(LEFT_OUT),
                        IncidentGroup.isNever(name)))
                .toList();
        Map<Quarter, Standing> known = new TreeMap<>();
        rows.list().forEach(row -> known.put(row.quarter(), row.withdrawn() ? Standing.WITHDRAWN : Standing.PUBLISHED));
        List<Offer> offers = whole(scenario).stream()
                .map(quarter -> new Offer(quarter.key(), known.getOrDefault(quarter, Standing.READY)))
                .toList();
        return new Choices(
                counting.getLayer(scenario).name(),
                settings.threshold(),
                CELL_METRES,
                Arrays.stream(IncidentGroup.values()).map(IncidentGroup::key).toList(),
                categories,
                offers);
    }

    /** The quarters that are over and have incidents in each of their months, the latest first. */
    private SortedSet<Quarter> whole(UUID scenario) {
        SortedSet<YearMonth> months = counting.listMonths(scenario);
        SortedSet<Quarter> whole = new TreeSet<>(Comparator.reverseOrder());
        LocalDate today = LocalDate.now(clock);
        months.stream()
                .map(Quarter::of)
                .filter(quarter -> months.containsAll(quarter.months()) && today.isAfter(quarter.last()))
                .forEach(whole::add);
        return whole;
    }

    /** Returns the table as it would be published. */
    PublishedQuarter preview(UUID scenario, Request request) {
        Map<IncidentGroup, List<String>> kinds = kinds(scenario, request);
        if (!whole(scenario).contains(request.quarter())) {
            throw FieldErrors.of(
                    "quarter",
                    request.quarter().key()
                            + " is not over, or has months without incidents in this layer: choose another");
        }
        CellCounting.Counted counted = counting.count(
                scenario,
                CELL_METRES,
                List.copyOf(kinds.values()),
                request.quarter().first(),
                request.quarter().last());
        keepsToTheGrid(counted.crs().code());
        int counts =
                Arrays.stream(counted.counts()).flatMapToInt(Arrays::stream).sum();
        if (counts < settings.threshold()) {
            throw new ProblemException(
                    ProblemType.TOO_FEW_INCIDENTS,
                    "Fewer than " + settings.threshold() + " incidents of this quarter would be published.",
                    Map.of("bound", settings.threshold()));
        }
        return QuarterTable.of(
                counted, List.copyOf(kinds.keySet()), request.quarter(), CELL_METRES, settings.threshold());
    }

    private void keepsToTheGrid(String crs) {
        rows.list().stream().findFirst().ifPresent(row -> {
            if (!row.crs().equals(crs) || row.cellMetres() != CELL_METRES) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        "Tables were published by hexagons of " + row.cellMetres() + " m in " + row.crs()
                                + ", and this district lies in " + crs
                                + ". Other hexagons would overlap those and give small counts away.");
            }
        });
    }

    /** The categories of each kind that has some: one without is known to be nothing, and hides nothing. */
    private Map<IncidentGroup, List<String>> kinds(UUID scenario, Request request) {
        List<String> known = counting.listCategories(scenario);
        FieldErrors errors = new FieldErrors();
        Map<IncidentGroup, List<String>> kinds = new EnumMap<>(IncidentGroup.class);
        new TreeMap<>(request.groups()).forEach((category, key) -> {
            if (key.equals(LEFT_OUT)) {
                return;
            }
            Optional<IncidentGroup> group = IncidentGroup.find(key);
            if (!known.contains(category)) {
                errors.add("groups", "the incidents have no category \"" + category + "\"");
            } else if (IncidentGroup.isNever(category)) {
                errors.add(
                        "groups",
                        "\"" + category
                                + "\" may hold domestic, sexual, hate or trafficking incidents, which are never published by area: leave it out");
            } else if (group.isEmpty()) {
                errors.add("groups", "\"" + key + "\" is no kind: see \"groups\" of the choices");
            } else {
                kinds.computeIfAbsent(group.get(), one -> new ArrayList<>()).add(category);
            }
        });
        if (errors.isEmpty() && kinds.isEmpty()) {
            errors.add("groups", "name no category that is published: give at least one a kind");
        }
        errors.throwIfAny();
        return kinds;
    }

    PublishedQuarter publish(UUID scenario, Request request, String reason, String by) {
        PublishedQuarter table = preview(scenario, request);
        try {
            transactions.executeWithoutResult(status -> {
                rows.insert(request.quarter(), table, request.groups(), reason, by);
                audit.record(AuditEvent.of(AuditAction.INCIDENT_PUBLISHED)
                        .on("quarter", table.quarter())
                        .detail("layer " + table.source().name() + ", version "
                                + table.source().version())
                        .after(new TreeMap<>(request.groups()).toString())
                        .because(reason)
                        .by(by));
            });
        } catch (DuplicateKeyException e) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The quarter " + table.quarter()
                            + " was published before. A second table would give away by its differences what the first withholds.");
        }
        return table;
    }

    void withdraw(Quarter quarter, String reason, String by) {
        transactions.executeWithoutResult(status -> {
            if (!rows.withdraw(quarter, reason, clock.instant())) {
                throw new ProblemException(ProblemType.NOT_FOUND, "No table of " + quarter.key() + " is published.");
            }
            audit.record(AuditEvent.of(AuditAction.INCIDENT_WITHDRAWN)
                    .on("quarter", quarter.key())
                    .because(reason)
                    .by(by));
        });
    }
}
