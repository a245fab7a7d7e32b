package org.copse.geoimport.clean;

import java.util.OptionalDouble;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.SourceFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Positions that a table has in its columns: two numbers, or well-known text. */
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

    /** Returns the geometry of a row in the file's CRS, or null when its columns are empty. */
    @Nullable
    Geometry of(SourceFeature row) throws Rejected {
        if (wkt != null) {
            Object text = row.attributes().get(wkt);
            return text == null ? null : parse(text.toString());
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

    private Geometry parse(String text) throws Rejected {
        String plain = text.strip().replaceFirst("(?i)^SRID=[0-9]+;", "");
        int depth = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > limits.of(Limit.NESTING)) {
                throw new Rejected(RejectionCode.COORDINATES_MALFORMED, "brackets nested deeper than any geometry");
            }
        }
        try {
            return new WKTReader(GEOMETRIES).read(plain);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Rejected(
                    RejectionCode.COORDINATES_MALFORMED,
                    "the text is no geometry: " + plain.substring(0, Math.min(60, plain.length())));
        }
    }
}
