package org.copse.server.publication;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.copse.server.officer.InvalidOfficer;
import org.copse.server.officer.ServiceContact;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the authority as a whole is reached. */
@RestController
@RequestMapping("/api/v1/authority-contact")
class AuthorityContactController {
    private final AuthorityContact authority;

    AuthorityContactController(AuthorityContact authority) {
        this.authority = authority;
    }

    /** How the authority is reached; blank for not at all. */
    record ContactRequest(@Nullable String phone, @Nullable String email) {}

    @GetMapping
    @Public
    @Operation(summary = "Returns how the authority as a whole is reached")
    ServiceContact get() {
        return authority.get();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.CONTACT_EDIT)
    @Operation(summary = "Sets how the authority as a whole is reached, the last resort of every answer")
    ServiceContact set(@RequestBody ContactRequest request, Principal account) {
        try {
            authority.set(new ServiceContact(request.phone(), request.email()), account.getName());
        } catch (InvalidOfficer e) {
            throw FieldErrors.of(e.field(), e.why());
        }
        return authority.get();
    }
}
