package org.copse.server.comparison;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.layer.DrawnBackdrops;
import org.copse.server.layer.SpecialReads;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.proposal.Proposals;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons over HTTP. */
@RestController
@RequestMapping("/api/v1/comparisons")
@AllowedTo(Permission.SCENARIO_READ)
class ComparisonController {
    private static final String GEOJSON = "application/geo+json";

    private final Comparisons comparisons;
    private final ScenarioRepository scenarios;
    private final Proposals proposals;
    private final PlansInForce published;
    private final AuditLog audit;
    private final DrawnBackdrops backdrops;
    private final StoredComparedPlans stored;
    private final Clock clock;

    ComparisonController(
            Comparisons comparisons,
            DrawnBackdrops backdrops,
            StoredComparedPlans stored,
            ScenarioRepository scenarios,
            Proposals proposals,
            PlansInForce published,
            AuditLog audit,
            Clock clock) {
        this.comparisons = comparisons;
        this.backdrops = backdrops;
        this.stored = stored;
        this.scenarios = scenarios;
        this.proposals = proposals;
        this.published = published;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A plan that can be chosen; its {@code scenario} and {@code favour}, or its {@code plan}, are what a comparison asks for.
     *
     * @param variant the favour, {@code drawn}, {@code in-force}, {@code ahead} or {@code past}
     * @param version of a published plan
     */
    record Choice(
            @Nullable UUID scenario,
            @Nullable String favour,
            @Nullable UUID plan,
            String name,
            String variant,
            @Nullable Integer version) {}

    @GetMapping("/plans")
    @Operation(summary = "Lists the plans that can be compared: published ones, then alternatives of proposals")
    List<Choice> plans() {
        List<Choice> choices = new ArrayList<>();
        Function<UUID, String> variants = stored.variants();
        for (PublishedPlan plan : published.listAll()) {
            choices.add(new Choice(null, null, plan.id(), plan.name(), variants.apply(plan.id()), plan.version()));
        }
        for (Scenario scenario : scenarios.list()) {
            for (String favour : proposals.listFavours(scenario.id())) {
                choices.add(new Choice(
                        scenario.id(), favour, null, scenario.name(), StoredComparedPlans.variant(favour), null));
            }
        }
        return choices;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Compares two to five plans: measures, who changes, and who gets what")
    ComparisonDocument compare(
            @RequestBody ComparisonRequest body, HttpServletRequest request, Authentication account) {
        return visible(comparisons.compare(body), body, request, account);
    }

    /** Groups of residents are for some alone, and that they were read is recorded. */
    private ComparisonDocument visible(
            Comparisons.Set set, ComparisonRequest body, HttpServletRequest request, Authentication account) {
        ComparisonDocument document = comparisons.document(set, Permission.LAYER_READ_SPECIAL.isHeldBy(account));
        if (!document.fairness().groups().isEmpty() && SpecialReads.isFirst(request, "comparison " + body)) {
            audit.record(AuditEvent.of(AuditAction.LAYER_READ_SPECIAL)
                    .detail("fairness of " + document.plans().size() + " plans, measured by " + document.measuredBy()));
        }
        return document;
    }

    @PostMapping(path = "/map", consumes = MediaType.APPLICATION_JSON_VALUE, produces = GEOJSON)
    @Operation(summary = "Returns the beats of compared plans, and the units whose beat changes, as GeoJSON")
    void map(@RequestBody ComparisonRequest body, HttpServletResponse response) throws IOException {
        ComparisonGround ground = comparisons.compare(body).comparison().ground();
        response.setContentType(GEOJSON);
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            ground.write(out);
        }
    }

    @PostMapping(
            path = "/report",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Returns a comparison as PDF, in one of the languages en, nl, fr, de, ar")
    ResponseEntity<byte[]> report(
            @RequestBody ComparisonRequest body,
            @RequestParam(defaultValue = "en") String lang,
            HttpServletRequest request,
            Authentication account) {
        Language language = Language.ofCode(lang)
                .orElseThrow(() -> FieldErrors.of("lang", "must be one of en, nl, fr, de, ar, not " + lang));
        Comparisons.Set set = comparisons.compare(body);
        ComparisonDocument document = visible(set, body, request, account);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new ComparisonSheet(Words.of(language), document, set.comparison().ground(), backdrops.list())
                .write(pdf, LocalDate.now(clock));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparison.pdf\"")
                .body(pdf.toByteArray());
    }
}
