package org.copse.geoimport.source.crs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport.CrsUsed;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceSink;
import org.locationtech.jts.geom.Envelope;

/** Which CRS a file is read in, and how that is known. */
public final class CrsDecision {
    private static final Pattern UNDEFINED = Pattern.compile("^\\s*(LOCAL_CS|ENGCRS|ENGINEERINGCRS)\\s*\\[");

    private CrsDecision() {}

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
    public static SourceCrs of(ImportRequest request, DeclaredCrs declared, Envelope extent, SourceSink sink) {
        SourceCrs found = find(request, declared, extent, sink);
        SourceCrs turned = request.reading().swapAxes() ? found.swapped(true) : found;
        boolean beyond = Stream.of(turned.boxOf(extent), request.district())
                .flatMap(Optional::stream)
                .anyMatch(LonLatBox::isBeyondDateLine);
        SourceCrs crs = turned.beyondDateLine(beyond);
        new CrsCheck(crs, extent, request.district()).tell(sink);
        return crs;
    }

    private static SourceCrs find(ImportRequest request, DeclaredCrs declared, Envelope extent, SourceSink sink) {
        String file = request.fileName();
        if (request.crs().isPresent()) {
            SourceCrs crs = KnownCrs.stated(request.reading(), file);
            boolean saysOther = declared.form() == DeclaredCrs.Form.CODE
                    && !declared.text().equals(crs.used().code());
            if (saysOther) {
                sink.warn(
                        WarningCode.CRS_CONTRADICTED,
                        crs.used().code() + " was stated and taken; the file says " + declared.text(),
                        Map.of("stated", crs.used().code(), "found", declared.text()));
            }
            return crs;
        }
        return switch (declared.form()) {
            case CODE -> KnownCrs.ofCode(declared.text(), declared.where(), file);
            case WKT ->
                UNDEFINED.matcher(declared.text()).find()
                        ? guessed(
                                DeclaredCrs.missing(declared.where() + ", which names an undefined one"),
                                extent,
                                sink,
                                request)
                        : KnownCrs.ofWkt(declared, sink, file);
            case BY_FORMAT -> byFormat(declared, extent, request);
            case MISSING -> guessed(declared, extent, sink, request);
        };
    }

    private static SourceCrs byFormat(DeclaredCrs declared, Envelope extent, ImportRequest request) {
        boolean swap = request.reading().swapAxes();
        if (!extent.isNull() && !DateLine.meetsGlobe(swap ? turned(extent) : extent)) {
            throw missing(
                    "the file states no CRS and would be WGS 84, but its positions are no degrees", extent, request);
        }
        return KnownCrs.ofCode("EPSG:4326", declared.where(), request.fileName());
    }

    private static SourceCrs guessed(DeclaredCrs declared, Envelope extent, SourceSink sink, ImportRequest request) {
        if (extent.isNull()) {
            return SourceCrs.none();
        }
        boolean swap = request.reading().swapAxes();
        if (DateLine.isOnGlobe(swap ? turned(extent) : extent)) {
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
            return KnownCrs.ofCode(
                    code,
                    request.district().isPresent()
                            ? "guessed: only this one puts the positions into the district"
                            : "guessed: only this one has such numbers",
                    request.fileName());
        }
        throw missing("there is no CRS with " + declared.where(), extent, request);
    }

    /** Returns an extent with x and y exchanged. */
    private static Envelope turned(Envelope extent) {
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
}
