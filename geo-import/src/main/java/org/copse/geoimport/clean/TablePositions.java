package org.copse.geoimport.clean;

import java.util.OptionalDouble;
import java.util.Set;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.column.GeometryText;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.copse.geoimport.source.json.GeometryCell;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Positions that a table has in its columns: two numbers, or a geometry in one cell. */
final class TablePositions {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final @Nullable String x;
    private final @Nullable String y;
    private final @Nullable String wkt;
    private final Limits limits;

    TablePositions(FieldRoles roles, Limits limits) {
        this.x = roles.find(Role.X).orElse(null);
        this.y = roles.find(Role.Y).orElse(null);
        this.wkt = roles.find(Role.WKT).orElse(null);
        this.limits = limits;
    }

    /** Returns whether any column holds a position. */
    boolean any() {
        return wkt != null || (x != null && y != null);
    }

    /**
     * Returns the geometry of a row in the file's CRS, or null when its columns are empty.
     *
     * @param changes filled with what was changed
     */
    @Nullable
    Geometry of(SourceFeature row, Set<ChangeCode> changes) throws Rejected {
        if (wkt != null) {
            Object text = row.attributes().get(wkt);
            return text == null ? null : parse(text.toString(), changes);
        }
        if (x == null || y == null) {
            return null;
        }
        Object easting = row.attributes().get(x);
        Object northing = row.attributes().get(y);
        if (easting == null || northing == null) {
            return null;
        }
        return GEOMETRIES.createPoint(new CoordinateXY(number(x, easting), number(y, northing)));
    }

    private static double number(String column, Object value) throws Rejected {
        OptionalDouble number = Numbers.of(value);
        if (number.isEmpty()) {
            throw new Rejected(RejectionCode.COORDINATE_NOT_A_NUMBER, column + " is \"" + value + "\"");
        }
        return number.getAsDouble();
    }

    private @Nullable Geometry parse(String text, Set<ChangeCode> changes) throws Rejected {
        double[] pair = GeometryText.pair(text);
        if (pair != null) {
            return GEOMETRIES.createPoint(new CoordinateXY(pair[1], pair[0]));
        }
        if (!GeometryText.isJson(text)) {
            return wellKnown(text.strip().replaceFirst("(?i)^SRID=[0-9]+;", ""));
        }
        try {
            return GeometryCell.parse(text, limits, changes);
        } catch (NotBuilt e) {
            throw new Rejected(e.reason().code(), e.reason().detail());
        }
    }

    private Geometry wellKnown(String text) throws Rejected {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > limits.of(Limit.NESTING)) {
                throw new Rejected(RejectionCode.COORDINATES_MALFORMED, "brackets nested deeper than any geometry");
            }
        }
        try {
            return new WKTReader(GEOMETRIES).read(text);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Rejected(
                    RejectionCode.COORDINATES_MALFORMED,
                    "the text is no geometry: " + text.substring(0, Math.min(60, text.length())));
        }
    }
}
