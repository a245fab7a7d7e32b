package org.copse.geoimport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of each feature of a file. Serialises as JSON.
 *
 * @param file name as given
 * @param sha256 fingerprint of the file's bytes as given, in lower-case hexadecimal
 * @param bytes size of the file as given
 * @param kind what the layer is about
 * @param format what the content was: "GeoJSON", "Shapefile in zip"
 * @param layer name of the layer read, where the file names it
 * @param encoding of the text, where it has one, such as "UTF-8"
 * @param crs the CRS the file was read in
 * @param counts every feature in exactly one bucket
 * @param rejections by code, most frequent first
 * @param changes by code, most frequent first; a feature changed twice is counted once in {@code counts} and under
 *     both codes here
 * @param warnings what concerns the whole layer
 * @param roles columns by role, given or detected
 * @param fields columns, in the order of the file
 * @param tags what each column is, stated or proposed
 * @param tagReasons by column, why one that may be of a special category is ordinary, as whoever imported it stated
 * @param seconds the import took
 */
public record ImportReport(
        String file,
        String sha256,
        long bytes,
        LayerKind kind,
        String format,
        @Nullable String layer,
        @Nullable String encoding,
        CrsUsed crs,
        Counts counts,
        List<Rejection> rejections,
        List<Change> changes,
        List<Warning> warnings,
        Map<Role, String> roles,
        List<String> fields,
        Map<String, AttributeTag> tags,
        Map<String, String> tagReasons,
        double seconds) {

    public ImportReport {
        rejections = List.copyOf(rejections);
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
        roles = new FieldRoles(roles).fields();
        fields = List.copyOf(fields);
        // Absent in reports that were stored before columns had tags.
        tags = Collections.unmodifiableMap(
                new LinkedHashMap<>(Optional.ofNullable(tags).orElse(Map.of())));
        tagReasons = Collections.unmodifiableMap(
                new LinkedHashMap<>(Optional.ofNullable(tagReasons).orElse(Map.of())));
        long rejected = rejections.stream().mapToLong(Rejection::count).sum();
        if (rejected != counts.rejected()) {
            throw new IllegalArgumentException(
                    "rejections add up to " + rejected + ", not to the " + counts.rejected() + " counted");
        }
    }

    /** Returns this report without examples, which quote values of single features. */
    public ImportReport withoutExamples() {
        return with(
                rejections.stream().map(Rejection::withoutExamples).toList(),
                changes.stream().map(Change::withoutExamples).toList(),
                tags,
                tagReasons);
    }

    /** Returns this report with other tags, as they were decided after the import. */
    public ImportReport tagged(Map<String, AttributeTag> later, Map<String, String> reasons) {
        return with(rejections, changes, later, reasons);
    }

    private ImportReport with(
            List<Rejection> rejections,
            List<Change> changes,
            Map<String, AttributeTag> tags,
            Map<String, String> tagReasons) {
        return new ImportReport(
                file,
                sha256,
                bytes,
                kind,
                format,
                layer,
                encoding,
                crs,
                counts,
                rejections,
                changes,
                warnings,
                roles,
                fields,
                tags,
                tagReasons,
                seconds);
    }

    /**
     * The CRS a file was read in.
     *
     * @param code such as {@code EPSG:27700}; empty for a table
     * @param name such as "OSGB36 / British National Grid"
     * @param how it was found: "from the .prj, identified by its parameters", "stated", "GeoJSON is WGS 84"
     * @param accuracyMetres of the way from there to WGS 84, or null when it is exact or not known
     */
    public record CrsUsed(String code, String name, String how, @Nullable Double accuracyMetres) {}

    /**
     * Every feature of the file in exactly one bucket: {@code read = accepted + changed + rejected}.
     *
     * @param read features that the file has, rows left out by the request's filter not counted
     * @param accepted taken as they were (a change of CRS is no change)
     * @param changed taken after a change that the report names
     * @param rejected not taken
     * @param leftOut rows that the request's filter did not ask for
     */
    public record Counts(long read, long accepted, long changed, long rejected, long leftOut) {
        public Counts {
            if (accepted < 0 || changed < 0 || rejected < 0 || leftOut < 0) {
                throw new IllegalArgumentException("a count is negative");
            }
            if (read != accepted + changed + rejected) {
                throw new IllegalArgumentException("read " + read + " is not accepted " + accepted + " + changed "
                        + changed + " + rejected " + rejected);
            }
        }

        /** Returns the features that are in the layer. */
        public long imported() {
            return accepted + changed;
        }
    }

    /**
     * Features not taken for one reason.
     *
     * @param code stable key, such as {@code fields-more-than-headers}
     * @param count features
     * @param what is wrong with them
     * @param whatToDo about it
     * @param examples the first few
     */
    public record Rejection(String code, long count, String what, String whatToDo, List<Example> examples) {
        public Rejection {
            examples = List.copyOf(examples);
        }

        private Rejection withoutExamples() {
            return new Rejection(code, count, what, whatToDo, List.of());
        }
    }

    /**
     * Features taken after one kind of change.
     *
     * @param code stable key, such as {@code geometry-repaired}
     * @param count features
     * @param what was changed
     * @param detail figures of the change, such as the area gained or lost, or null
     * @param examples the first few
     */
    public record Change(String code, long count, String what, @Nullable String detail, List<Example> examples) {
        public Change {
            examples = List.copyOf(examples);
        }

        private Change withoutExamples() {
            return new Change(code, count, what, detail, List.of());
        }
    }

    /**
     * One feature, and where it is.
     *
     * @param row number of the feature in the file, from 1
     * @param detail the value at fault
     * @param lon longitude in degrees, or null where no place is known
     * @param lat latitude in degrees, or null where no place is known
     */
    public record Example(long row, String detail, @Nullable Double lon, @Nullable Double lat) {}

    /**
     * Something that concerns the whole layer and stops nothing.
     *
     * @param code stable key, such as {@code no-index-file}
     * @param what was found
     * @param whatToDo about it, or null where there is nothing to do
     * @param values what a sentence in another language can name beside the code, in a stable spelling: {@code count},
     *     {@code encoding}, {@code name}, {@code row}, {@code layers}, {@code crs} and the like
     */
    public record Warning(String code, String what, @Nullable String whatToDo, Map<String, Object> values) {
        public Warning {
            // Reports that were stored before warnings had values are read back too.
            values = values == null ? Map.of() : Map.copyOf(values);
        }
    }
}
