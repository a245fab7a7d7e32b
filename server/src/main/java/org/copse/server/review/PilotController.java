package org.copse.server.review;

import io.swagger.v3.oas.annotations.Operation;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pilot sites over HTTP. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/pilot-sites")
@AllowedTo(Permission.SCENARIO_READ)
class PilotController {
    private final PilotReports reports;

    PilotController(PilotReports reports) {
        this.reports = reports;
    }

    @GetMapping
    @Operation(
            summary =
                    "Finds control sites for pilot sites of a published plan: matched pairs by standardised distance, and how balanced they are")
    PilotReport report(@PathVariable String plan, @ParameterObject PilotQuestion question) {
        return reports.report(plan, question);
    }
}
