package org.copse.server.upload;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.DataUse;
import org.copse.geoimport.DateOrder;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Reading;
import org.copse.geoimport.Role;
import org.copse.server.layer.BackdropRole;
import org.copse.server.layer.LayerOrigin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an upload is to be read and kept. What is absent or blank is left to detection.
 *
 * @param kind what the layer is about; absent in a preview, the likeliest is proposed
 * @param name the layer's; that of the file without its ending when absent
 * @param layer of a file with several
 * @param encoding of text, such as {@code windows-1252}
 * @param delimiter between the fields of a table; one character
 * @param crs such as {@code EPSG:31370}
 * @param swapAxes whether northing stands where easting belongs
 * @param decimal sign before fractions in a table, a point or a comma
 * @param dates order of day, month and year in figures
 * @param fractions whether counts of people with fractions are meant so
 * @param roles column by role
 * @param where rows to take, by column and exact value
 * @param tags what columns are, confirmed
 * @param tagReasons by column, why one that may be of a special category is ordinary
 * @param mendMetres width up to which gaps and overlaps between areas are closed; over 0, at most 1,000
 * @param backdrop what a backdrop shows
 * @param source who publishes it
 * @param licence under which it may be used
 * @param purpose what it is used for here
 * @param legalBasis which law or decision allows that
 * @param asOf day, month or year of the data
 */
record ImportChoices(
        @Nullable LayerKind kind,
        @Nullable String name,
        @Nullable String layer,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String crs,
        @Nullable Boolean swapAxes,
        @Nullable String decimal,
        @Nullable DateOrder dates,
        @Nullable Boolean fractions,
        @Nullable Map<Role, String> roles,
        @Nullable Map<String, String> where,
        @Nullable Map<String, AttributeTag> tags,
        @Nullable Map<String, String> tagReasons,
        @Nullable Double mendMetres,
        @Nullable BackdropRole backdrop,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String asOf) {
    private static final int LONGEST_NAME = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    ImportChoices {
        if (name != null && name.strip().length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name has " + name.strip().length() + " characters, more than " + LONGEST_NAME);
        }
        if (delimiter != null && delimiter.length() > 1) {
            throw new IllegalArgumentException("delimiter has " + delimiter.length() + " characters, not one");
        }
        // Here, so that a wrong choice is said when it is made.
        reading(crs, layer, encoding, delimiter, swapAxes, decimal, dates, fractions);
        new LayerOrigin(source, licence, purpose, legalBasis, asOf);
    }

    static ImportChoices ofJson(String json) {
        return JSON.readValue(json, ImportChoices.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /**
     * Returns the request that these choices make of a file.
     *
     * @param district where other layers lie
     */
    ImportRequest request(Path file, String fileName, Optional<LonLatBox> district) {
        ImportRequest request = ImportRequest.of(file, kind == null ? LayerKind.PLAIN : kind)
                .named(fileName)
                .withRoles(fieldRoles())
                .read(reading(crs, layer, encoding, delimiter, swapAxes, decimal, dates, fractions))
                .usedFor(new DataUse(
                        given(purpose),
                        given(legalBasis),
                        Objects.requireNonNullElse(tags, Map.of()),
                        Objects.requireNonNullElse(tagReasons, Map.of())));
        if (mendMetres != null) {
            request = request.mended(mendMetres);
        }
        if (district.isPresent()) {
            request = request.inDistrict(district.get());
        }
        for (Map.Entry<String, String> condition : filter().entrySet()) {
            request = request.where(condition.getKey(), condition.getValue());
        }
        return request;
    }

    private FieldRoles fieldRoles() {
        Map<Role, String> stated = new LinkedHashMap<>();
        Objects.requireNonNullElse(roles, Map.<Role, String>of()).forEach((role, column) -> {
            if (column != null && !column.isBlank()) {
                stated.put(role, column);
            }
        });
        return new FieldRoles(stated);
    }

    private Map<String, String> filter() {
        Map<String, String> stated = new LinkedHashMap<>();
        Objects.requireNonNullElse(where, Map.<String, String>of()).forEach((column, value) -> {
            if (value != null && !value.isBlank()) {
                stated.put(column, value);
            }
        });
        return stated;
    }

    private static Reading reading(
            @Nullable String crs,
            @Nullable String layer,
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Boolean swapAxes,
            @Nullable String decimal,
            @Nullable DateOrder dates,
            @Nullable Boolean fractions) {
        return new Reading(
                given(crs),
                given(layer),
                given(encoding),
                Optional.ofNullable(delimiter).filter(text -> !text.isEmpty()).map(text -> text.charAt(0)),
                Boolean.TRUE.equals(swapAxes),
                given(decimal).map(sign -> sign.charAt(0)),
                Optional.ofNullable(dates),
                Boolean.TRUE.equals(fractions));
    }

    /** Returns where the data comes from. */
    LayerOrigin origin() {
        return new LayerOrigin(source, licence, purpose, legalBasis, asOf);
    }

    /** Returns the layer's name: the one given, else that of the file without its ending. */
    String nameFor(String fileName) {
        int dot = fileName.indexOf('.');
        return given(name).orElse(dot > 0 ? fileName.substring(0, dot) : fileName);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
