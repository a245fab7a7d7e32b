package org.copse.server.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.DataUse;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Limits;
import org.copse.geoimport.Reading;
import org.copse.geoimport.Role;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns an uploaded form into an import: checks every field first, then keeps the file for as long as the import takes. */
@Component
class OneStepImport {
    private static final int LONGEST_NAME = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, StatedTag>> STATED_TAGS = new TypeReference<>() {};

    private final LayerStore store;

    OneStepImport(LayerStore store) {
        this.store = store;
    }

    Layer importFile(OneStepForm form, String by) {
        FieldErrors errors = new FieldErrors();
        LayerKind kind = kind(form.kind(), errors);
        FieldRoles roles = roles(form.roles(), errors);
        DataUse use = use(form.tags(), errors);
        LayerOrigin origin = origin(form, errors);
        BackdropRole backdrop = backdrop(form.role(), errors);
        if (given(form.decimal())
                .filter(sign -> !sign.equals(".") && !sign.equals(","))
                .isPresent()) {
            errors.add("decimal", "must be a point or a comma");
        }
        MultipartFile file = form.file();
        if (file == null) {
            errors.add("file", "is missing");
        }
        errors.throwIfAny();
        if (file == null || kind == null) {
            throw new IllegalStateException("A missing field went unnoticed");
        }
        String fileName = fileName(file);
        String name = name(form.name(), fileName);
        Path copy = null;
        try {
            copy = Files.createTempFile("copse-import-", ".bin");
            file.transferTo(copy);
            ImportRequest request = new ImportRequest(
                            copy,
                            fileName,
                            kind,
                            roles,
                            given(form.crs()),
                            given(form.layer()),
                            Map.of(),
                            Limits.usual())
                    .read(reading(form))
                    .usedFor(new DataUse(
                            given(origin.purpose()), given(origin.legalBasis()), use.tags(), use.reasons()));
            ImportRequest placed = store.findDistrict().map(request::inDistrict).orElse(request);
            return store.importFile(
                    new NewLayer(placed, name, origin, kind == LayerKind.BACKDROP ? backdrop : null, by),
                    ImportWatch.NONE);
        } catch (ImportRefused e) {
            throw ImportProblem.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be kept for the import", e);
        } finally {
            delete(copy);
        }
    }

    private static void delete(@Nullable Path copy) {
        if (copy != null) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                // The operating system empties its temporary folder.
            }
        }
    }

    private static @Nullable LayerKind kind(@Nullable String text, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            errors.add("kind", "is missing; one of " + Arrays.toString(LayerKind.values()));
            return null;
        }
        try {
            return LayerKind.valueOf(text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            errors.add("kind", "must be one of " + Arrays.toString(LayerKind.values()));
            return null;
        }
    }

    private static BackdropRole backdrop(@Nullable String text, FieldErrors errors) {
        Optional<BackdropRole> role = BackdropRole.findByKey(given(text).orElse(BackdropRole.LAND.key()));
        if (role.isEmpty()) {
            errors.add("role", "must be one of " + Arrays.toString(BackdropRole.values()));
        }
        return role.orElse(BackdropRole.LAND);
    }

    private static FieldRoles roles(@Nullable String json, FieldErrors errors) {
        FieldRoles roles = FieldRoles.none();
        if (json == null || json.isBlank()) {
            return roles;
        }
        try {
            for (Map.Entry<String, String> entry : JSON.readValue(json, TEXTS).entrySet()) {
                if (entry.getValue() != null && !entry.getValue().isBlank()) {
                    roles = roles.with(
                            Role.valueOf(entry.getKey().toUpperCase(Locale.ROOT).replace('-', '_')), entry.getValue());
                }
            }
        } catch (JacksonException | IllegalArgumentException e) {
            errors.add(
                    "roles", "must be a JSON object from a role to a column; roles: " + Arrays.toString(Role.values()));
        }
        return roles;
    }

    private static Reading reading(OneStepForm form) {
        return new Reading(
                given(form.crs()),
                given(form.layer()),
                Optional.empty(),
                Optional.empty(),
                Boolean.TRUE.equals(form.swapAxes()),
                given(form.decimal()).map(sign -> sign.charAt(0)),
                Optional.ofNullable(form.dates()),
                Boolean.TRUE.equals(form.fractions()));
    }

    private static DataUse use(@Nullable String json, FieldErrors errors) {
        DataUse use = DataUse.unstated();
        if (json == null || json.isBlank()) {
            return use;
        }
        try {
            for (Map.Entry<String, StatedTag> entry :
                    JSON.readValue(json, STATED_TAGS).entrySet()) {
                use = entry.getValue().addTo(use, entry.getKey());
            }
        } catch (JacksonException | IllegalArgumentException e) {
            errors.add("tags", "must be a JSON object from a column to its measure, sensitivity and reason");
        }
        return use;
    }

    private static LayerOrigin origin(OneStepForm form, FieldErrors errors) {
        try {
            return new LayerOrigin(form.source(), form.licence(), form.purpose(), form.legalBasis(), form.asOf());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            errors.add(message.substring(0, message.indexOf(' ')), message.substring(message.indexOf(' ') + 1));
            return LayerOrigin.UNKNOWN;
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** Returns the last part of the name that the browser sent: some send a path. */
    private static String fileName(MultipartFile file) {
        String sent = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .strip();
        return shortened(last.isEmpty() ? "upload" : last);
    }

    private static String name(@Nullable String given, String fileName) {
        int dot = fileName.indexOf('.');
        return shortened(given(given).orElse(dot > 0 ? fileName.substring(0, dot) : fileName));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
