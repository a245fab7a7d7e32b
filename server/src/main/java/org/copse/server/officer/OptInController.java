package org.copse.server.officer;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * An officer's full name and photo: shown because they want it, and gone when they no longer do. A supervisor records what an officer
 * signed on paper; an officer with an account decides there.
 */
@RestController
@RequestMapping("/api/v1")
class OptInController {
    private final Officers officers;

    /**
     * What an officer wants shown.
     *
     * @param agreed that the officer said so
     * @param photo JPEG or PNG, in base64
     */
    record OptIn(@Nullable Boolean agreed, @Nullable String fullName, byte @Nullable [] photo) {
        @Override
        public String toString() {
            return "OptIn[" + agreed + "]";
        }
    }

    OptInController(Officers officers) {
        this.officers = officers;
    }

    @PutMapping("/officers/{id}/opt-in")
    @AllowedTo(Permission.OFFICER_EDIT)
    @Operation(summary = "Records that an officer wants their full name or photo shown; replaces what was shown before")
    OfficerView show(@PathVariable UUID id, @RequestBody OptIn request, Principal account) {
        return store(officers.get(id), request, account);
    }

    @DeleteMapping("/officers/{id}/opt-in")
    @AllowedTo(Permission.OFFICER_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Records that an officer no longer wants it, and removes full name and photo")
    void hide(@PathVariable UUID id) {
        officers.hide(officers.get(id).id());
    }

    @PutMapping("/duty/opt-in")
    @AllowedTo(Permission.DUTY_OWN)
    @Operation(summary = "The signed-in officer has their full name or photo shown")
    OfficerView showOwn(@RequestBody OptIn request, Principal account) {
        return store(own(account), request, account);
    }

    @DeleteMapping("/duty/opt-in")
    @AllowedTo(Permission.DUTY_OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The signed-in officer withdraws it: full name and photo are removed")
    void hideOwn(Principal account) {
        officers.hide(own(account).id());
    }

    @GetMapping(path = "/officers/{id}/photo", produces = MediaType.IMAGE_JPEG_VALUE)
    @Public
    @Operation(summary = "Returns the photo of an officer who wants it shown")
    ResponseEntity<byte[]> photo(@PathVariable UUID id) {
        byte[] photo = officers.findPhoto(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such photo."));
        // Not kept by anybody: once withdrawn it is gone.
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(photo);
    }

    private StoredOfficer own(Principal account) {
        return officers.findByAccount(account.getName())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "This account is linked to no officer. A supervisor can link it."));
    }

    private OfficerView store(StoredOfficer officer, OptIn request, Principal account) {
        String fullName = request.fullName();
        String name = fullName == null || fullName.isBlank() ? null : fullName.strip();
        byte[] picture = request.photo() == null ? null : Portrait.jpeg(request.photo());
        FieldErrors errors = new FieldErrors();
        if (!Boolean.TRUE.equals(request.agreed())) {
            errors.add("agreed", "must say that the officer wants this");
        }
        if (name == null && picture == null) {
            errors.add("fullName", "or a photo must be given");
        }
        if (name != null && name.length() > Officer.LONGEST_NAME) {
            errors.add("fullName", "must have at most " + Officer.LONGEST_NAME + " characters, not " + name.length());
        }
        if (officer.leftOn() != null) {
            errors.add("officer", "leaves the service");
        }
        errors.throwIfAny();
        officers.show(officer.id(), name, picture, account.getName());
        return OfficerView.of(officers.get(officer.id()));
    }
}
