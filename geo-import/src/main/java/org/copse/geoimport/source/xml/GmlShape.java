package org.copse.geoimport.source.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;

/** A geometry of GML as it is written: its element, the numbers in it, and the geometries in it. */
final class GmlShape {
    private static final int CHARACTERS_PER_NUMBER = 40;

    private static final Set<String> SEGMENTS = Set.of(
            "LineStringSegment",
            "Arc",
            "ArcString",
            "Circle",
            "ArcByCenterPoint",
            "CircleByCenterPoint",
            "ArcByBulge",
            "ArcStringByBulge",
            "CubicSpline",
            "BSpline",
            "Bezier",
            "Clothoid",
            "OffsetCurve",
            "Geodesic",
            "GeodesicString");
    private static final Set<String> SURFACES = Set.of(
            "Polygon",
            "Surface",
            "PolygonPatch",
            "Rectangle",
            "Triangle",
            "PolyhedralSurface",
            "TriangulatedSurface",
            "Tin",
            "CompositeSurface",
            "OrientableSurface",
            "MultiSurface",
            "MultiPolygon",
            "Solid",
            "CompositeSolid",
            "MultiSolid",
            "Cone",
            "Cylinder",
            "Sphere",
            "Grid",
            "RectifiedGrid");
    private static final Set<String> OTHERS = Set.of(
            "Point",
            "MultiPoint",
            "LineString",
            "Curve",
            "CompositeCurve",
            "OrientableCurve",
            "MultiCurve",
            "MultiLineString",
            "LinearRing",
            "Ring",
            "MultiGeometry",
            "GeometricComplex",
            "Box",
            "Envelope");

    final String element;
    /** Positions in the order of the file, each as written; filled by elements that have them. */
    final List<double[]> positions = new ArrayList<>();

    final List<GmlShape> parts = new ArrayList<>();

    @Nullable
    String srsName;

    boolean reversed;
    boolean linked;

    @Nullable
    String wrong;

    private GmlShape(String element) {
        this.element = element;
    }

    /** Returns whether an element of this name is a geometry. */
    static boolean isShape(String element) {
        return OTHERS.contains(element) || SURFACES.contains(element) || SEGMENTS.contains(element);
    }

    /** Reads the geometry at the cursor's element, to the element's end. */
    static GmlShape read(XmlCursor xml, Limits limits, int dimension) throws IOException {
        return new Reader(xml, limits).read(dimension);
    }

    /** Counts vertices over a whole geometry. */
    private static final class Reader {
        private final XmlCursor xml;
        private final Limits limits;
        private long numbers;

        Reader(XmlCursor xml, Limits limits) {
            this.xml = xml;
            this.limits = limits;
        }

        GmlShape read(int around) throws IOException {
            GmlShape shape = new GmlShape(xml.name());
            shape.srsName = xml.attribute("srsName");
            shape.reversed = "-".equals(xml.attribute("orientation"));
            int dimension = dimension(around);
            int outside = xml.depth() - 1;
            while (xml.depth() > outside && xml.next()) {
                if (xml.atStart()) {
                    child(shape, dimension);
                }
            }
            return shape;
        }

        private int dimension(int around) {
            String said = xml.attribute("srsDimension");
            String dimension = said == null ? xml.attribute("dimension") : said;
            return dimension != null && dimension.matches("[234]") ? dimension.charAt(0) - '0' : around;
        }

        private void child(GmlShape shape, int dimension) throws IOException {
            String name = xml.name();
            switch (name) {
                case "posList", "pos" -> {
                    if (shape.srsName == null) {
                        shape.srsName = xml.attribute("srsName");
                    }
                    int own = dimension(dimension);
                    positions(
                            shape,
                            xml.text(bound(), Limit.VERTICES_PER_GEOMETRY)
                                    .strip()
                                    .split("\\s+", -1),
                            own,
                            name);
                }
                case "coordinates" -> coordinates(shape);
                case "coord" -> coord(shape);
                case "boundedBy", "metaDataProperty", "description", "name" -> xml.skip();
                default -> {
                    if (xml.attribute("href") != null) {
                        shape.linked = true;
                        xml.skip();
                    } else if (isShape(name)) {
                        shape.parts.add(read(dimension));
                        limits.check(Limit.VERTICES_PER_GEOMETRY, ++numbers, xml.where());
                    }
                }
            }
        }

        private long bound() {
            return limits.of(Limit.VERTICES_PER_GEOMETRY) * 2 * CHARACTERS_PER_NUMBER;
        }

        private void positions(GmlShape shape, String[] texts, int dimension, String name) {
            if (texts.length == 1 && texts[0].isEmpty()) {
                return;
            }
            int each = name.equals("pos") ? texts.length : dimension;
            if (name.equals("posList") && dimension == 2 && texts.length % 2 != 0 && texts.length % 3 == 0) {
                each = 3;
            }
            if (each < 2 || each > 4 || texts.length % each != 0) {
                shape.wrong = texts.length + " numbers for positions of " + each;
                return;
            }
            for (int i = 0; i < texts.length; i += each) {
                add(shape, List.of(texts).subList(i, i + each));
            }
        }

        private void add(GmlShape shape, List<String> texts) {
            double[] position = new double[Math.min(3, texts.size())];
            for (int i = 0; i < position.length; i++) {
                Double number = KmlShape.number(texts.get(i));
                if (number == null) {
                    shape.wrong = "a position holds \""
                            + texts.get(i)
                                    .substring(0, Math.min(40, texts.get(i).length())) + "\"";
                    return;
                }
                position[i] = number;
            }
            shape.positions.add(position);
            limits.check(Limit.VERTICES_PER_GEOMETRY, ++numbers, xml.where());
        }

        private void coordinates(GmlShape shape) throws IOException {
            String decimal = sign("decimal", ".");
            String between = sign("cs", ",");
            String after = sign("ts", " ");
            String text = xml.text(bound(), Limit.VERTICES_PER_GEOMETRY).strip();
            if (!between.isBlank()) {
                text = text.replaceAll("\\s*" + Pattern.quote(between) + "\\s*", Matcher.quoteReplacement(between));
            }
            String tuples = after.isBlank() ? "\\s+" : "\\s*" + Pattern.quote(after) + "\\s*";
            for (String tuple : text.split(tuples, -1)) {
                if (!tuple.isEmpty()) {
                    String[] numbersOfOne = tuple.split(Pattern.quote(between), -1);
                    List<String> plain = new ArrayList<>();
                    for (String number : numbersOfOne) {
                        plain.add(decimal.equals(".") ? number : number.replace(decimal, "."));
                    }
                    if (plain.size() < 2) {
                        shape.wrong = "a position of one number";
                        return;
                    }
                    add(shape, plain);
                }
            }
        }

        private String sign(String attribute, String usual) {
            String said = xml.attribute(attribute);
            return said == null || said.length() != 1 ? usual : said;
        }

        private void coord(GmlShape shape) throws IOException {
            List<String> texts = new ArrayList<>();
            int outside = xml.depth() - 1;
            while (xml.depth() > outside && xml.next()) {
                if (xml.atStart()) {
                    texts.add(xml.text().strip());
                }
            }
            if (texts.size() < 2) {
                shape.wrong = "a position of " + texts.size() + " numbers";
            } else {
                add(shape, texts);
            }
        }
    }

    /** Returns the first CRS that this geometry or one in it names, or null. */
    @Nullable
    String findSrsName() {
        if (srsName != null) {
            return srsName;
        }
        for (GmlShape part : parts) {
            String found = part.findSrsName();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Does nothing where all that is written can be read. */
    void check() throws NotBuilt {
        if (wrong != null) {
            throw new NotBuilt(RejectionCode.COORDINATE_NOT_A_NUMBER, wrong);
        }
        if (linked) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED,
                    "a part of the geometry is elsewhere (xlink:href): not followed");
        }
        for (GmlShape part : parts) {
            part.check();
        }
    }
}
