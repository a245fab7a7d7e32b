package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GmlImportTest {
    @TempDir
    Path folder;

    private Path file(String members) throws IOException {
        return new ImportFixture(folder).text("answer", collection(members));
    }

    private static String collection(String members) {
        return "<wfs:FeatureCollection xmlns:wfs='w' xmlns:gml='g' xmlns:a='a' xmlns:xlink='x' xmlns:xsi='i'>" + members
                + "</wfs:FeatureCollection>";
    }

    private static String member(String geometry) {
        return "<wfs:member><a:ward gml:id='w.1'><a:name>W</a:name><a:geom>" + geometry
                + "</a:geom></a:ward></wfs:member>";
    }

    private static String point(String srsName, String pos) {
        return member("<gml:Point srsName='" + srsName + "'><gml:pos>" + pos + "</gml:pos></gml:Point>");
    }

    @Test
    void takesTheOrderOfAxesFromTheFormOfTheName() throws IOException {
        for (String northFirst : new String[] {
            "urn:ogc:def:crs:EPSG::4326",
            "urn:x-ogc:def:crs:EPSG:6.9:4326",
            "http://www.opengis.net/def/crs/EPSG/0/4326"
        }) {
            assertThat(wkt(read(file(point(northFirst, "50 4")), LayerKind.PLACES)))
                    .containsExactly("POINT (4 50)");
        }
        for (String eastFirst : new String[] {
            "EPSG:4326",
            "http://www.opengis.net/gml/srs/epsg.xml#4326",
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        }) {
            assertThat(wkt(read(file(point(eastFirst, "4 50")), LayerKind.PLACES)))
                    .containsExactly("POINT (4 50)");
        }
    }

    @Test
    void looksUpTheOrderOfAxesOfProjectedSystems() throws IOException {
        // New Zealand's grid gives north first, Belgium's east first.
        ImportedLayer wellington = read(file(point("urn:ogc:def:crs:EPSG::2193", "5427500 1748700")), LayerKind.PLACES);
        assertThat(wellington.features().get(0).geometry().getCoordinate().x).isEqualTo(174.78, within(0.02));
        ImportedLayer brussels = read(file(point("urn:ogc:def:crs:EPSG::31370", "149000 170000")), LayerKind.PLACES);
        assertThat(brussels.features().get(0).geometry().getCoordinate().x).isEqualTo(4.35, within(0.02));
    }

    @Test
    void asksWhereAnswersLieRightOnlyWithAxesSwapped() throws IOException {
        ImportRequest request = ImportRequest.of(file(point("EPSG:4326", "50.5 4.4")), LayerKind.PLACES)
                .inDistrict(new LonLatBox(4, 50, 5, 51));
        assertThat(refusal(request).code()).isEqualTo("answer-needed");
        assertThat(wkt(LayerImport.read(request.read(Reading.detected().swapped(true)))))
                .containsExactly("POINT (4.4 50.5)");
    }

    @Test
    void readsAreasOfAllForms() throws IOException {
        String ring = "<gml:LinearRing><gml:posList>0 0 2 0 2 2 0 2 0 0</gml:posList></gml:LinearRing>";
        String hole = "<gml:interior><gml:LinearRing><gml:posList srsDimension='3'>"
                + "0.5 0.5 9 1 0.5 9 1 1 9 0.5 1 9 0.5 0.5 9</gml:posList></gml:LinearRing></gml:interior>";
        String patch = "<gml:PolygonPatch><gml:exterior>" + ring + "</gml:exterior></gml:PolygonPatch>";
        String old = "<gml:Polygon srsName='EPSG:4326'><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>"
                + "0,0 2,0 2,2 0,2 0,0</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>";
        String commas =
                "<gml:Polygon srsName='EPSG:4326'><gml:exterior><gml:LinearRing><gml:coordinates decimal=',' cs=';' "
                        + "ts=' '>0,0;0,0 2,0;0,0 2,0;2,0 0,0;2,0 0,0;0,0</gml:coordinates></gml:LinearRing></gml:exterior></gml:Polygon>";
        Map<String, Double> areas = Map.of(
                "<gml:Polygon srsName='CRS84'><gml:exterior>" + ring + "</gml:exterior>" + hole + "</gml:Polygon>",
                3.75,
                "<gml:Surface srsName='EPSG:4326'><gml:patches>" + patch + "</gml:patches></gml:Surface>",
                4.0,
                "<gml:MultiSurface srsName='EPSG:4326'><gml:surfaceMember><gml:Polygon><gml:exterior>" + ring
                        + "</gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>",
                4.0,
                "<gml:MultiPolygon srsName='EPSG:4326'><gml:polygonMember>" + old
                        + "</gml:polygonMember></gml:MultiPolygon>",
                4.0,
                commas,
                4.0);
        for (Map.Entry<String, Double> area : areas.entrySet()) {
            ImportedLayer layer = read(file(member(area.getKey())), LayerKind.PLAIN);
            assertThat(layer.features().get(0).geometry().getArea())
                    .as(area.getKey())
                    .isEqualTo(area.getValue(), within(1e-12));
        }
    }

    @Test
    void readsCurvesAndMakesArcsLines() throws IOException {
        String halves =
                "<gml:Curve srsName='CRS84'><gml:segments><gml:Arc><gml:posList>-1 0 0 1 1 0</gml:posList></gml:Arc>"
                        + "<gml:LineStringSegment><gml:posList>1 0 2 0</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>";
        String circle =
                "<gml:Polygon srsName='CRS84'><gml:exterior><gml:Ring><gml:curveMember><gml:Curve><gml:segments>"
                        + "<gml:Circle><gml:posList>1 0 0 1 -1 0</gml:posList></gml:Circle></gml:segments></gml:Curve></gml:curveMember>"
                        + "</gml:Ring></gml:exterior></gml:Polygon>";
        ImportedLayer layer = read(file(member(halves) + member(circle)), LayerKind.PLAIN);
        assertThat(layer.features().get(0).geometry().getLength()).isEqualTo(Math.PI + 1, within(1e-3));
        assertThat(layer.features().get(1).geometry().getArea()).isEqualTo(Math.PI, within(3e-3));
        assertThat(warnings(layer.report())).contains("curves-as-lines");
    }

    @Test
    void readsEveryWayOfHoldingMembers() throws IOException {
        String feature =
                "<a:ward gml:id='%d'><a:geom><gml:Point srsName='CRS84'><gml:pos>4 50</gml:pos></gml:Point></a:geom>"
                        + "<a:n>%d</a:n></a:ward>";
        String first = String.format(feature, 1, 1);
        String second = String.format(feature, 2, 2);
        for (String members : new String[] {
            "<gml:featureMember>" + first + "</gml:featureMember><gml:featureMember>" + second + "</gml:featureMember>",
            "<gml:featureMembers>" + first + second + "</gml:featureMembers>",
            "<wfs:member>" + first + "</wfs:member><wfs:member>" + second + "</wfs:member>",
            "<wfs:member><wfs:FeatureCollection><wfs:member>" + first + "</wfs:member><wfs:member>" + second
                    + "</wfs:member></wfs:FeatureCollection></wfs:member>"
        }) {
            assertThat(read(file(members), LayerKind.PLAIN).features()).hasSize(2);
        }
    }

    @Test
    void flattensWhatIsNestedAndSaysWhatStandsElsewhere() throws IOException {
        String feature =
                "<wfs:member><a:ward gml:id='7'><gml:boundedBy><gml:Envelope srsName='EPSG:4326'><gml:lowerCorner>"
                        + "0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy><a:id><a:Id><a:local>007</a:local><a:space>be</a:space>"
                        + "</a:Id></a:id><a:level xlink:href='http://x/4' xlink:title='fourth'/><a:none xsi:nil='true'/>"
                        + "<a:geom><gml:Point srsName='CRS84'><gml:pos>4 50</gml:pos></gml:Point></a:geom></a:ward></wfs:member>";
        ImportedLayer layer = read(file(feature), LayerKind.PLAIN);
        assertThat(layer.features().get(0).attributes())
                .isEqualTo(Map.of("id.Id.local", "007", "id.Id.space", "be", "level", "fourth"));
        assertThat(warnings(layer.report())).contains("format-not-kept");
        ImportedLayer linked = read(
                file(member(
                                "<gml:MultiSurface srsName='CRS84'><gml:surfaceMember xlink:href='#w2'/></gml:MultiSurface>")
                        + point("CRS84", "4 50")),
                LayerKind.PLAIN);
        assertThat(rejections(linked.report())).isEqualTo(Map.of("coordinates-malformed", 1L));
    }

    @Test
    void readsXmlEncodings() throws IOException {
        String text = "<?xml version='1.0' encoding='ISO-8859-1'?>"
                + collection(point("CRS84", "4 50").replace(">W<", ">Würzburg<"));
        Path latin = new ImportFixture(folder).text("latin", text, Charset.forName("ISO-8859-1"));
        assertThat(read(latin, LayerKind.PLACES).features().get(0).attributes()).containsEntry("name", "Würzburg");
    }

    @Test
    void namesTheErrorThatAServiceSent() throws IOException {
        Path report = new ImportFixture(folder)
                .text(
                        "error",
                        "<ows:ExceptionReport xmlns:ows='o'><ows:Exception exceptionCode='InvalidParameterValue'>"
                                + "<ows:ExceptionText>Unknown feature type a:wards</ows:ExceptionText></ows:Exception>"
                                + "</ows:ExceptionReport>");
        ImportRefused refused = refusal(report, LayerKind.PLAIN);
        assertThat(refused.code()).isEqualTo("error-answer");
        assertThat(refused.values()).containsEntry("message", "Unknown feature type a:wards");
    }

    @Test
    void endsWellOnWhatIsMadeToDoHarm() throws IOException {
        String nested = "<gml:MultiGeometry><gml:geometryMember>".repeat(200);
        assertThat(refusal(file(member(nested)), LayerKind.PLAIN).code()).isIn("limit-passed", "broken-file");
        String huge = "<gml:LineString srsName='CRS84'><gml:posList>" + "1 2 ".repeat(60_000)
                + "</gml:posList></gml:LineString>";
        assertThat(refusal(ImportRequest.of(file(member(huge)), LayerKind.PLAIN)
                                .within(Limits.usual().with(Limit.VERTICES_PER_GEOMETRY, 50_000)))
                        .values())
                .containsEntry("limit", "vertices-per-geometry");
        for (String odd : new String[] {
            "<gml:LineString srsName='CRS84'><gml:posList>1 2 3</gml:posList></gml:LineString>",
            "<gml:LineString srsName='CRS84'><gml:posList>1 x</gml:posList></gml:LineString>",
            "<gml:Point srsName='CRS84'><gml:pos>1</gml:pos></gml:Point>",
            "<gml:Point srsName='CRS84'><gml:coordinates>1;2</gml:coordinates></gml:Point>",
            "<gml:Curve srsName='CRS84'><gml:segments><gml:Arc><gml:posList>1 2</gml:posList></gml:Arc></gml:segments></gml:Curve>",
            "<gml:Solid srsName='CRS84'/>"
        }) {
            assertThat(refusal(file(member(odd)), LayerKind.PLAIN).code())
                    .as(odd)
                    .isEqualTo("nothing-usable");
        }
        String entity = "<!DOCTYPE a [<!ENTITY e 'boom'>]>" + collection(member("&e;"));
        assertThat(refusal(new ImportFixture(folder).text("entity", entity), LayerKind.PLAIN)
                        .code())
                .isEqualTo("unsafe-xml");
    }
}
