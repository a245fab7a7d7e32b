package org.copse.server.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.district.District;
import org.copse.geoimport.territory.Territories;
import org.copse.server.layer.LayerStore;
import org.copse.server.proposal.MapColours;
import org.copse.server.proposal.PlanOnTheGround;
import org.copse.server.proposal.ProposedPlan;
import org.copse.server.scenario.Districts;
import org.copse.server.scenario.LayerRole;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;

/** Reads the beats and sectors that were in force before Copse as a plan of units, so that they can be published as they are. */
@Service
public class AreasInForce {
    private static final String NO_SECTOR = "1";

    private final Districts districts;
    private final LayerStore store;

    AreasInForce(Districts districts, LayerStore store) {
        this.districts = districts;
        this.store = store;
    }

    /**
     * The areas, unit by unit.
     *
     * @param beatOfUnit the beat's id for each unit, in order
     */
    public record Areas(
            List<ProposedPlan.Sector> sectors,
            List<NamedBeat> beats,
            List<ProposedPlan.Unit> units,
            List<String> beatOfUnit) {

        public Areas {
            sectors = List.copyOf(sectors);
            beats = List.copyOf(beats);
            units = List.copyOf(units);
            beatOfUnit = List.copyOf(beatOfUnit);
        }
    }

    /** A beat that has a name. */
    public record NamedBeat(String id, String name, String sectorId, int colour, double residents, Geometry lonLat) {}

    /**
     * Returns the areas in force on the units' territories.
     *
     * @throws ImportRefused when a unit lies in none
     */
    public Areas read(UUID unitsLayer, UUID areasLayer) {
        Map<LayerRole, UUID> layers = new EnumMap<>(LayerRole.class);
        layers.put(LayerRole.UNITS, unitsLayer);
        layers.put(LayerRole.IN_FORCE, areasLayer);
        District district = districts.of(layers, List.of());
        int[] beatOfUnit = district.inForce();
        long outside = Arrays.stream(beatOfUnit).filter(beat -> beat < 0).count();
        if (beatOfUnit.length == 0 || outside > 0) {
            throw new ImportRefused(
                    RefusalCode.NOT_FIT_FOR_USE,
                    "areas in force",
                    outside + " units lie in no area in force",
                    "Draw the areas so that they cover all units.");
        }
        return read(district, beatOfUnit, store.load(areasLayer));
    }

    private static Areas read(District district, int[] beatOfUnit, ImportedLayer areas) {
        List<String> labels = district.inForceLabels();
        List<Geometry> land = lonLat(district, beatOfUnit, labels.size());
        int[] colours = MapColours.of(land);
        double[] residents = new double[labels.size()];
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            residents[beatOfUnit[unit]] += district.evidence().get(unit).residents();
        }
        List<NamedBeat> beats = new ArrayList<>();
        for (int beat = 0; beat < labels.size(); beat++) {
            String id = labels.get(beat);
            beats.add(new NamedBeat(
                    id,
                    text(areas, id, Role.NAME).orElse("Beat " + id),
                    text(areas, id, Role.SECTOR).orElse(NO_SECTOR),
                    colours[beat],
                    residents[beat],
                    land.get(beat)));
        }
        return new Areas(
                sectors(district, beatOfUnit, beats),
                beats,
                PlanOnTheGround.units(district),
                Arrays.stream(beatOfUnit).mapToObj(labels::get).toList());
    }

    private static List<ProposedPlan.Sector> sectors(District district, int[] beatOfUnit, List<NamedBeat> beats) {
        List<String> ids = new ArrayList<>(
                new LinkedHashSet<>(beats.stream().map(NamedBeat::sectorId).toList()));
        int[] sectorOfUnit = Arrays.stream(beatOfUnit)
                .map(beat -> ids.indexOf(beats.get(beat).sectorId()))
                .toArray();
        List<Geometry> land = lonLat(district, sectorOfUnit, ids.size());
        List<ProposedPlan.Sector> sectors = new ArrayList<>();
        for (String id : ids) {
            int officers = (int)
                    beats.stream().filter(beat -> beat.sectorId().equals(id)).count();
            sectors.add(new ProposedPlan.Sector(id, officers, land.get(sectors.size())));
        }
        return sectors;
    }

    private static Optional<String> text(ImportedLayer areas, String beat, Role role) {
        Optional<String> key =
                areas.roles().find(Role.BEAT).or(() -> areas.roles().find(Role.ID));
        Optional<String> column = areas.roles().find(role);
        if (key.isEmpty() || column.isEmpty()) {
            return Optional.empty();
        }
        for (Feature area : areas.features()) {
            if (area.text(key.get()).equals(Optional.of(beat))) {
                return area.text(column.get());
            }
        }
        return Optional.empty();
    }

    private static List<Geometry> lonLat(District district, int[] groupOfUnit, int groups) {
        return Territories.union(district.territories(), groupOfUnit, groups).stream()
                .map(district.crs()::toLonLat)
                .toList();
    }
}
