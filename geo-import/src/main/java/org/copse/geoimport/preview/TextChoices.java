package org.copse.geoimport.preview;

import java.util.List;
import org.copse.geoimport.Reading;
import org.copse.geoimport.preview.LayerPreview.TextChoice;
import org.copse.geoimport.source.SourceInfo;
import org.jspecify.annotations.Nullable;

/** How the text of a file is written, and how else it could be. */
final class TextChoices {
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "windows-1252", "ISO-8859-15", "IBM850", "windows-1250", "windows-1256", "UTF-16LE");
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    private TextChoices() {}

    static @Nullable TextChoice of(SourceInfo info, Reading reading) {
        String encoding = info.encoding();
        String delimiter = delimiter(info.format(), reading);
        if (encoding == null) {
            return null;
        }
        // Bytes beyond ASCII that are valid UTF-8 are hardly ever anything else; the rest is told by nothing.
        boolean certain = reading.encoding().isPresent() || encoding.startsWith("UTF-");
        return new TextChoice(
                encoding,
                certain,
                ENCODINGS.stream().filter(other -> !other.equals(encoding)).toList(),
                delimiter,
                delimiter == null
                        ? List.of()
                        : DELIMITERS.stream()
                                .filter(other -> !other.equals(delimiter))
                                .toList());
    }

    private static @Nullable String delimiter(String format, Reading reading) {
        if (format.equals("TSV")) {
            return "\t";
        }
        if (!format.startsWith("CSV")) {
            return null;
        }
        if (reading.delimiter().isPresent()) {
            return reading.delimiter().get().toString();
        }
        return format.contains("semicolon") ? ";" : format.contains("bar") ? "|" : ",";
    }
}
