package org.copse.geoimport.source.crs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport.CrsUsed;
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
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.AbstractCoordinateOperation;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** CRSs by their codes and their well-known text, each with its way to WGS 84. */
final class KnownCrs {
    /** What the Helmert shift of OSGB36 leaves at worst on land, where the grid file of the survey is not used. */
    private static final double OSGB36_METRES = 5;

    private KnownCrs() {}

    /**
     * Returns the CRS that {@code reading} states.
     *
     * @throws ImportRefused when it is not known
     */
    static SourceCrs stated(Reading reading, String file) {
        return ofCode(reading.crs().orElseThrow(), "stated", file).swapped(reading.swapAxes());
    }

    /**
     * Returns the CRS of a code of EPSG's.
     *
     * @param how how the code is known
     * @throws ImportRefused when it is not known
     */
    static SourceCrs ofCode(String code, String how, String file) {
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
                    new CrsUsed(full.toUpperCase(Locale.ROOT), name, how, accuracy(operation, name)),
                    transform.isIdentity() ? null : transform,
                    validity(crs));
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

    /**
     * Returns the CRS of a text: the known one with its name or parameters, else one on the datum that it names.
     *
     * @throws ImportRefused when the text is not understood, or there is no way to WGS 84
     */
    static SourceCrs ofWkt(DeclaredCrs declared, SourceSink sink, String file) {
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
}
