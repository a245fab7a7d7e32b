package org.copse.server.finding;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.walk.Photos;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Photos as people see them: only while a finding names them. One that was left out, or whose finding was taken back, is seen by nobody. */
@RestController
class FindingPhotoController {
    private final FindingRepository findings;
    private final Photos photos;

    FindingPhotoController(FindingRepository findings, Photos photos) {
        this.findings = findings;
        this.photos = photos;
    }

    @GetMapping("/api/v1/walks/{id}/photos/{sha256}")
    @AllowedTo(Permission.WALK_READ)
    @Operation(summary = "Returns a photo that a finding of the walk names, as a JPEG without metadata")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable String sha256) {
        String hash = Photos.hash(sha256);
        if (!findings.namesPhoto(id, hash)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "No finding of this walk names such a photo.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(photos.getJpeg(id, hash));
    }
}
