package org.copse.planning.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.copse.planning.objective.SearchGraph;
import org.copse.planning.problem.PlanningProblem;

/**
 * Where a search begins. Three kinds from nothing, each connected: power diagrams top-down (the district into sectors, a sector into beats),
 * recursive bisection top-down, and power diagrams bottom-up (all beats, then grouped into sectors). And two from what is there: communities,
 * and the areas in force made whole.
 */
final class Starts {

    /** With fewer units per beat than this a power diagram leaves cells without units. */
    private static final int FEWEST_UNITS_PER_CELL = 4;

    private final Layout layout;
    private final SearchGraph graph;
    private final Rejoining rejoining;

    Starts(Layout layout) {
        this.layout = layout;
        this.graph = layout.graph;
        this.rejoining = new Rejoining(graph, new Contiguity(graph, layout.links));
    }

    /**
     * Returns a start from nothing; the number chooses its kind. Where there are sectors, the first two are top-down and bottom-up, so that even
     * a short search tries both.
     */
    Labels start(int number, Dice dice) {
        Building building = new Building();
        for (Layout.Part part : layout.parts) {
            int kind = part.teams().size() > 1 ? (3 - number % 3) % 3 : number % 3;
            boolean grouped = kind == 2 && part.teams().size() > 1 && bottomUp(part, building, dice);
            if (!grouped) {
                topDown(part, building, kind != 1, dice);
            }
        }
        return building.labels();
    }

    /** Returns a start that keeps the beats in force as far as they are whole and as many as asked; empty when that is not possible. */
    Optional<Labels> fromInForce(Dice dice) {
        PlanningProblem problem = layout.problem;
        Building building = new Building();
        int[] carriedOn = new Numbering(layout).beatOfInForce();
        for (Layout.Part part : layout.parts) {
            int[] cell = new int[part.units().length];
            int[] numbers = Arrays.stream(part.units())
                    .map(u -> problem.inForceBeatOf(graph.unit[u]))
                    .filter(beat -> beat >= 0)
                    .distinct()
                    .boxed()
                    .sorted(Comparator.comparing((Integer beat) -> carriedOn[beat] < 0)
                            .thenComparing(beat -> beat))
                    .limit(part.officers())
                    .mapToInt(beat -> beat)
                    .sorted()
                    .toArray();
            for (int i = 0; i < cell.length; i++) {
                int found = Arrays.binarySearch(numbers, problem.inForceBeatOf(graph.unit[part.units()[i]]));
                cell[i] = found >= 0 ? found : Rejoining.NONE;
            }
            if (numbers.length == 0 || !rejoining.rejoin(part.units(), cell, part.officers())) {
                return Optional.empty();
            }
            int[][] beats = split(part.units(), cell, part.officers());
            int[] sectors = new SectorsOfBeats(graph).group(beats, part.teams(), dice);
            if (sectors.length == 0) {
                return Optional.empty();
            }
            building.add(beats, sectors, part.teams().size());
        }
        return Optional.of(building.labels());
    }

    /** Returns a start that cuts between communities where it can. */
    Labels betweenCommunities(Dice dice) {
        Building building = new Building();
        CommunityBlocks blocks = new CommunityBlocks(layout);
        for (Layout.Part part : layout.parts) {
            int[][] sectors = blocks.sectors(part.units(), part.teams(), dice);
            if (sectors.length == 0) {
                topDown(part, building, false, dice);
                continue;
            }
            for (int s = 0; s < sectors.length; s++) {
                int officers = part.teams().get(s);
                int[][] beats = blocks.sectors(sectors[s], Collections.nCopies(officers, 1), dice);
                if (beats.length == 0) {
                    beats = new RecursiveStart(graph, dice.uniform() * Math.PI).beats(sectors[s], officers);
                }
                building.add(beats, new int[officers], 1);
            }
        }
        return building.labels();
    }

    private boolean bottomUp(Layout.Part part, Building building, Dice dice) {
        int[][] beats = cells(part.units(), Collections.nCopies(part.officers(), 1), dice);
        int[] sectors = beats.length == 0 ? new int[0] : new SectorsOfBeats(graph).group(beats, part.teams(), dice);
        if (sectors.length == 0) {
            return false;
        }
        building.add(beats, sectors, part.teams().size());
        return true;
    }

    private void topDown(Layout.Part part, Building building, boolean inThePlane, Dice dice) {
        int[][] sectors = inThePlane ? cells(part.units(), part.teams(), dice) : new int[0][];
        if (sectors.length == 0) {
            sectors = new RecursiveStart(graph, dice.uniform() * Math.PI).sectors(part.units(), part.teams());
        }
        for (int s = 0; s < sectors.length; s++) {
            int officers = part.teams().get(s);
            int[][] beats = inThePlane ? cells(sectors[s], Collections.nCopies(officers, 1), dice) : new int[0][];
            if (beats.length == 0) {
                beats = new RecursiveStart(graph, dice.uniform() * Math.PI).beats(sectors[s], officers);
            }
            building.add(beats, new int[officers], 1);
        }
    }

    /** Returns units by cell, or nothing when power diagrams do not give each cell enough connected units here. */
    private int[][] cells(int[] units, List<Integer> officers, Dice dice) {
        int count = officers.size();
        if (count == 1) {
            return new int[][] {units};
        }
        long distances = 12L * units.length * count;
        if (units.length < FEWEST_UNITS_PER_CELL * count || distances > PowerDiagram.MOST_DISTANCES) {
            return new int[0][];
        }
        double each = graph.hoursOf(units)
                / officers.stream().mapToInt(Integer::intValue).sum();
        double[] target = officers.stream().mapToDouble(n -> n * each).toArray();
        int[] cell = new PowerDiagram(graph, units, target).cells(dice);
        if (!rejoining.rejoin(units, cell, count)) {
            return new int[0][];
        }
        int[][] cells = split(units, cell, count);
        for (int c = 0; c < count; c++) {
            if (cells[c].length < officers.get(c)) {
                return new int[0][];
            }
        }
        return cells;
    }

    private static int[][] split(int[] units, int[] cell, int count) {
        int[] sizes = new int[count];
        for (int c : cell) {
            sizes[c]++;
        }
        int[][] cells = new int[count][];
        Arrays.setAll(cells, c -> new int[sizes[c]]);
        for (int i = units.length - 1; i >= 0; i--) {
            cells[cell[i]][--sizes[cell[i]]] = units[i];
        }
        return cells;
    }

    /** Beats and sectors numbered as they come. */
    private final class Building {

        private final int[] beatOfUnit = new int[graph.units];
        private final int[] sectorOfBeat = new int[layout.problem.beatCount()];
        private int beat;
        private int sector;

        void add(int[][] beats, int[] sectors, int sectorCount) {
            for (int b = 0; b < beats.length; b++) {
                for (int u : beats[b]) {
                    beatOfUnit[u] = beat;
                }
                sectorOfBeat[beat++] = sector + sectors[b];
            }
            sector += sectorCount;
        }

        Labels labels() {
            return new Labels(beatOfUnit, sectorOfBeat);
        }
    }
}
