package org.copse.server.walk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Walks, tracks and photos over HTTP. Every PUT may be repeated. */
@RestController
@RequestMapping("/api/v1/walks")
@AllowedTo(Permission.WALK_READ)
class WalkController {
    private static final int MOST_LISTED = 500;
    private static final int MOST_WALK_BYTES = 64 << 10;
    private static final int MOST_TRACK_BYTES = 256 << 10;
    /** Above it a phone could not say the number exactly. */
    private static final long MOST_TRACK = (1L << 53) - 1;

    private final WalkRepository walks;
    private final WalkRecords records;
    private final Manifests manifests;
    private final Photos photos;
    private final JsonMapper json;

    WalkController(WalkRepository walks, WalkRecords records, Manifests manifests, Photos photos, JsonMapper json) {
        this.walks = walks;
        this.records = records;
        this.manifests = manifests;
        this.photos = photos;
        this.json = json;
    }

    /**
     * That an item is stored.
     *
     * @param created whether this request stored it, and not one before
     */
    record Stored(int version, String sha256, boolean created) {}

    @GetMapping
    @Operation(summary = "Lists guided walks, the latest first; at most 500")
    List<WalkRepository.Heading> list() {
        return walks.listHeadings(MOST_LISTED);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Returns a walk with its track, without the first and last 100 m unless the walk says otherwise")
    WalkView get(@PathVariable UUID id) {
        return records.view(id);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.WALK_RECORD)
    @Operation(
            summary = "Stores a version of a walk once",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Walk.class))))
    Stored put(@PathVariable UUID id, @RequestBody byte[] body, Principal account) {
        Received received = Received.of(body, MOST_WALK_BYTES);
        Walk walk = received.as(Walk.class, json);
        walk.check();
        return stored(walk.version(), received, records.putWalk(id, walk, received, account.getName()));
    }

    @PutMapping(path = "/{id}/track/{n}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.WALK_RECORD)
    @Operation(
            summary = "Stores a piece of a track once; n is chosen by the phone, 0 to 2^53 − 1",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TrackPiece.class))))
    Stored putTrack(@PathVariable UUID id, @PathVariable long n, @RequestBody byte[] body, Principal account) {
        if (n < 0 || n > MOST_TRACK) {
            throw FieldErrors.of("n", "must be 0 to " + MOST_TRACK + ", not " + n);
        }
        Received received = Received.of(body, MOST_TRACK_BYTES);
        TrackPiece piece = received.as(TrackPiece.class, json);
        piece.check();
        int version = Optional.ofNullable(piece.version()).orElseThrow();
        return stored(
                version, received, records.put(WalkItem.track(id, n), version, received, account.getName(), () -> {}));
    }

    @GetMapping("/{id}/manifest")
    @Operation(summary = "Says what of a walk is stored, by hash; a phone deletes nothing before")
    Manifests.Manifest manifest(@PathVariable UUID id) {
        return manifests.get(id);
    }

    @PutMapping("/{id}/photos/{sha256}")
    @AllowedTo(Permission.WALK_RECORD)
    @Operation(
            summary = "Takes a piece of a photo, named by the SHA-256 of all its bytes; Content-Range says which bytes",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    PhotoRepository.State putPhoto(
            @PathVariable UUID id,
            @PathVariable String sha256,
            @RequestHeader(name = HttpHeaders.CONTENT_RANGE, required = false) @Nullable String range,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal account) {
        byte[] bytes = body == null ? new byte[0] : body;
        return photos.append(id, Photos.hash(sha256), PhotoRange.of(range, bytes.length), bytes, account.getName());
    }

    private static Stored stored(@Nullable Integer version, Received received, WalkRecords.Outcome outcome) {
        return new Stored(Optional.ofNullable(version).orElseThrow(), received.sha256(), outcome.isNew());
    }
}
