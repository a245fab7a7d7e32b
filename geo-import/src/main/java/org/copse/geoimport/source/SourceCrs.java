package org.copse.geoimport.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport.CrsUsed;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.WarningCode;
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
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The CRS a file was read in, and the way from there to WGS 84 (longitude, latitude). */
public final class SourceCrs {
    /** What the Helmert shift of OSGB36 leaves at worst on land, where the grid file of the survey is not used. */
    private static final double OSGB36_METRES = 5;

    private static final Pattern UNDEFINED = Pattern.compile("^\\s*(LOCAL_CS|ENGCRS|ENGINEERINGCRS)\\s*\\[");

    private static final Envelope GLOBE = new Envelope(-180, 180, -90, 90);

    private record Grid(String code, String name, Envelope extent) {}

    private static final List<Grid> GRIDS = List.of(
            new Grid("EPSG:27700", "British National Grid", new Envelope(0, 700_000, 0, 1_300_000)),
            new Grid("EPSG:31370", "Belgian Lambert 72", new Envelope(10_000, 300_000, 15_000, 250_000)),
            new Grid("EPSG:3812", "Belgian Lambert 2008", new Envelope(510_000, 800_000, 515_000, 750_000)),
            new Grid("EPSG:28992", "Dutch RD New", new Envelope(10_000, 280_000, 300_000, 625_000)),
            new Grid("EPSG:2154", "French Lambert 93", new Envelope(100_000, 1_250_000, 6_000_000, 7_150_000)),
            new Grid("EPSG:25831 or 25832 or 25833", "UTM", new Envelope(160_000, 840_000, 3_500_000, 7_900_000)));

    private final CrsUsed used;
    private final @Nullable MathTransform toLonLat;

    private SourceCrs(CrsUsed used, @Nullable MathTransform toLonLat) {
        this.used = used;
        this.toLonLat = toLonLat;
    }

    /** Returns the CRS of a table without positions. */
    public static SourceCrs none() {
        return new SourceCrs(new CrsUsed("", "", "a table without positions", null), null);
    }

    /**
     * Returns the CRS to read a file in: the one stated, else the file's own, else WGS 84 where all values are degrees.
     *
     * @param stated by whoever imports
     * @param declared by the file
     * @param extent of a sample, in the file's coordinates
     * @param sink told of guesses and contradictions
     * @throws ImportRefused when none is found or it is not known
     */
    public static SourceCrs resolve(
            Optional<String> stated, DeclaredCrs declared, Envelope extent, SourceSink sink, String file) {
        if (stated.isPresent()) {
            SourceCrs crs = ofCode(stated.get(), "stated", file);
            boolean saysOther =
                    declared.form() == DeclaredCrs.Form.CODE && !declared.text().equals(crs.used.code());
            if (saysOther) {
                sink.warn(
                        WarningCode.CRS_CONTRADICTED,
                        crs.used.code() + " was stated and taken; the file says " + declared.text());
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
                                file)
                        : ofWkt(declared, sink, file);
            case BY_FORMAT -> byFormat(declared, extent, file);
            case MISSING -> guessed(declared, extent, sink, file);
        };
    }

    private static SourceCrs byFormat(DeclaredCrs declared, Envelope extent, String file) {
        if (!extent.isNull() && !GLOBE.intersects(extent)) {
            throw missing("the file states no CRS and would be WGS 84, but its positions are no degrees", extent, file);
        }
        return ofCode("EPSG:4326", declared.where(), file);
    }

    private static SourceCrs guessed(DeclaredCrs declared, Envelope extent, SourceSink sink, String file) {
        if (extent.isNull()) {
            return none();
        }
        if (!GLOBE.contains(extent)) {
            throw missing("there is no CRS with " + declared.where(), extent, file);
        }
        sink.warn(WarningCode.CRS_GUESSED, "no CRS is stated; all values lie within ±180 and ±90, so WGS 84 was taken");
        // Whether they are degrees of WGS 84 or of an older datum, 100 m away, the values do not say.
        return new SourceCrs(new CrsUsed("EPSG:4326", "WGS 84", "guessed: all values are degrees", null), null);
    }

    private static ImportRefused missing(String what, Envelope extent, String file) {
        List<String> fitting = GRIDS.stream()
                .filter(grid -> grid.extent().contains(extent))
                .map(grid -> grid.code() + " (" + grid.name() + ")")
                .toList();
        return new ImportRefused(
                RefusalCode.CRS_MISSING,
                file,
                what + ": x from " + Math.round(extent.getMinX()) + " to " + Math.round(extent.getMaxX()) + ", y from "
                        + Math.round(extent.getMinY()) + " to " + Math.round(extent.getMaxY()),
                fitting.isEmpty()
                        ? RefusalCode.CRS_MISSING.whatToDo()
                        : "State the CRS. By their size the values could be in " + String.join(", ", fitting) + ".");
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
                    transform.isIdentity() ? null : transform);
        } catch (FactoryException | RuntimeException | LinkageError e) {
            throw new ImportRefused(
                    RefusalCode.CRS_UNKNOWN, file, "the CRS \"" + full + "\" (" + how + ") is not known");
        }
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
                    declared.where() + " names \"" + wkt.name() + "\"; its projection is that of " + code.get());
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
                    RefusalCode.CRS_UNKNOWN, file, "there is no way from the CRS \"" + wkt.name() + "\" to WGS 84");
        }
    }

    /** Returns what the report says of this CRS. */
    public CrsUsed used() {
        return used;
    }

    /**
     * Returns {@code geometry} in degrees, longitude first.
     *
     * @throws TransformException when a position is outside what the CRS can express
     */
    public Geometry toLonLat(Geometry geometry) throws TransformException {
        if (toLonLat == null) {
            return geometry;
        }
        try {
            return JTS.transform(geometry, toLonLat);
        } catch (RuntimeException | AssertionError e) {
            // For positions far outside a projection the library answers NaN, or fails an assertion where those are on.
            throw new TransformException("a position is outside what " + used.name() + " can express", e);
        }
    }

    /** Returns whether the file's coordinates are degrees of WGS 84, longitude first, already. */
    public boolean isLonLat() {
        return toLonLat == null;
    }
}
