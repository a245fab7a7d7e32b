package org.copse.server.finding;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many problems each walk found, for the list of walks. */
@RestController
@RequestMapping("/api/v1/walks")
@AllowedTo(Permission.WALK_READ)
class WalkCountController {
    private final Findings findings;

    WalkCountController(Findings findings) {
        this.findings = findings;
    }

    /**
     * How much a walk found.
     *
     * @param unsettled problems on which something is still to be done
     * @param overdue those whose day has passed
     */
    record Count(UUID walk, int problems, int unsettled, int overdue) {
        static Count of(UUID walk, List<FollowedFinding> found) {
            return new Count(
                    walk,
                    found.size(),
                    (int) found.stream()
                            .filter(one -> one.standing().state().isUnsettled())
                            .count(),
                    (int) found.stream().filter(FollowedFinding::overdue).count());
        }
    }

    @GetMapping("/counts")
    @Operation(summary = "Counts the problems of each walk, and on how many of them something is still to be done")
    List<Count> counts() {
        Map<UUID, List<FollowedFinding>> byWalk = findings.list(FindingFilter.ALL).stream()
                .collect(Collectors.groupingBy(one -> one.walk().id()));
        return byWalk.entrySet().stream()
                .map(one -> Count.of(one.getKey(), one.getValue()))
                .toList();
    }
}
