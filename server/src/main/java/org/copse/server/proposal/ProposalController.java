package org.copse.server.proposal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was proposed for a scenario, over HTTP. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}")
@AllowedTo(Permission.SCENARIO_READ)
class ProposalController {
    private static final String GEOJSON = "application/geo+json";

    private final Proposals proposals;

    ProposalController(Proposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping(path = "/proposal", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Returns the latest proposal: alternatives, measures, criteria")
    String proposal(@PathVariable UUID id, Authentication account) {
        String document = proposals.getDocument(id);
        return Permission.LAYER_READ_SPECIAL.isHeldBy(account) ? document : WithheldProposal.of(document);
    }

    @GetMapping(path = "/beats", produces = GEOJSON)
    @Operation(summary = "Returns the territories of an alternative's beats, as GeoJSON")
    void beats(@PathVariable UUID id, @RequestParam @Nullable String favour, HttpServletResponse response)
            throws IOException {
        List<ProposedPlan.Beat> beats = proposals.listBeats(id, favour);
        response.setContentType(GEOJSON);
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            for (ProposedPlan.Beat beat : beats) {
                out.feature(
                        beat.id(),
                        beat.lonLat(),
                        Map.<String, Object>of(
                                "id", beat.id(),
                                "name", beat.name(),
                                "sector", beat.sectorId(),
                                "colour", beat.colour(),
                                "hours", beat.hours(),
                                "deviation", beat.deviation(),
                                "residents", beat.residents()));
            }
        }
    }

    @GetMapping(path = "/sectors", produces = GEOJSON)
    @Operation(summary = "Returns the territories of an alternative's sectors, as GeoJSON")
    void sectors(@PathVariable UUID id, @RequestParam @Nullable String favour, HttpServletResponse response)
            throws IOException {
        List<ProposedPlan.Sector> sectors = proposals.listSectors(id, favour);
        response.setContentType(GEOJSON);
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            for (ProposedPlan.Sector sector : sectors) {
                out.feature(
                        sector.id(),
                        sector.lonLat(),
                        Map.<String, Object>of(
                                "id", sector.id(), "name", sector.name(), "officers", sector.officers()));
            }
        }
    }
}
