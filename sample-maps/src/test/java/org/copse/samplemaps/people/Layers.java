package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.List;
import org.copse.samplemaps.format.Row;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The rows of every layer of the sample, as they are written. */
public record Layers(
        List<Row> units,
        List<Row> neighbourhoods,
        List<Row> beatsInForce,
        List<Row> worship,
        List<Row> places,
        List<Row> bases,
        List<Row> contactPoints,
        List<Row> incidents,
        List<Row> barriers,
        List<Row> crossings,
        List<Row> addresses,
        List<Row> officers,
        List<Row> land,
        List<Row> water,
        List<Row> railway,
        List<Row> streets,
        List<Row> parks) {

    static Layers of(City city) {
        Geometry parks = StreetSigns.parks(city.map);
        Geometry noHouses = city.terrain.water().buffer(3).union(parks);
        Streetwalk walk = new Streetwalk(city.streets, city.terrain.district());
        List<Row> addresses = new Addresses(city.terrain.district(), noHouses, city.random(1))
                .number(city.streets, city.neighbourhoods);
        Places places = new Places(city.map.blocks(), city.residents, city.random(2));
        Police police = new Police(walk, city.random(3));
        List<Row> officers = police.officers(city.beats);
        return new Layers(
                units(city),
                areas(city.neighbourhoods, "ID"),
                beats(city, officers),
                places.worship(),
                places.focal(),
                police.bases(),
                police.contactPoints(addresses),
                new Incidents(city.map.blocks(), city.residents, walk, city.random(4)).record(city.incidents()),
                barriers(city),
                Crossings.of(city.terrain, city.rawStreets, city.units),
                addresses,
                officers,
                List.of(Row.of(city.terrain.land(), "NAME", "Wervelmonde")),
                List.of(Row.of(city.terrain.water(), "NAME", "Wervel")),
                railways(city, city.terrain.land()),
                streets(city),
                List.of(Row.of(parks, "NAME", "Parken")));
    }

    private static List<Row> units(City city) {
        List<Row> rows = new ArrayList<>();
        java.util.Random random = city.random(5);
        for (Area unit : city.units) {
            Census census = Census.of(city.residentsOf(unit), city.middleOf(unit), random);
            rows.add(Row.of(
                    unit.outline(),
                    "UNIT_ID",
                    unit.id(),
                    "NAME",
                    unit.name(),
                    "NBHD",
                    "N" + unit.id().substring(1, 3),
                    "POP",
                    census.residents(),
                    "AGE0_17",
                    census.ages()[0],
                    "AGE18_64",
                    census.ages()[1],
                    "AGE65UP",
                    census.ages()[2],
                    "ORIG_NAT",
                    census.origins()[0],
                    "ORIG_EU",
                    census.origins()[1],
                    "ORIG_NAFR",
                    census.origins()[2],
                    "ORIG_MIDE",
                    census.origins()[3],
                    "ORIG_OTH",
                    census.origins()[4],
                    "INCOME",
                    census.income(),
                    "MIN_CENTRE",
                    census.minutesToCentre()));
        }
        return rows;
    }

    private static List<Row> areas(List<Area> areas, String key) {
        return areas.stream()
                .map(area -> Row.of(area.outline(), key, area.id(), "NAME", area.name()))
                .toList();
    }

    private static List<Row> beats(City city, List<Row> officers) {
        List<Row> rows = new ArrayList<>();
        for (int b = 0; b < city.beats.size(); b++) {
            int sector = city.sectorOfBeat.get(b);
            Area beat = city.beats.get(b);
            rows.add(Row.of(
                    beat.outline(),
                    "BEAT_ID",
                    beat.id(),
                    "NAME",
                    beat.name(),
                    "SECTOR",
                    String.valueOf(sector),
                    "SECT_NAME",
                    Names.SECTORS.get(sector - 1),
                    "OFFICER",
                    officers.get(b).text("officer_id")));
        }
        return rows;
    }

    private static List<Row> barriers(City city) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                city.terrain.river().intersection(city.terrain.district()),
                "ID",
                "R1",
                "NAME",
                "Wervel",
                "KIND",
                "river"));
        rows.addAll(railways(city, city.terrain.district()));
        return rows;
    }

    private static List<Row> railways(City city, Geometry area) {
        List<Row> rows = new ArrayList<>();
        List<String> names = List.of("Kustlijn", "Havenspoor");
        for (LineString railway : city.terrain.railways()) {
            int i = rows.size();
            rows.add(Row.of(railway.intersection(area), "ID", "S" + (i + 1), "NAME", names.get(i), "KIND", "railway"));
        }
        return rows;
    }

    private static List<Row> streets(City city) {
        List<Row> rows = new ArrayList<>();
        for (NamedStreet street : city.streets) {
            rows.add(Row.of(
                    street.line(),
                    "NAME",
                    street.name(),
                    "RANK",
                    street.rank().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return rows;
    }
}
