package org.copse.geoimport;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to import, and what is known about it. What is not given is detected, and the report says how.
 *
 * @param file where the bytes are
 * @param fileName name to report; the reader is chosen by content, never by this
 * @param kind what the layer is about
 * @param roles columns by role; roles not named are detected from headers
 * @param crs CRS that overrides the file's, such as {@code EPSG:31370}; empty to take the file's
 * @param layer layer to read where a file has several
 * @param where rows to take, by column and exact value; others are left out and counted apart
 * @param limits bounds
 */
public record ImportRequest(
        Path file,
        String fileName,
        LayerKind kind,
        FieldRoles roles,
        Optional<String> crs,
        Optional<String> layer,
        Map<String, String> where,
        Limits limits) {

    public ImportRequest {
        if (fileName.isBlank()) {
            throw new IllegalArgumentException("file name is blank");
        }
        where = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }

    /** Returns a request for {@code file} under its own name, with everything else left to detection. */
    public static ImportRequest of(Path file, LayerKind kind) {
        Path name = file.getFileName();
        return new ImportRequest(
                file,
                name == null ? file.toString() : name.toString(),
                kind,
                FieldRoles.none(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Limits.usual());
    }

    /** Returns this request, reported under {@code name}. */
    public ImportRequest named(String name) {
        return new ImportRequest(file, name, kind, roles, crs, layer, where, limits);
    }

    /** Returns this request with {@code given} roles. */
    public ImportRequest withRoles(FieldRoles given) {
        return new ImportRequest(file, fileName, kind, given, crs, layer, where, limits);
    }

    /** Returns this request with {@code field} for {@code role}. */
    public ImportRequest withRole(Role role, String field) {
        return withRoles(roles.with(role, field));
    }

    /** Returns this request with the CRS stated, such as {@code EPSG:31370}. */
    public ImportRequest inCrs(String code) {
        return new ImportRequest(file, fileName, kind, roles, Optional.of(code), layer, where, limits);
    }

    /** Returns this request for the layer {@code name} of the file. */
    public ImportRequest ofLayer(String name) {
        return new ImportRequest(file, fileName, kind, roles, crs, Optional.of(name), where, limits);
    }

    /** Returns this request for rows whose {@code column} is exactly {@code value} (after trimming) only. */
    public ImportRequest where(String column, String value) {
        Map<String, String> filter = new LinkedHashMap<>(where);
        filter.put(column, value);
        return new ImportRequest(file, fileName, kind, roles, crs, layer, filter, limits);
    }

    /** Returns this request with other bounds. */
    public ImportRequest within(Limits bounds) {
        return new ImportRequest(file, fileName, kind, roles, crs, layer, where, bounds);
    }
}
