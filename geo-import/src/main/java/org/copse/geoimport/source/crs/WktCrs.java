package org.copse.geoimport.source.crs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/**
 * A CRS from well-known text, and the EPSG code it means.
 *
 * <p>The files of many programs name a CRS without a code, and without the way from its datum to WGS 84; reading them as
 * they are would leave positions 100 m off in Great Britain and Belgium. So the code is looked for by the authority in
 * the text, then by the name, and taken only when its projection turns the same coordinates into the same degrees.
 */
final class WktCrs {
    private static final Pattern AUTHORITY =
            Pattern.compile("AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?([0-9]{4,6})\"?\\s*]\\s*]\\s*$");
    private static final Pattern EAST_NORTH_AXIS =
            Pattern.compile(",\\s*AXIS\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*(?:EAST|NORTH|East|North|east|north)\\s*]");
    private static final Pattern UTM =
            Pattern.compile("(wgs84|etrs89|nad83|wgs1984|etrs1989|nad1983)utmzone([0-9]+)([ns]?)");
    private static final double SAME_DEGREES = 1e-7;

    private static final Map<String, String> CODE_BY_NAME = new LinkedHashMap<>();
    private static final Map<String, String> CODE_BY_DATUM = new LinkedHashMap<>();

    static {
        String[][] names = {
            {"britishnationalgrid", "27700"},
            {"osgb36britishnationalgrid", "27700"},
            {"osgb1936britishnationalgrid", "27700"},
            {"belgelambert1972", "31370"},
            {"belge1972belgianlambert72", "31370"},
            {"bd72belgianlambert72", "31370"},
            {"belgianlambert72", "31370"},
            {"belgelambert2005", "3447"},
            {"belgelambert2008", "3812"},
            {"etrs89belgianlambert2008", "3812"},
            {"etrs1989belgianlambert2008", "3812"},
            {"rgf1993lambert93", "2154"},
            {"rgf93lambert93", "2154"},
            {"rgf93v1lambert93", "2154"},
            {"ntflambertiietendu", "27572"},
            {"rdnew", "28992"},
            {"amersfoortrdnew", "28992"},
            {"etrs1989laea", "3035"},
            {"etrs89extendedlaeaeurope", "3035"},
            {"tm65irishgrid", "29902"},
            {"irenet95irishtransversemercator", "2157"},
            {"ch1903lv03", "21781"},
            {"ch1903+lv95", "2056"},
            {"mgiaustrialambert", "31287"},
            {"wgs1984webmercatorauxiliarysphere", "3857"},
            {"wgs1984webmercator", "3857"},
            {"wgs84pseudomercator", "3857"},
            {"gcswgs1984", "4326"},
            {"wgs84", "4326"},
            {"gcsetrs1989", "4258"},
            {"etrs89", "4258"},
            {"gcsnorthamerican1983", "4269"},
            {"nad83", "4269"},
            {"gcsnorthamerican1927", "4267"},
            {"nad27", "4267"},
            {"gcsosgb1936", "4277"},
            {"gcsbelge1972", "4313"}
        };
        for (String[] name : names) {
            CODE_BY_NAME.put(name[0], name[1]);
        }
        String[][] datums = {
            {"wgs1984", "4326"},
            {"wgs84", "4326"},
            {"etrs1989", "4258"},
            {"europeanterrestrialreferencesystem1989", "4258"},
            {"northamerican1983", "4269"},
            {"northamericandatum1983", "4269"},
            {"northamerican1927", "4267"},
            {"northamericandatum1927", "4267"},
            {"osgb1936", "4277"},
            {"belge1972", "4313"},
            {"reseaunationalbelge1972", "4313"},
            {"rgf1993", "4171"},
            {"amersfoort", "4289"},
            {"ntf", "4275"},
            {"mgi", "4312"},
            {"deutscheshauptdreiecksnetz", "4314"},
            {"tm65", "4299"},
            {"ch1903", "4149"}
        };
        for (String[] datum : datums) {
            CODE_BY_DATUM.put(datum[0], datum[1]);
        }
    }

    private final CoordinateReferenceSystem parsed;
    private final String text;

    private WktCrs(CoordinateReferenceSystem parsed, String text) {
        this.parsed = parsed;
        this.text = text;
    }

    /** Returns the CRS of {@code wkt}, east first; or empty when it is not understood. */
    static Optional<WktCrs> parse(String wkt) {
        try {
            // Files put x first whatever the text says of the axes; other directions (south, west) are kept.
            String eastFirst = EAST_NORTH_AXIS.matcher(wkt.strip()).replaceAll("");
            return Optional.of(new WktCrs(CRS.parseWKT(eastFirst), wkt.strip()));
        } catch (FactoryException | RuntimeException | LinkageError e) {
            // A projection whose library is not on the class path fails to link: not understood, like any other.
            return Optional.empty();
        }
    }

    CoordinateReferenceSystem crs() {
        return parsed;
    }

    String name() {
        return parsed.getName().getCode();
    }

    /** Returns the EPSG code that the text means, or empty. */
    Optional<String> findCode() {
        Matcher authority = AUTHORITY.matcher(text);
        if (authority.find() && sameProjection(authority.group(1))) {
            return Optional.of("EPSG:" + authority.group(1));
        }
        String name = plain(name());
        String code = CODE_BY_NAME.get(name);
        Matcher utm = UTM.matcher(name);
        if (code == null && utm.find()) {
            code = utmCode(utm.group(1), Integer.parseInt(utm.group(2)), utm.group(3));
        }
        return code != null && sameProjection(code) ? Optional.of("EPSG:" + code) : Optional.empty();
    }

    private static String utmCode(String datum, int zone, String half) {
        int base;
        if (datum.startsWith("etrs")) {
            base = 25800;
        } else if (datum.startsWith("nad")) {
            base = 26900;
        } else {
            base = half.equals("s") ? 32700 : 32600;
        }
        return String.valueOf(base + zone);
    }

    /** Returns the geographic CRS of the text's datum as EPSG knows it, or empty. */
    Optional<String> findDatumCode() {
        GeographicCRS base = geographic();
        if (base == null || base.getDatum().getPrimeMeridian().getGreenwichLongitude() != 0) {
            return Optional.empty();
        }
        String datum = plain(base.getDatum().getName().getCode()).replaceFirst("^d(?=[a-z])", "");
        String code = CODE_BY_DATUM.get(datum);
        if (code == null) {
            code = CODE_BY_DATUM.get(plain(base.getDatum().getName().getCode()));
        }
        return Optional.ofNullable(code).map(number -> "EPSG:" + number);
    }

    /** Returns the way from the text's coordinates to degrees on its own datum, or null when there is none. */
    MathTransform toOwnDegrees() throws FactoryException {
        GeographicCRS base = geographic();
        if (base == null) {
            throw new FactoryException("neither geographic nor projected");
        }
        return CRS.findMathTransform(parsed, base, true);
    }

    private GeographicCRS geographic() {
        return geographicOf(parsed);
    }

    @SuppressWarnings("NullAway")
    private static GeographicCRS geographicOf(CoordinateReferenceSystem crs) {
        if (crs instanceof GeographicCRS geographic) {
            return geographic;
        }
        return crs instanceof ProjectedCRS projected ? projected.getBaseCRS() : null;
    }

    private boolean sameProjection(String code) {
        try {
            CoordinateReferenceSystem known = CRS.decode("EPSG:" + code, true);
            boolean bothGeographic = known instanceof GeographicCRS && parsed instanceof GeographicCRS;
            if (bothGeographic) {
                return true;
            }
            double[] mine = probes();
            double[] theirs = mine.clone();
            CRS.findMathTransform(parsed, geographicOf(parsed), true).transform(mine, 0, mine, 0, 2);
            CRS.findMathTransform(known, geographicOf(known), true).transform(theirs, 0, theirs, 0, 2);
            for (int i = 0; i < mine.length; i++) {
                if (!(Math.abs(mine[i] - theirs[i]) < SAME_DEGREES)) {
                    return false;
                }
            }
            return true;
        } catch (FactoryException | TransformException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static double[] probes() {
        return new double[] {400_000, 300_000, 600_000, 170_000};
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+]", "");
    }
}
