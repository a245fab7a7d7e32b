package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Two units side by side, one degree each: the officer of the eastern one changes. */
class StreetChangesTest {
    private static final List<StreetChanges.Unit> UNITS = List.of(
            new StreetChanges.Unit("west", "West", 100, false), new StreetChanges.Unit("east", "East", 300, true));

    private final StreetChanges changes = new StreetChanges(UNITS, Map.of("west", box(0), "east", box(1)));

    @Test
    void spreadsAUnitsResidentsOverItsAddresses() {
        address("Quay", 0.5);
        address("Quay", 1.2);
        address("Lane", 1.4);
        address("Lane", 1.6);

        assertThat(changes.streets())
                .extracting(StreetChanges.Row::name, StreetChanges.Row::residents, StreetChanges.Row::changing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Lane", 200.0, 200.0),
                        org.assertj.core.groups.Tuple.tuple("Quay", 200.0, 100.0));
        assertThat(changes.residentsWithoutStreet()).isZero();
    }

    @Test
    void spreadsThemAlongStreetsWhereThereAreNoAddresses() throws ParseException {
        changes.addStreet("Long", new WKTReader().read("LINESTRING (1 0.5, 1.75 0.5)"));
        changes.addStreet("Short", new WKTReader().read("LINESTRING (1.75 0.5, 2 0.5)"));

        assertThat(changes.streets().get(0).changing()).isCloseTo(225, within(1.0));
        assertThat(changes.streets().get(1).changing()).isCloseTo(75, within(1.0));
        assertThat(changes.residentsWithoutStreet()).isEqualTo(100);
    }

    @Test
    void leavesOutAddressesThatLieInNoUnit() {
        address("Elsewhere", 7);

        assertThat(changes.streets()).isEmpty();
        assertThat(changes.residentsWithoutStreet()).isEqualTo(400);
    }

    @Test
    void countsPerUnitWhereNoStreetIsKnown() {
        assertThat(StreetChanges.perUnit(UNITS))
                .extracting(StreetChanges.Row::name)
                .containsExactly("East", "West");
        assertThat(StreetChanges.perUnit(UNITS).get(1).changing()).isZero();
    }

    private void address(String street, double lon) {
        changes.addAddress(street, new Coordinate(lon, 0.5));
    }

    private static Geometry box(int west) {
        return new GeometryFactory().toGeometry(new Envelope(west, west + 1, 0, 1));
    }
}
