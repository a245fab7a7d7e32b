package org.copse.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.district.BeatNames;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.KeyMatch;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.server.comparison.ComparedPlan;

/** A plan as a file: the {@code assignment.csv} of {@code copse plan}, its folder, or any table of units and beats. */
final class AssignmentFile {
    private static final String WHAT_TO_DO =
            "Give a table with a row for each unit: unit_id, beat_id and, where there are sectors, sector_id.";
    private static final String NAME = "assignment.csv";

    private AssignmentFile() {}

    /** Returns the file of weights beside a plan, which need not be there. */
    static Path weightsBeside(Path plan) {
        return Files.isDirectory(plan) ? plan.resolve("weights.json") : plan.resolveSibling("weights.json");
    }

    /**
     * Reads a plan of a district's units.
     *
     * @param seed with which its twin is looked for
     * @throws ImportRefused when a row is not to be used, or units are missing
     */
    static ComparedPlan read(Path given, District district, long seed) {
        Path file = Files.isDirectory(given) ? given.resolve(NAME) : given;
        ImportedLayer table = LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN));
        KeyMatch units = new KeyMatch(IntStream.range(0, district.size())
                .mapToObj(u -> district.feature(u).id())
                .toList());
        Map<String, Integer> numberOfBeat = new LinkedHashMap<>();
        Map<String, Integer> numberOfSector = new LinkedHashMap<>();
        List<Integer> sectorOfBeat = new ArrayList<>();
        int[] beatOfUnit = new int[district.size()];
        Arrays.fill(beatOfUnit, -1);
        for (Feature row : table.features()) {
            String id = row.text("unit_id").orElse("").strip();
            int unit = units.find(id);
            String beat = row.text("beat_id").orElse("").strip();
            if (unit < 0 || beat.isEmpty()) {
                throw refused(
                        file + " row " + row.row(),
                        unit < 0 ? "no unit has the id \"" + id + "\"" : "unit " + id + " has no beat");
            }
            if (beatOfUnit[unit] >= 0) {
                throw refused(file + " row " + row.row(), "the unit " + id + " is in a beat already");
            }
            int sector = numberOfSector.computeIfAbsent(
                    row.text("sector_id").orElse("").strip(), s -> numberOfSector.size());
            beatOfUnit[unit] = numberOfBeat.computeIfAbsent(beat, b -> numberOfBeat.size());
            if (beatOfUnit[unit] == sectorOfBeat.size()) {
                sectorOfBeat.add(sector);
            } else if (sectorOfBeat.get(beatOfUnit[unit]) != sector) {
                throw refused(file + " row " + row.row(), "beat " + beat + " is in two sectors");
            }
        }
        requireEvery(file, district, beatOfUnit);
        Plan plan = Plan.of(
                beatOfUnit, sectorOfBeat.stream().mapToInt(Integer::intValue).toArray());
        return new ComparedPlan(
                given.toString(),
                null,
                plan,
                List.copyOf(numberOfBeat.keySet()),
                BeatNames.of(district, plan),
                Favour.BALANCED,
                seed);
    }

    private static void requireEvery(Path file, District district, int[] beatOfUnit) {
        List<String> missing = IntStream.range(0, beatOfUnit.length)
                .filter(u -> beatOfUnit[u] < 0)
                .mapToObj(u -> district.feature(u).id())
                .toList();
        if (!missing.isEmpty()) {
            throw refused(
                    file.toString(),
                    missing.size() + " units are in no beat, such as "
                            + String.join(", ", missing.stream().limit(5).toList()));
        }
    }

    private static ImportRefused refused(String where, String what) {
        return new ImportRefused(RefusalCode.NOT_FIT_FOR_USE, where, what, WHAT_TO_DO);
    }
}
