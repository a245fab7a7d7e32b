package org.copse.server.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.server.publication.NewPlan.Contact;
import org.copse.server.publication.NewPlan.Sector;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** Gives a sector without a contact that of the sector before it in which most of its residents live. */
final class SectorContacts {
    private SectorContacts() {}

    static List<Sector> carryOver(
            List<Sector> known,
            Map<String, String> sectorOfBeat,
            List<NewPlan.Unit> units,
            List<SectorTerritory> before) {
        Map<String, Map<SectorTerritory, Double>> residents = new HashMap<>();
        for (SectorTerritory old : before) {
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(old.lonLat());
            for (NewPlan.Unit unit : units) {
                if (locator.locate(new Coordinate(unit.at().lon(), unit.at().lat())) != Location.EXTERIOR) {
                    residents
                            .computeIfAbsent(sectorOfBeat.getOrDefault(unit.beatId(), ""), id -> new HashMap<>())
                            .merge(old, unit.residents(), Double::sum);
                }
            }
        }
        List<Sector> sectors = new ArrayList<>();
        for (Sector sector : known) {
            Map<SectorTerritory, Double> overlaps = residents.getOrDefault(sector.id(), Map.of());
            sectors.add(
                    sector.contact() != null
                            ? sector
                            : new Sector(
                                    sector.id(), sector.name(), sector.officers(), contact(overlaps), sector.lonLat()));
        }
        return sectors;
    }

    private static @Nullable Contact contact(Map<SectorTerritory, Double> overlaps) {
        return overlaps.entrySet().stream()
                .max(Map.Entry.<SectorTerritory, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().id()))
                .map(most -> new Contact(most.getKey().phone(), most.getKey().email()))
                .orElse(null);
    }
}
