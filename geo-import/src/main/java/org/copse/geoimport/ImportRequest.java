package org.copse.geoimport;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to import, and what is known about it. What is not given is detected, and the report says how.
 *
 * @param file where the bytes are
 * @param fileName name to report; the reader is chosen by content, never by this
 * @param kind what the layer is about
 * @param roles columns by role; roles not named are detected from headers and values
 * @param reading CRS, layer, encoding and the like, over the file's own
 * @param where rows to take, by column and exact value; others are left out and counted apart
 * @param use why the layer may be kept, and what its columns are; empty where it is read for one calculation and not
 *     kept
 * @param mendMetres width up to which gaps and overlaps between areas are closed; empty to leave them as they are
 * @param district where the layer should lie, so that a wrong CRS is noticed; empty where that is not known
 * @param limits bounds
 */
public record ImportRequest(
        Path file,
        String fileName,
        LayerKind kind,
        FieldRoles roles,
        Reading reading,
        Map<String, String> where,
        Optional<DataUse> use,
        OptionalDouble mendMetres,
        Optional<LonLatBox> district,
        Limits limits) {

    private static final double WIDEST_MEND_METRES = 1_000;

    public ImportRequest {
        if (fileName.isBlank()) {
            throw new IllegalArgumentException("file name is blank");
        }
        mendMetres.ifPresent(metres -> {
            if (!(metres > 0 && metres <= WIDEST_MEND_METRES)) {
                throw new IllegalArgumentException(
                        "width to mend is " + metres + " m, outside 0.." + WIDEST_MEND_METRES);
            }
        });
        where = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(where));
    }

    /** Returns a request with nothing stated of use and mending. */
    public ImportRequest(
            Path file,
            String fileName,
            LayerKind kind,
            FieldRoles roles,
            Optional<String> crs,
            Optional<String> layer,
            Map<String, String> where,
            Limits limits) {
        this(
                file,
                fileName,
                kind,
                roles,
                new Reading(crs, layer, Optional.empty(), Optional.empty(), false),
                where,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                limits);
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

    /** Returns the CRS that overrides the file's, such as {@code EPSG:31370}; empty to take the file's. */
    public Optional<String> crs() {
        return reading.crs();
    }

    /** Returns the layer to read where a file has several. */
    public Optional<String> layer() {
        return reading.layer();
    }

    /** Returns this request, reported under {@code name}. */
    public ImportRequest named(String name) {
        return new ImportRequest(file, name, kind, roles, reading, where, use, mendMetres, district, limits);
    }

    /** Returns this request for a layer of {@code another} kind. */
    public ImportRequest as(LayerKind another) {
        return new ImportRequest(file, fileName, another, roles, reading, where, use, mendMetres, district, limits);
    }

    /** Returns this request with {@code given} roles. */
    public ImportRequest withRoles(FieldRoles given) {
        return new ImportRequest(file, fileName, kind, given, reading, where, use, mendMetres, district, limits);
    }

    /** Returns this request with {@code field} for {@code role}. */
    public ImportRequest withRole(Role role, String field) {
        return withRoles(roles.with(role, field));
    }

    /** Returns this request, read as {@code stated}. */
    public ImportRequest read(Reading stated) {
        return new ImportRequest(file, fileName, kind, roles, stated, where, use, mendMetres, district, limits);
    }

    /** Returns this request with the CRS stated, such as {@code EPSG:31370}. */
    public ImportRequest inCrs(String code) {
        return read(reading.inCrs(code));
    }

    /** Returns this request for the layer {@code name} of the file. */
    public ImportRequest ofLayer(String name) {
        return read(reading.ofLayer(name));
    }

    /** Returns this request for rows whose {@code column} is exactly {@code value} (after trimming) only. */
    public ImportRequest where(String column, String value) {
        Map<String, String> filter = new LinkedHashMap<>(where);
        filter.put(column, value);
        return new ImportRequest(file, fileName, kind, roles, reading, filter, use, mendMetres, district, limits);
    }

    /** Returns this request with what is stated of its use: it is to be kept. */
    public ImportRequest usedFor(DataUse stated) {
        return new ImportRequest(
                file, fileName, kind, roles, reading, where, Optional.of(stated), mendMetres, district, limits);
    }

    /** Returns this request, with gaps and overlaps of areas closed up to a width in metres, over 0, at most 1000. */
    public ImportRequest mended(double metres) {
        return new ImportRequest(
                file, fileName, kind, roles, reading, where, use, OptionalDouble.of(metres), district, limits);
    }

    /** Returns this request for a layer that should lie in {@code box}. */
    public ImportRequest inDistrict(LonLatBox box) {
        return new ImportRequest(
                file, fileName, kind, roles, reading, where, use, mendMetres, Optional.of(box), limits);
    }

    /** Returns this request with other bounds. */
    public ImportRequest within(Limits bounds) {
        return new ImportRequest(file, fileName, kind, roles, reading, where, use, mendMetres, district, bounds);
    }
}
