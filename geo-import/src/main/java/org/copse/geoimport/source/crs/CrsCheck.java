package org.copse.geoimport.source.crs;

import java.util.Optional;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.locationtech.jts.geom.Envelope;

/**
 * Whether positions lie where they should: on the globe, in the land that their CRS is made for, in the district.
 *
 * @param crs that they were read in
 * @param extent of a sample, in the file's coordinates
 * @param district where they should lie
 */
record CrsCheck(SourceCrs crs, Envelope extent, Optional<LonLatBox> district) {
    /** What a swap of the axes would mend, or what is wrong without a way to mend it. */
    void tell(SourceSink sink) {
        Optional<LonLatBox> box = crs.boxOf(extent);
        if (extent.isNull() || (crs.used().code().isEmpty() && crs.used().name().isEmpty())) {
            return;
        }
        String wrong = wrong(box);
        if (wrong.isEmpty()) {
            return;
        }
        Optional<LonLatBox> turned = crs.turned().boxOf(extent);
        if (turned.isPresent() && wrong(turned).isEmpty()) {
            sink.warn(
                    WarningCode.AXES_SWAPPED,
                    "the positions lie " + wrong + "; with the axes swapped they lie at " + text(turned.get()));
        } else {
            sink.warn(
                    WarningCode.POSITIONS_ELSEWHERE,
                    "the positions lie " + wrong
                            + box.map(at -> ": at " + text(at)).orElse(""));
        }
    }

    /** Returns where positions lie that they should not, or an empty text. */
    private String wrong(Optional<LonLatBox> box) {
        if (box.isEmpty() || !DateLine.meetsGlobe(box.get().envelope())) {
            return "on no place of the globe";
        }
        if (district.isPresent() && !district.get().meets(box.get())) {
            return "outside the district";
        }
        Optional<LonLatBox> land = crs.findValidity();
        if (land.isPresent() && !land.get().meets(box.get())) {
            return "outside the land that " + crs.used().name() + " is made for";
        }
        return "";
    }

    private static String text(LonLatBox box) {
        return String.format(
                java.util.Locale.ROOT,
                "%.3f…%.3f° of longitude, %.3f…%.3f° of latitude",
                box.west(),
                box.east(),
                box.south(),
                box.north());
    }
}
