package org.copse.server.upload;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.preview.LayerPreview;
import org.copse.server.job.Job;
import org.copse.server.job.Jobs;
import org.copse.server.layer.ImportProblem;
import org.copse.server.layer.LayerStore;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** Imports step by step: send a file, look at what it would become, choose, import. An upload is its account's alone. */
@RestController
@RequestMapping("/api/v1/uploads")
@AllowedTo(Permission.LAYER_IMPORT)
class UploadController {
    private final Uploads uploads;
    private final Jobs jobs;
    private final LayerStore layers;

    UploadController(Uploads uploads, Jobs jobs, LayerStore layers) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.layers = layers;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Takes a file, or the files of one Shapefile, to be looked at and imported later")
    ResponseEntity<UploadView> receive(
            @RequestParam(value = "file", required = false) @Nullable List<MultipartFile> file, Principal account) {
        Upload upload = uploads.receive(file == null ? List.of() : file, account.getName());
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/v1/uploads/{id}").build(upload.id()))
                .body(view(upload));
    }

    @GetMapping
    @Operation(summary = "Lists the account's uploads, the latest first")
    List<UploadView> list(Principal account) {
        return uploads.list(account.getName()).stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns an upload, and how far its import is")
    UploadView get(@PathVariable UUID id, Principal account) {
        return view(uploads.get(id, account.getName()));
    }

    @PostMapping(path = "/{id}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Returns what an import with these choices would find: first rows, CRS, roles, and what is undecided")
    LayerPreview preview(@PathVariable UUID id, @RequestBody ImportChoices choices, Principal account) {
        Upload upload = uploads.get(id, account.getName());
        try (ReceivedFile file = uploads.open(upload)) {
            return LayerPreview.of(choices.request(file.path(), upload.fileName(), layers.findDistrict()));
        } catch (ImportRefused e) {
            throw ImportProblem.of(e);
        }
    }

    @PostMapping(path = "/{id}/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Starts the import with these choices; the job tells how far it is")
    ResponseEntity<Map<String, UUID>> start(
            @PathVariable UUID id, @RequestBody ImportChoices choices, Principal account) {
        Upload upload = uploads.get(id, account.getName());
        if (choices.kind() == null || choices.kind() == LayerKind.PLAIN) {
            throw FieldErrors.of("kind", "is missing: what the layer is about must be chosen");
        }
        if (choices.backdrop() != null && choices.kind() != LayerKind.BACKDROP) {
            throw FieldErrors.of("backdrop", "is for a layer of kind BACKDROP alone, not " + choices.kind());
        }
        Job job = uploads.start(upload, choices, account.getName());
        return ResponseEntity.accepted()
                .location(UriComponentsBuilder.fromPath("/api/v1/jobs/{id}").build(job.id()))
                .body(Map.of("id", job.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes an upload; its import, when it runs, ends and stores nothing")
    void delete(@PathVariable UUID id, Principal account) {
        uploads.delete(uploads.get(id, account.getName()));
    }

    private UploadView view(Upload upload) {
        UUID job = upload.job();
        return UploadView.of(
                upload,
                job == null ? null : Objects.requireNonNull(jobs.get(job)).state());
    }
}
