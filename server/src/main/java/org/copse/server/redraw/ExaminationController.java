package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.workload.NormProfile;
import org.copse.planning.workload.WorkloadWeights;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Questions about a draft, over HTTP: why a boundary is here, where a unit would cost least, what other minutes would do. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/draft")
@AllowedTo(Permission.SCENARIO_EDIT)
class ExaminationController {
    private static final double USUAL_SHARE = 0.25;

    private final Drafts drafts;

    ExaminationController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Why the boundary between two beats is where it is. */
    record Boundary(List<Examination.Stretch> stretches) {}

    /** Where a unit could be. */
    record Options(List<Examination.OptionView> options) {}

    /** Other minutes, as a scenario takes them. */
    record Weights(@Nullable JsonNode weights) {}

    /** What other minutes do, term by term. */
    record Sensitivity(double share, List<OtherWeights.Row> rows) {}

    @GetMapping("/boundary")
    @Operation(
            summary = "Says what holds the boundary between two beats, stretch by stretch, and what a move would cost")
    Boundary boundary(@PathVariable UUID id, @RequestParam List<Integer> beats, Principal account) {
        Drawing at = drawing(id, account);
        if (beats.size() != 2 || beats.get(0).equals(beats.get(1))) {
            throw FieldErrors.of("beats", "must name two beats, such as 3,7");
        }
        return new Boundary(new Examination(at).between(at.beat(beats.get(0)), at.beat(beats.get(1))));
    }

    @GetMapping("/options")
    @Operation(summary = "Lists the beats that a unit could be in, the one that costs least first")
    Options options(@PathVariable UUID id, @RequestParam String unit, Principal account) {
        Drawing at = drawing(id, account);
        return new Options(new Examination(at).options(at.unit(unit)));
    }

    @PostMapping(path = "/weights", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Reckons the hours of the draft with other minutes; stores nothing")
    OtherWeights.Reckoned weights(@PathVariable UUID id, @RequestBody Weights request, Authentication account) {
        requireTerms(account);
        Drawing at = drawing(id, account);
        return new OtherWeights(at.ground(), at.plan()).reckon(weights(at.ground(), request.weights));
    }

    private static WorkloadWeights weights(Ground ground, @Nullable JsonNode weights) {
        int profile = ground.scenario().settings().profile();
        try {
            return WeightsFile.parse(
                    weights == null ? "{}" : weights.toString(),
                    "weights",
                    NormProfile.of(profile).startingWeights());
        } catch (ImportRefused e) {
            throw FieldErrors.of(e.where().replace(" at ", "."), e.what());
        }
    }

    @GetMapping("/sensitivity")
    @Operation(summary = "Says which beats leave their bounds if the minutes of one term were a share more or less")
    Sensitivity sensitivity(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Double share, Authentication account) {
        requireTerms(account);
        double asked = share == null ? USUAL_SHARE : share;
        if (!(asked > 0 && asked <= 1)) {
            throw FieldErrors.of("share", "must be more than 0 and at most 1, not " + share);
        }
        Drawing at = drawing(id, account);
        return new Sensitivity(asked, new OtherWeights(at.ground(), at.plan()).sensitivity(asked));
    }

    /** Hours under other minutes tell, by what they differ, the hours of each term. */
    private static void requireTerms(Authentication account) {
        if (!Permission.LAYER_READ_SPECIAL.isHeldBy(account)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The answer tells the hours of each term, which needs the permission "
                            + Permission.LAYER_READ_SPECIAL.key() + ".");
        }
    }

    private Drawing drawing(UUID id, Principal account) {
        return drafts.get(new DraftKey(id, account.getName())).drawing();
    }
}
