package org.copse.geoimport.source.crs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/**
 * The name of a CRS as web services write it. URNs and addresses of the OGC ask for the authority's order of axes;
 * {@code EPSG:4326} and the older address with {@code epsg.xml} for east first, which is what servers send with them.
 *
 * @param code such as {@code EPSG:31370}, or the name itself where it is none of these forms
 * @param northFirst whether positions give north before east
 */
public record SrsName(String code, boolean northFirst) {
    private static final Pattern URN =
            Pattern.compile("(?i)urn:(?:x-)?ogc:def:crs:EPSG:[0-9.]*:([0-9]{4,6})(?:,.*|\\.0)?");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/([0-9]{4,6})/?");
    private static final Pattern EAST_FIRST =
            Pattern.compile("(?i)(?:EPSG:|https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#|CRS:EPSG:)([0-9]{4,6})");
    private static final Pattern CRS84 = Pattern.compile("(?i).*(?:\\bCRS:?84|/CRS84|:CRS84)$");

    /** Reads a name; the authority's order of axes is looked up where the name asks for it. */
    public static SrsName of(String name) {
        String text = name.strip();
        if (CRS84.matcher(text).matches()) {
            return new SrsName("EPSG:4326", false);
        }
        Matcher eastFirst = EAST_FIRST.matcher(text);
        if (eastFirst.matches()) {
            return new SrsName("EPSG:" + eastFirst.group(1), false);
        }
        for (Pattern form : new Pattern[] {URN, ADDRESS}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                String code = "EPSG:" + matcher.group(1);
                return new SrsName(code, isNorthFirst(code));
            }
        }
        return new SrsName(text, false);
    }

    private static boolean isNorthFirst(String code) {
        if (code.equals("EPSG:4326")) {
            return true;
        }
        try {
            return CRS.getAxisOrder(CRS.decode(code, false)) == CRS.AxisOrder.NORTH_EAST;
        } catch (FactoryException | RuntimeException | LinkageError e) {
            // That the code is not known is said when the positions are to be brought to WGS 84.
            return false;
        }
    }
}
