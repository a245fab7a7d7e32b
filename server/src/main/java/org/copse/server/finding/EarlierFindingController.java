package org.copse.server.finding;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What there is to look at again on a planned walk. */
@RestController
@AllowedTo(Permission.WALK_READ)
class EarlierFindingController {
    private final EarlierFindings earlier;

    EarlierFindingController(EarlierFindings earlier) {
        this.earlier = earlier;
    }

    @GetMapping("/api/v1/planned-walks/{id}/findings")
    @Operation(
            summary =
                    "Lists the unsettled problems within 150 m of a planned walk's route, or in its beat where it has none, the worst first; at most 200")
    List<FollowedFinding> list(@PathVariable UUID id) {
        return earlier.list(id);
    }
}
