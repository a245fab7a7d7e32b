package org.copse.geoimport.preview;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Question;
import org.copse.geoimport.Reason;
import org.copse.geoimport.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a file would find, from a sample of it. Serialises as JSON.
 *
 * @param file name as given
 * @param bytes size of the file as given
 * @param sha256 fingerprint of the bytes as given, lower-case hexadecimal
 * @param format what the content is: "GeoJSON", "Shapefile in zip"
 * @param layers inside the file, where it has more than one; the chosen one is marked
 * @param text how text is written, or null where the format fixes it
 * @param crs the CRS that would be taken, or null for a table without positions
 * @param kinds what the layer could be about, the likeliest first
 * @param kind the one that the rest of this preview is for
 * @param columns in the order of the file
 * @param roles one entry for each role that this kind has, required ones first
 * @param rows the first ones, as the file has them
 * @param features in the file where that can be counted within bounds, else null
 * @param notices what should be looked at
 * @param undecided what must be chosen before an import can work: "layer", "crs", "role:id", …
 * @param questions that must be answered before an import; "question:" and their codes are among {@code undecided}
 * @param needsPurpose whether purpose and legal basis must be stated, since a column is of a special category
 */
public record LayerPreview(
        String file,
        long bytes,
        String sha256,
        String format,
        List<LayerChoice> layers,
        @Nullable TextChoice text,
        @Nullable CrsChoice crs,
        List<KindChoice> kinds,
        LayerKind kind,
        List<Column> columns,
        List<RoleChoice> roles,
        List<Row> rows,
        @Nullable Long features,
        List<Notice> notices,
        List<String> undecided,
        List<Question> questions,
        boolean needsPurpose) {

    public LayerPreview {
        layers = List.copyOf(layers);
        kinds = List.copyOf(kinds);
        columns = List.copyOf(columns);
        roles = List.copyOf(roles);
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
        undecided = List.copyOf(undecided);
        questions = List.copyOf(questions);
    }

    /**
     * Returns the preview of a file. What {@code request} states is taken as chosen, so a preview can be asked for again
     * with each choice; a request of kind {@code PLAIN} states no kind, and the likeliest is proposed.
     *
     * <p>Reads the first 500 features and, where features have a known place or size, no more than counts the rest:
     * time grows with the size of the file only by its fingerprint, by unpacking and by that count, which stops at a
     * bound.
     *
     * @throws org.copse.geoimport.ImportRefused when no choice could make the file usable: it is broken, its rows look
     *     like persons, it passes a limit
     */
    public static LayerPreview of(ImportRequest request) {
        return new PreviewReader(request).read();
    }

    /** A layer inside a file. */
    public record LayerChoice(String name, boolean chosen) {}

    /**
     * How text is written.
     *
     * @param encoding such as "UTF-8"
     * @param encodingCertain false where it was guessed
     * @param otherEncodings that could be stated instead
     * @param delimiter between fields, or null where there is none
     * @param otherDelimiters that could be stated instead
     */
    public record TextChoice(
            String encoding,
            boolean encodingCertain,
            List<String> otherEncodings,
            @Nullable String delimiter,
            List<String> otherDelimiters) {
        public TextChoice {
            otherEncodings = List.copyOf(otherEncodings);
            otherDelimiters = List.copyOf(otherDelimiters);
        }
    }

    /**
     * The CRS, and others that the values would fit.
     *
     * @param code such as {@code EPSG:27700}; empty where none could be found, or the file defines one without a code
     * @param name such as "OSGB36 / British National Grid"
     * @param reason how it was found: "from the .prj, identified by its parameters", "stated", "guessed: all values are
     *     degrees"
     * @param certain whether it was stated, by the request or by the file, and the values do not speak against it
     * @param swapAxes whether the axes are read swapped
     * @param accuracyMetres of the way to WGS 84, or null when it is exact or not known
     * @param lonLat where the sample lies, or null where no CRS was found
     * @param alternatives where it is not certain: what else the values would fit, and where the sample would lie then
     */
    public record CrsChoice(
            String code,
            String name,
            Reason reason,
            boolean certain,
            boolean swapAxes,
            @Nullable Double accuracyMetres,
            @Nullable LonLatBox lonLat,
            List<CrsAlternative> alternatives) {
        public CrsChoice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * A CRS that could be stated instead.
     *
     * @param what it would mean, as a sentence
     * @param lonLat where the sample would lie
     */
    public record CrsAlternative(String code, String name, boolean swapAxes, String what, LonLatBox lonLat) {}

    /**
     * A kind of layer.
     *
     * @param confidence 0..1
     * @param reason for it
     */
    public record KindChoice(LayerKind kind, double confidence, String reason) {}

    /**
     * A column.
     *
     * @param type of its values: "text", "whole", "decimal", "boolean", "mixed" or "empty"
     * @param filledShare of the sample's rows that have a value, 0..1
     * @param examples the first different values, shortened
     * @param tag proposed, or stated by the request
     * @param tagStated whether the request states it
     * @param tagReason for the proposal
     * @param maybeSpecial whether it is proposed as special, so that stating it to be ordinary needs a reason
     */
    public record Column(
            String name,
            String type,
            double filledShare,
            List<String> examples,
            AttributeTag tag,
            boolean tagStated,
            Reason tagReason,
            boolean maybeSpecial) {
        public Column {
            examples = List.copyOf(examples);
        }
    }

    /**
     * The column of a role.
     *
     * @param field proposed, or null where no column fits
     * @param confidence 0..1; 1 when the request states it. Below 0.5 it is taken by an import only when stated
     * @param reason "stated", "by its header", "by its values: 98 % are dates"
     * @param required whether the import is refused without it
     */
    public record RoleChoice(Role role, @Nullable String field, double confidence, Reason reason, boolean required) {}

    /**
     * A row as the file has it.
     *
     * @param row number in the file, from 1
     * @param values by column; absent where there is none
     * @param geometry type such as "Polygon", or null
     * @param lon of its first position in degrees, or null where no CRS was found or there is no position
     * @param lat of its first position in degrees, or null
     */
    public record Row(
            long row,
            Map<String, Object> values,
            @Nullable String geometry,
            @Nullable Double lon,
            @Nullable Double lat) {
        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Something to look at.
     *
     * @param code stable key of a warning, such as {@code axes-swapped}
     * @param what was found
     * @param whatToDo about it; empty where there is nothing to do
     */
    public record Notice(String code, String what, String whatToDo) {}
}
