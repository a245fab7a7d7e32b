package org.copse.geoimport.source;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.report.ChangeCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as the file has it.
 *
 * @param row number in the file, from 1
 * @param id that the format itself gives, or null
 * @param geometry in the file's CRS, x first, without heights; null where there is none
 * @param attributes {@link String}, {@link Long}, finite {@link Double} or {@link Boolean}; absent where there is none
 * @param changes that reading made
 */
public record SourceFeature(
        long row,
        @Nullable String id,
        @Nullable Geometry geometry,
        Map<String, Object> attributes,
        Set<ChangeCode> changes) {

    private static final Set<ChangeCode> NONE = EnumSet.noneOf(ChangeCode.class);

    /** Returns a feature that reading did not change. */
    public static SourceFeature of(long row, @Nullable Geometry geometry, Map<String, Object> attributes) {
        return new SourceFeature(row, null, geometry, attributes, NONE);
    }

    /** Returns this feature with {@code position}. */
    public SourceFeature withGeometry(Geometry position) {
        return new SourceFeature(row, id, position, attributes, changes);
    }
}
