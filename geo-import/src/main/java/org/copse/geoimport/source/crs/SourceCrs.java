package org.copse.geoimport.source.crs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport.CrsUsed;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Reading;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceSink;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.CoordinateOperation;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.AbstractCoordinateOperation;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The CRS a file was read in, and the way from there to WGS 84 (longitude, latitude). */
public final class SourceCrs {
    /** What the Helmert shift of OSGB36 leaves at worst on land, where the grid file of the survey is not used. */
    private static final double OSGB36_METRES = 5;

    private static final Pattern UNDEFINED = Pattern.compile("^\\s*(LOCAL_CS|ENGCRS|ENGINEERINGCRS)\\s*\\[");

    private static final int SIDE = 5;

    private static final Envelope GLOBE = new Envelope(-180, 180, -90, 90);

    private final CrsUsed used;
    private final @Nullable MathTransform toLonLat;
    private final @Nullable Envelope validity;
    private final boolean swapped;

    private SourceCrs(CrsUsed used, @Nullable MathTransform toLonLat) {
        this(used, toLonLat, null, false);
    }

    private SourceCrs(CrsUsed used, @Nullable MathTransform toLonLat, @Nullable Envelope validity, boolean swapped) {
        this.used = used;
        this.toLonLat = toLonLat;
        this.validity = validity;
        this.swapped = swapped;
    }

    private SourceCrs swapped(boolean swap) {
        return swap == swapped ? this : new SourceCrs(used, toLonLat, validity, swap);
    }

    /** Returns the CRS of a table without positions. */
    public static SourceCrs none() {
        return new SourceCrs(new CrsUsed("", "", "a table without positions", null), null);
    }

    /**
     * Returns the CRS to read a file in: the one stated, else the file's own, else WGS 84 where all values are degrees,
     * else the only one that puts them into the district.
     *
     * @param request what is stated, and the district
     * @param declared by the file
     * @param extent of a sample, in the file's coordinates
     * @param sink told of guesses and contradictions
     * @throws ImportRefused when none is found or it is not known
     */
    public static SourceCrs resolve(ImportRequest request, DeclaredCrs declared, Envelope extent, SourceSink sink) {
        SourceCrs found = find(request, declared, extent, sink);
        SourceCrs crs = request.reading().swapAxes() ? found.swapped(true) : found;
        new CrsCheck(crs, extent, request.district()).tell(sink);
        return crs;
    }

    private static SourceCrs find(ImportRequest request, DeclaredCrs declared, Envelope extent, SourceSink sink) {
        String file = request.fileName();
        if (request.crs().isPresent()) {
            SourceCrs crs = stated(request.reading(), file);
            boolean saysOther =
                    declared.form() == DeclaredCrs.Form.CODE && !declared.text().equals(crs.used.code());
            if (saysOther) {
                sink.warn(
                        WarningCode.CRS_CONTRADICTED,
                        crs.used.code() + " was stated and taken; the file says " + declared.text(),
                        Map.of("stated", crs.used.code(), "found", declared.text()));
            }
            return crs;
        }
        return switch (declared.form()) {
            case CODE -> ofCode(declared.text(), declared.where(), file);
            case WKT ->
                UNDEFINED.matcher(declared.text()).find()
                        ? guessed(
                                DeclaredCrs.missing(declared.where() + ", which names an undefined one"),
                                extent,
                                sink,
                                request)
                        : ofWkt(declared, sink, file);
            case BY_FORMAT -> byFormat(declared, extent, request);
            case MISSING -> guessed(declared, extent, sink, request);
        };
    }

    /**
     * Returns the CRS that {@code reading} states.
     *
     * @throws ImportRefused when it is not known
     */
    static SourceCrs stated(Reading reading, String file) {
        return ofCode(reading.crs().orElseThrow(), "stated", file).swapped(reading.swapAxes());
    }

    private static SourceCrs byFormat(DeclaredCrs declared, Envelope extent, ImportRequest request) {
        boolean swap = request.reading().swapAxes();
        if (!extent.isNull() && !GLOBE.intersects(swap ? turned(extent) : extent)) {
            throw missing(
                    "the file states no CRS and would be WGS 84, but its positions are no degrees", extent, request);
        }
        return ofCode("EPSG:4326", declared.where(), request.fileName());
    }

    private static SourceCrs guessed(DeclaredCrs declared, Envelope extent, SourceSink sink, ImportRequest request) {
        if (extent.isNull()) {
            return none();
        }
        boolean swap = request.reading().swapAxes();
        if (GLOBE.contains(swap ? turned(extent) : extent)) {
            sink.warn(
                    WarningCode.CRS_GUESSED,
                    "no CRS is stated; all values lie within ±180 and ±90, so WGS 84 was taken");
            // Whether they are degrees of WGS 84 or of an older datum, 100 m away, the values do not say.
            return new SourceCrs(new CrsUsed("EPSG:4326", "WGS 84", "guessed: all values are degrees", null), null);
        }
        Optional<CrsCandidates.Candidate> only = CrsCandidates.onlyOneIn(request.district(), extent)
                .or(() -> CrsCandidates.unmistakable(extent))
                .filter(candidate -> candidate.swapAxes() == swap);
        if (only.isPresent()) {
            String code = only.get().code();
            sink.warn(
                    WarningCode.CRS_GUESSED,
                    "no CRS is stated; " + code + " (" + only.get().name()
                            + ") was taken, the only one known here that "
                            + (request.district().isPresent()
                                    ? "puts the positions into the district"
                                    : "has such numbers"));
            return ofCode(
                    code,
                    request.district().isPresent()
                            ? "guessed: only this one puts the positions into the district"
                            : "guessed: only this one has such numbers",
                    request.fileName());
        }
        throw missing("there is no CRS with " + declared.where(), extent, request);
    }

    /** Returns an extent with x and y exchanged. */
    static Envelope turned(Envelope extent) {
        return extent.isNull()
                ? extent
                : new Envelope(extent.getMinY(), extent.getMaxY(), extent.getMinX(), extent.getMaxX());
    }

    private static ImportRefused missing(String what, Envelope extent, ImportRequest request) {
        List<String> fitting = CrsCandidates.of(extent, request.district()).stream()
                .map(candidate -> candidate.code() + " (" + candidate.name() + ")")
                .toList();
        return new ImportRefused(
                        RefusalCode.CRS_MISSING,
                        request.fileName(),
                        what + ": x from " + Math.round(extent.getMinX()) + " to " + Math.round(extent.getMaxX())
                                + ", y from " + Math.round(extent.getMinY()) + " to " + Math.round(extent.getMaxY()),
                        fitting.isEmpty()
                                ? RefusalCode.CRS_MISSING.whatToDo()
                                : "State the CRS. By their size the values could be in " + String.join(", ", fitting)
                                        + ".")
                .with("minX", extent.getMinX())
                .with("maxX", extent.getMaxX())
                .with("minY", extent.getMinY())
                .with("maxY", extent.getMaxY())
                .with("candidates", String.join(", ", fitting));
    }

    private static SourceCrs ofCode(String code, String how, String file) {
        String full = code.matches("[0-9]{4,6}") ? "EPSG:" + code : code;
        if (full.equalsIgnoreCase("EPSG:4326")) {
            // By far the most frequent, and it needs no data base, which takes seconds to load.
            return new SourceCrs(new CrsUsed("EPSG:4326", "WGS 84", how, 0.0), null);
        }
        try {
            CoordinateReferenceSystem crs = CRS.decode(full, true);
            CoordinateOperation operation =
                    CRS.getCoordinateOperationFactory(true).createOperation(crs, DefaultGeographicCRS.WGS84);
            MathTransform transform = operation.getMathTransform();
            String name = crs.getName().getCode();
            return new SourceCrs(
                    new CrsUsed(full.toUpperCase(java.util.Locale.ROOT), name, how, accuracy(operation, name)),
                    transform.isIdentity() ? null : transform,
                    validity(crs),
                    false);
        } catch (FactoryException | RuntimeException | LinkageError e) {
            throw new ImportRefused(
                            RefusalCode.CRS_UNKNOWN, file, "the CRS \"" + full + "\" (" + how + ") is not known")
                    .with("crs", full);
        }
    }

    private static @Nullable Envelope validity(CoordinateReferenceSystem crs) {
        GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs);
        boolean overDateLine = box == null || box.getWestBoundLongitude() > box.getEastBoundLongitude();
        return box == null || overDateLine
                ? null
                : new Envelope(
                        box.getWestBoundLongitude(),
                        box.getEastBoundLongitude(),
                        box.getSouthBoundLatitude(),
                        box.getNorthBoundLatitude());
    }

    private static @Nullable Double accuracy(CoordinateOperation operation, String name) {
        double metres = AbstractCoordinateOperation.getAccuracy(operation);
        if (Double.isNaN(metres)) {
            return null;
        }
        return name.contains("OSGB") ? Math.max(OSGB36_METRES, metres) : (Double) metres;
    }

    private static SourceCrs ofWkt(DeclaredCrs declared, SourceSink sink, String file) {
        String text = declared.text().strip();
        if (text.matches("(?i)EPSG:[0-9]{4,6}")) {
            return ofCode(text, declared.where(), file);
        }
        WktCrs wkt = WktCrs.parse(text)
                .orElseThrow(() -> new ImportRefused(
                        RefusalCode.CRS_UNKNOWN,
                        file,
                        "the CRS in " + declared.where() + " is not understood: "
                                + text.lines()
                                        .findFirst()
                                        .orElse("")
                                        .substring(
                                                0,
                                                Math.min(
                                                        80,
                                                        text.lines()
                                                                .findFirst()
                                                                .orElse("")
                                                                .length()))));
        Optional<String> code = wkt.findCode();
        if (code.isPresent()) {
            sink.warn(
                    WarningCode.CRS_IDENTIFIED,
                    declared.where() + " names \"" + wkt.name() + "\"; its projection is that of " + code.get(),
                    Map.of("name", wkt.name(), "crs", code.get()));
            return ofCode(code.get(), declared.where() + ", identified by name and parameters", file);
        }
        return onOwnDatum(wkt, declared, sink, file);
    }

    private static SourceCrs onOwnDatum(WktCrs wkt, DeclaredCrs declared, SourceSink sink, String file) {
        try {
            Optional<String> datum = wkt.findDatumCode();
            if (datum.isEmpty()) {
                sink.warn(
                        WarningCode.CRS_ACCURACY,
                        "the datum of \"" + wkt.name() + "\" is not known: positions may be some hundred metres off");
                MathTransform lenient = CRS.findMathTransform(wkt.crs(), DefaultGeographicCRS.WGS84, true);
                return new SourceCrs(
                        new CrsUsed("", wkt.name(), declared.where() + ", by its parameters", null), lenient);
            }
            CoordinateOperation shift = CRS.getCoordinateOperationFactory(true)
                    .createOperation(CRS.decode(datum.get(), true), DefaultGeographicCRS.WGS84);
            MathTransform whole = ConcatenatedTransform.create(wkt.toOwnDegrees(), shift.getMathTransform());
            return new SourceCrs(
                    new CrsUsed(
                            "",
                            wkt.name(),
                            declared.where() + ", by its parameters; datum as " + datum.get(),
                            accuracy(shift, wkt.name())),
                    whole);
        } catch (FactoryException | RuntimeException | LinkageError e) {
            throw new ImportRefused(
                            RefusalCode.CRS_UNKNOWN,
                            file,
                            "there is no way from the CRS \"" + wkt.name() + "\" to WGS 84")
                    .with("crs", wkt.name());
        }
    }

    /** Returns what the report says of this CRS. */
    public CrsUsed used() {
        return used;
    }

    /** Returns whether the axes are read swapped. */
    public boolean isSwapped() {
        return swapped;
    }

    /** Returns where this CRS is made for, in degrees, or empty where that is not known. */
    Optional<Envelope> findValidity() {
        return Optional.ofNullable(validity).map(Envelope::new);
    }

    /** Returns this CRS with the axes the other way round. */
    public SourceCrs turned() {
        return swapped(!swapped);
    }

    /**
     * Returns where values of this extent lie, by a grid of their positions; empty where none can be expressed.
     *
     * @param extent in the file's coordinates
     */
    public Optional<LonLatBox> boxOf(Envelope extent) {
        if (extent.isNull()) {
            return Optional.empty();
        }
        Coordinate[] grid = new Coordinate[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                grid[row * SIDE + column] = new Coordinate(
                        extent.getMinX() + extent.getWidth() * column / (SIDE - 1),
                        extent.getMinY() + extent.getHeight() * row / (SIDE - 1));
            }
        }
        try {
            Envelope lonLat = toLonLat(new GeometryFactory().createMultiPointFromCoords(grid))
                    .getEnvelopeInternal();
            double sum = lonLat.getMinX() + lonLat.getMaxX() + lonLat.getMinY() + lonLat.getMaxY();
            return lonLat.isNull() || !Double.isFinite(sum) ? Optional.empty() : Optional.of(LonLatBox.of(lonLat));
        } catch (TransformException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns {@code geometry} in degrees, longitude first.
     *
     * @throws TransformException when a position is outside what the CRS can express
     */
    public Geometry toLonLat(Geometry geometry) throws TransformException {
        Geometry eastFirst = swapped ? exchanged(geometry) : geometry;
        if (toLonLat == null) {
            return eastFirst;
        }
        try {
            return JTS.transform(eastFirst, toLonLat);
        } catch (RuntimeException | AssertionError e) {
            // For positions far outside a projection the library answers NaN, or fails an assertion where those are on.
            throw new TransformException("a position is outside what " + used.name() + " can express", e);
        }
    }

    private static Geometry exchanged(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply((CoordinateFilter) c -> {
            double x = c.x;
            c.x = c.y;
            c.y = x;
        });
        copy.geometryChanged();
        return copy;
    }

    /** Returns whether the file's coordinates are degrees of WGS 84 already, whichever first. */
    public boolean isLonLat() {
        return toLonLat == null;
    }
}
