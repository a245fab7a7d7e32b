package org.copse.geoimport.clean;

import java.util.OptionalDouble;
import java.util.Set;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Limits;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.geometry.GeometryText;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.copse.geoimport.source.json.GeometryCell;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

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
        try {
            return GeometryText.isJson(text)
                    ? GeometryCell.parse(text, limits, changes)
                    : GeometryText.parse(text, limits);
        } catch (NotBuilt e) {
            throw new Rejected(e.reason().code(), e.reason().detail());
        }
    }
}
