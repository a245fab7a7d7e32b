package org.copse.geoimport.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file without its features.
 *
 * @param format such as "GeoJSON"
 * @param layer name of the layer, where the file names it
 * @param encoding of text, such as "windows-1252", or null where the format fixes it or has none
 * @param crs what the file says of its CRS
 * @param fields columns, in the order of the file
 * @param table whether features have no geometry of their own; a position may be in columns
 */
public record SourceInfo(
        String format,
        @Nullable String layer,
        @Nullable String encoding,
        DeclaredCrs crs,
        List<String> fields,
        boolean table) {
    public SourceInfo {
        fields = List.copyOf(fields);
    }
}
