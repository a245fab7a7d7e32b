package org.copse.geoimport.adjacency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.adjacency.Contact.Kind;
import org.copse.planning.note.Note;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class AdjacencyTest {

    @Test
    void unitsOfACoverageAreNeighboursWhereTheyShareBoundary() {
        AdjacencyResult result = of(TextMap.units(100, "aab", "ccb", "ddd"));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac bc bd cd");
        assertThat(result.coverage()).isTrue();
        assertThat(result.toleranceMetres()).isZero();
        assertThat(result.components()).isEqualTo(1);
        assertThat(contact(result, 0, 2).sharedMetres()).isCloseTo(200, within(1e-9));
        assertThat(result.graph().edge(0).gapMetres()).isZero();
    }

    @Test
    void unitsThatTouchAtACornerAreNoNeighbours() {
        AdjacencyResult result = of(TextMap.units(100, "ab", "cd"));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac bd cd");
        assertThat(contact(result, 0, 3).kind()).isEqualTo(Kind.CORNER);
        assertThat(contact(result, 0, 3).inGraph()).isFalse();
    }

    @Test
    void aCornerJoinsPartsThatNothingElseJoins() {
        AdjacencyResult result = of(TextMap.units(100, "aab..", "aab..", "...cd", "...cd"));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab bc cd");
        assertThat(contact(result, 1, 2).isWeak()).isTrue();
        assertThat(result.graph().edge(1).weak()).isTrue();
        assertThat(result.notes(unit -> "u" + unit))
                .anyMatch(note -> note.words().contains("meet at a corner only"));
    }

    @Test
    void verticesNeedNotMatchOnASharedBoundary() {
        AdjacencyResult result = of(wkt(
                "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))",
                "POLYGON ((100 0, 200 0, 200 40, 100 40, 100 0))",
                "POLYGON ((100.03 40, 200 40, 200 100, 99.96 100, 100.03 40))"));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac bc");
        assertThat(contact(result, 0, 1).sharedMetres()).isCloseTo(40, within(0.5));
        assertThat(contact(result, 0, 2).sharedMetres()).isCloseTo(60, within(0.5));
        assertThat(result.toleranceMetres()).isZero();
    }

    @Test
    void sliversAndOverlapsOfACoverageStillShareBoundary() {
        AdjacencyResult result = of(wkt(
                "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))",
                "POLYGON ((100.6 0, 200 0, 200 100, 100.6 100, 100.6 0))",
                "POLYGON ((199.5 0, 300 0, 300 100, 199.5 100, 199.5 0))",
                "POLYGON ((300 0, 400 0, 400 100, 300 100, 300 0))",
                "POLYGON ((400 0, 500 0, 500 100, 400 100, 400 0))"));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab bc cd de");
    }

    @Test
    void blocksAcrossAStreetAreNeighboursAndThoseAcrossACrossingAreWeak() {
        AdjacencyResult result = of(TextMap.units(10, "aaaa.bbbb", "aaaa.bbbb", ".........", "cccc.dddd", "cccc.dddd"));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab ac bd cd");
        assertThat(result.coverage()).isFalse();
        assertThat(result.toleranceMetres()).isEqualTo(10);
        assertThat(contact(result, 0, 1).facingMetres()).isCloseTo(20, within(1e-6));
        assertThat(contact(result, 0, 1).gapMetres()).isCloseTo(10, within(0.5));
        AdjacencyResult wider =
                Adjacency.of(TextMap.units(10, "a.", ".b"), List.of(), List.of(), AdjacencyOptions.defaults());
        assertThat(contact(wider, 0, 1).kind()).isEqualTo(Kind.CORNER);
    }

    @Test
    void cutOffCornersAcrossACrossingAreWeakThoughTheyFaceEachOther() {
        AdjacencyResult result = of(wkt(
                "POLYGON ((0 0, 97 0, 100 3, 100 100, 0 100, 0 0))",
                "POLYGON ((114 -14, 214 -14, 214 -114, 114 -114, 114 -17, 117 -14, 114 -14))",
                "POLYGON ((114 0, 214 0, 214 100, 114 100, 114 0))",
                "POLYGON ((0 -14, 97 -14, 100 -17, 100 -114, 0 -114, 0 -14))"));

        assertThat(contact(result, 0, 2).kind()).isEqualTo(Kind.FACING);
        assertThat(contact(result, 0, 3).kind()).isEqualTo(Kind.FACING);
        assertThat(result.contacts())
                .filteredOn(contact -> contact.a() == 2 && contact.b() == 3)
                .allMatch(contact -> !contact.inGraph());
    }

    @Test
    void aBlockDoesNotSeeThroughAnother() {
        AdjacencyResult result = of(TextMap.units(10, "aaaa.b.cccc", "aaaa.b.cccc"));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab bc");
    }

    @Test
    void theToleranceIsTheSmallestThatJoinsWhatCanBeJoined() {
        AdjacencyResult result = of(TextMap.units(10, "aaa.bbb..ccc", "aaa.bbb..ccc"));

        assertThat(result.toleranceMetres()).isEqualTo(20);
        assertThat(result.componentsByTolerance())
                .extracting(AdjacencyResult.ToleranceStep::components)
                .containsExactly(3, 3, 2, 2, 1);
    }

    @Test
    void aGivenToleranceIsTaken() {
        AdjacencyResult result = Adjacency.of(
                TextMap.units(10, "aaa.bbb..ccc", "aaa.bbb..ccc"),
                List.of(),
                List.of(),
                AdjacencyOptions.defaults().withTolerance(12).withIslandRule(IslandRule.REPORT));

        assertThat(TextMap.neighbours(result)).isEqualTo("ab");
        assertThat(result.components()).isEqualTo(2);
        assertThat(result.notes(unit -> "u" + unit))
                .anyMatch(note -> note.words().contains("2 parts"));
    }

    @Test
    void anIslandIsLinkedToTheNearestUnitAndSaidSo() {
        List<Geometry> units = TextMap.units(50, "aab....c", "aab....c", "aab.....");
        AdjacencyResult result = of(units);

        assertThat(TextMap.neighbours(result)).isEqualTo("ab bc");
        assertThat(contact(result, 1, 2).kind()).isEqualTo(Kind.NEAREST);
        assertThat(contact(result, 1, 2).gapMetres()).isCloseTo(200, within(1e-6));
        assertThat(result.notes(unit -> "u" + unit))
                .anyMatch(note -> note.words().contains("u1 and u2, 200 m apart"));
    }

    @Test
    void anIslandBeyondTheReachIsReported() {
        AdjacencyResult result = of(TextMap.units(100, "aab.......c"));

        assertThat(result.components()).isEqualTo(2);
        assertThat(result.graph().components()).containsExactly(0, 0, 1);
    }

    @Test
    void namesTheUnitsOfIslandsThatNothingReaches() {
        AdjacencyResult result = of(TextMap.units(100, "aab.......c.......d", "aab.......c.......e"));

        assertThat(result.notes(unit -> "u" + unit))
                .extracting(Note::words)
                .contains(
                        "The units fall into 3 parts that nothing joins on foot. Apart from the largest: u3, u4; u2.");
    }

    @Test
    void namesTheFirstFewOfManyIslands() {
        AdjacencyResult result = of(TextMap.units(100, "aab.......c.......d.......e.......f.......g.......h"));

        assertThat(result.notes(unit -> "u" + unit))
                .extracting(Note::words)
                .contains("The units fall into 7 parts that nothing joins on foot. Apart from the largest:"
                        + " u2; u3; u4; u5; u6; and 1 more part.");
    }

    @Test
    void refusesWhatIsNoArea() {
        assertThatThrownBy(() -> of(wkt("LINESTRING (0 0, 1 1)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit 0 is a LineString, not an area");
        assertThatThrownBy(() -> of(List.of())).hasMessageContaining("at least 1 unit");
    }

    @Test
    void aSingleUnitHasNoNeighbour() {
        AdjacencyResult result = of(TextMap.units(10, "a"));

        assertThat(result.graph().edgeCount()).isZero();
        assertThat(result.components()).isEqualTo(1);
    }

    private static AdjacencyResult of(List<Geometry> units) {
        return Adjacency.of(units, List.of(), List.of(), AdjacencyOptions.defaults());
    }

    static Contact contact(AdjacencyResult result, int a, int b) {
        return result.contacts().stream()
                .filter(contact -> contact.a() == a && contact.b() == b)
                .findFirst()
                .orElseThrow();
    }

    static List<Geometry> wkt(String... texts) {
        List<Geometry> units = new ArrayList<>();
        for (String text : texts) {
            try {
                units.add(new WKTReader().read(text));
            } catch (ParseException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
        return units;
    }
}
