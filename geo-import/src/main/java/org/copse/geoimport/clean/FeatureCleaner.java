package org.copse.geoimport.clean;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.DateOrder;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FeatureSink;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Limit;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.NullPositions;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.crs.SourceCrs;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Turns what a source hands over into features of a layer, and accounts for each. */
public final class FeatureCleaner implements SourceSink {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final ImportRequest request;
    private final LayerKind kind;
    private final SourceCrs crs;
    private final ReportBuilder report;
    private final FeatureSink sink;
    private final TablePositions positions;
    private final NullPositions none;
    private final GeometryRepair repair;
    private final PersonGuard persons;
    private final AttributeCleaning attributes;
    private final FeatureIds ids;
    private final long startNanos = System.nanoTime();
    private long vertices;

    /**
     * @param roles given or detected
     * @param none positions that mean that there is none
     * @param dateOrder of dates in figures
     * @param report told of every feature
     * @param persons looks at every row, taken or not
     * @param inMemory whether ids and geometries are remembered to find features that are there twice
     */
    public FeatureCleaner(
            ImportRequest request,
            FieldRoles roles,
            SourceCrs crs,
            NullPositions none,
            DateOrder dateOrder,
            ReportBuilder report,
            PersonGuard persons,
            boolean inMemory,
            FeatureSink sink) {
        this.request = request;
        this.kind = request.kind();
        this.crs = crs;
        this.none = none;
        this.report = report;
        this.persons = persons;
        this.sink = sink;
        this.positions = new TablePositions(roles, request.limits());
        this.repair = new GeometryRepair(request.limits());
        this.attributes = new AttributeCleaning(kind, roles, dateOrder, report);
        this.ids = new FeatureIds(kind, roles, report, inMemory);
    }

    @Override
    public void take(SourceFeature raw) {
        long seconds = (System.nanoTime() - startNanos) / 1_000_000_000;
        if (seconds > request.limits().of(Limit.SECONDS)) {
            request.limits().check(Limit.SECONDS, seconds, where(raw));
        }
        persons.take(raw);
        if (!wanted(raw)) {
            report.leaveOut();
            return;
        }
        try {
            clean(raw);
        } catch (Rejected e) {
            Coordinate at = Double.isNaN(e.lon()) ? place(raw) : new Coordinate(e.lon(), e.lat());
            report.reject(e.code(), raw.row(), e.detail(), at.x, at.y);
        }
    }

    /** Returns where a rejected feature begins, in degrees; NaN where that is not known. */
    private Coordinate place(SourceFeature raw) {
        Geometry own = raw.geometry();
        if (own != null && !own.isEmpty()) {
            try {
                Coordinate at = crs.toLonLat(GEOMETRIES.createPoint(own.getCoordinate()))
                        .getCoordinate();
                if (DateLine.meetsGlobe(new Envelope(at))) {
                    return at;
                }
            } catch (TransformException e) {
                return new Coordinate(Double.NaN, Double.NaN);
            }
        }
        return new Coordinate(Double.NaN, Double.NaN);
    }

    private boolean wanted(SourceFeature raw) {
        for (Map.Entry<String, String> condition : request.where().entrySet()) {
            Object value = raw.attributes().get(condition.getKey());
            String wanted = condition.getValue().strip();
            boolean equal = value != null
                    && (value.toString().strip().equals(wanted)
                            || (value instanceof Double number && number.equals(asNumber(wanted))));
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Double asNumber(String text) {
        var number = Numbers.parse(text);
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }

    private void clean(SourceFeature raw) throws Rejected {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        changes.addAll(raw.changes());
        Map<ChangeCode, String> details = new LinkedHashMap<>();
        Geometry geometry = geometry(raw, changes, details);
        Map<String, Object> values = attributes.clean(raw.attributes(), details);
        Feature feature = ids.identify(raw, geometry, values, details);
        changes.addAll(details.keySet());
        for (ChangeCode change : changes) {
            Coordinate at = geometry.getCoordinate();
            report.change(
                    change,
                    raw.row(),
                    details.getOrDefault(change, feature.id()),
                    at == null ? Double.NaN : at.x,
                    at == null ? Double.NaN : at.y);
        }
        sink.accept(feature);
        if (changes.isEmpty()) {
            report.accept();
        } else {
            report.acceptChanged(raw.row());
        }
    }

    private Geometry geometry(SourceFeature raw, Set<ChangeCode> changes, Map<ChangeCode, String> details)
            throws Rejected {
        Geometry own = raw.geometry() == null ? positions.of(raw, changes) : raw.geometry();
        if (own == null || own.isEmpty()) {
            if (kind.takesTables()) {
                return GEOMETRIES.createPoint();
            }
            throw new Rejected(RejectionCode.NO_GEOMETRY, own == null ? "no geometry" : "an empty geometry");
        }
        if (kind.shape() == LayerKind.Shape.NONE) {
            details.put(ChangeCode.GEOMETRY_LEFT_OUT, own.getGeometryType());
            return GEOMETRIES.createPoint();
        }
        request.limits().check(Limit.VERTICES_PER_GEOMETRY, own.getNumPoints(), where(raw));
        checkFinite(own);
        if (Heights.has(own)) {
            report.warnCounted(WarningCode.HEIGHTS_LEFT_OUT, "geometries with heights, which were left out");
            own = Heights.leftOut(own);
        }
        if (own instanceof Point && kind.shape() != LayerKind.Shape.AREA) {
            refuseNone(own);
        }
        Geometry lonLat = onGlobe(crs.isLonLat() ? own : repairedAtHome(own, details), details);
        if (lonLat instanceof Point) {
            return KindGeometry.fit(lonLat, kind).geometry();
        }
        Geometry valid = repaired(lonLat, GeometryRepair.squareMetresPerSquareDegree(lonLat), details);
        KindGeometry.Fitted fitted = KindGeometry.fit(valid, kind);
        if (fitted.change() != null) {
            details.put(fitted.change(), lonLat.getGeometryType());
        }
        vertices += fitted.geometry().getNumPoints();
        if (ids.inMemory()) {
            request.limits().check(Limit.VERTICES_IN_MEMORY, vertices, where(raw));
        }
        return fitted.geometry();
    }

    /**
     * Repairs in the file's own coordinates. A spike of no width is invalid there; the change of CRS would open it by
     * a rounding error and hide it.
     */
    private Geometry repairedAtHome(Geometry own, Map<ChangeCode, String> details) throws Rejected {
        double scale = 1;
        try {
            Geometry lonLat = crs.toLonLat(own);
            double area = own.getArea();
            scale = area > 0 ? lonLat.getArea() / area * GeometryRepair.squareMetresPerSquareDegree(lonLat) : 1;
        } catch (TransformException e) {
            Coordinate first = own.getCoordinate();
            throw new Rejected(RejectionCode.OUTSIDE_CRS, "(" + first.x + ", " + first.y + ")");
        }
        return repaired(own, scale, details);
    }

    private Geometry repaired(Geometry geometry, double squareMetresPerUnit, Map<ChangeCode, String> details)
            throws Rejected {
        GeometryRepair.Outcome outcome = repair.apply(geometry, squareMetresPerUnit);
        if (outcome.repaired()) {
            details.put(ChangeCode.GEOMETRY_REPAIRED, outcome.detail());
        }
        if (outcome.filled()) {
            details.put(ChangeCode.HOLE_FILLED, geometry.getGeometryType());
        }
        return outcome.geometry();
    }

    private String where(SourceFeature raw) {
        return request.fileName() + ", row " + raw.row();
    }

    private static void checkFinite(Geometry geometry) throws Rejected {
        for (Coordinate c : geometry.getCoordinates()) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                throw new Rejected(RejectionCode.COORDINATE_NOT_A_NUMBER, "(" + c.x + ", " + c.y + ")");
            }
        }
    }

    private Geometry onGlobe(Geometry own, Map<ChangeCode, String> details) throws Rejected {
        Geometry lonLat;
        try {
            lonLat = crs.toLonLat(own);
        } catch (TransformException e) {
            Coordinate first = own.getCoordinate();
            throw new Rejected(RejectionCode.OUTSIDE_CRS, "(" + first.x + ", " + first.y + ")");
        }
        if (crs.isTurned(own, lonLat)) {
            details.put(ChangeCode.LONGITUDE_TURNED, "to " + lonLat.getCoordinate().x);
        }
        double beyond = Globe.degreesBeyond(lonLat);
        if (beyond <= Globe.ROUNDING_DEGREES) {
            return lonLat;
        }
        if (beyond <= Globe.EDGE_DEGREES) {
            details.put(ChangeCode.MOVED_ONTO_GLOBE, "by " + beyond + "°");
            return Globe.movedOnto(lonLat);
        }
        Coordinate c = Globe.farthest(lonLat);
        throw new Rejected(RejectionCode.OFF_THE_GLOBE, "(" + c.x + ", " + c.y + ")");
    }

    /** Unless the district is where the position says. */
    private void refuseNone(Geometry own) throws Rejected {
        Coordinate lonLat;
        try {
            lonLat = crs.toLonLat(own).getCoordinate();
        } catch (TransformException e) {
            lonLat = new Coordinate(Double.NaN, Double.NaN);
        }
        Coordinate at = own.getCoordinate();
        boolean inDistrict =
                request.district().isPresent() && request.district().get().holds(lonLat);
        if (!inDistrict && (none.has(at) || none.isOrigin(lonLat))) {
            throw new Rejected(RejectionCode.POSITION_MEANS_NONE, "(" + at.x + ", " + at.y + ")");
        }
    }

    /** Tells the report what can only be said at the end. */
    public void finish() {
        report.changeDetail(ChangeCode.GEOMETRY_REPAIRED, repair.areaChange());
        attributes.finish();
        ids.finish();
    }

    @Override
    public void reject(long row, RejectionCode code, String detail) {
        report.reject(code, row, detail, Double.NaN, Double.NaN);
    }

    @Override
    public void warn(WarningCode code, String what) {
        report.warn(code, what);
    }

    @Override
    public void warn(WarningCode code, String what, Map<String, Object> values) {
        report.warn(code, what, values);
    }

    @Override
    public void warnCounted(WarningCode code, String what) {
        report.warnCounted(code, what);
    }
}
