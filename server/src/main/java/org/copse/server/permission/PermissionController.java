package org.copse.server.permission;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which role may do what. */
@RestController
class PermissionController {

    /** The whole table. */
    record Matrix(List<Role> roles, List<Grant> permissions) {}

    /** One permission and who holds it. */
    record Grant(String key, List<Role> roles) {}

    @GetMapping("/api/v1/permissions")
    @AllowedTo(Permission.PERMISSION_READ)
    @Operation(summary = "Returns every permission and the roles that hold it")
    Matrix matrix() {
        return new Matrix(
                List.of(Role.values()),
                Arrays.stream(Permission.values())
                        .map(permission -> new Grant(
                                permission.key(),
                                permission.roles().stream().sorted().toList()))
                        .toList());
    }
}
