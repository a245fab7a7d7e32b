package org.copse.samplemaps.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.copse.samplemaps.land.Block;
import org.copse.samplemaps.land.BlockMap;
import org.copse.samplemaps.land.Growth;
import org.copse.samplemaps.land.Growth.Cell;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Groups blocks into census units and neighbourhoods, and units into the beats and sectors in force.
 *
 * <p>Units never cross the river or a railway. Neighbourhoods mostly follow units, but not everywhere, and the beats in
 * force follow neither neighbourhoods nor today's residents: they were drawn when the rim was emptier.
 */
final class AreaMap {

    private final BlockMap map;
    private final double[] residents;
    private final double allResidents;
    private final double allSquareMetres;
    private final Random random;

    AreaMap(BlockMap map, double[] residentsByBlock, Random random) {
        this.map = map;
        this.residents = residentsByBlock.clone();
        this.random = random;
        this.allResidents = Arrays.stream(residents).sum();
        this.allSquareMetres =
                map.blocks().stream().mapToDouble(b -> b.outline().getArea()).sum();
    }

    /** Returns the unit of each block. */
    int[] units(int count) {
        int size = map.blocks().size();
        int[] part = parts();
        int[] shares = shares(part, count);
        int[] units = new int[size];
        int first = 0;
        for (int p = 0; p < shares.length; p++) {
            List<Integer> members = new ArrayList<>();
            for (int b = 0; b < size; b++) {
                if (part[b] == p) {
                    members.add(b);
                }
            }
            int[] within = Growth.groups(cells(members), neighboursWithin(members), shares[p], random);
            for (int i = 0; i < within.length; i++) {
                units[members.get(i)] = first + within[i];
            }
            first += shares[p];
        }
        return units;
    }

    /** Returns the part, between river and railways, of each block; a part too small for a unit joins its neighbour. */
    private int[] parts() {
        int[] part = components(map.neighbours());
        double least = 0.5 / 180;
        while (true) {
            double[] weight = new double[Arrays.stream(part).max().orElse(0) + 1];
            for (int b = 0; b < part.length; b++) {
                weight[part[b]] += weight(b);
            }
            int small = -1;
            for (int p = 0; p < weight.length; p++) {
                if (weight[p] > 0 && weight[p] < least && (small < 0 || weight[p] < weight[small])) {
                    small = p;
                }
            }
            if (small < 0) {
                return renumbered(part);
            }
            int host = longestNeighbour(part, small);
            for (int b = 0; b < part.length; b++) {
                part[b] = part[b] == small ? host : part[b];
            }
        }
    }

    private int longestNeighbour(int[] part, int of) {
        Map<Integer, Double> shared = new TreeMap<>();
        for (int b = 0; b < part.length; b++) {
            if (part[b] == of) {
                map.neighboursAcrossBarriers().get(b).forEach((other, metres) -> {
                    if (part[other] != of) {
                        shared.merge(part[other], metres, Double::sum);
                    }
                });
            }
        }
        return shared.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static int[] renumbered(int[] part) {
        Map<Integer, Integer> number = new TreeMap<>();
        int[] result = new int[part.length];
        for (int i = 0; i < part.length; i++) {
            Integer known = number.putIfAbsent(part[i], number.size());
            result[i] = known == null ? number.size() - 1 : known;
        }
        return result;
    }

    private static int[] components(List<Map<Integer, Double>> neighbours) {
        int[] part = new int[neighbours.size()];
        Arrays.fill(part, -1);
        int count = 0;
        for (int start = 0; start < part.length; start++) {
            if (part[start] < 0) {
                List<Integer> open = new ArrayList<>(List.of(start));
                part[start] = count;
                while (!open.isEmpty()) {
                    for (int next : neighbours.get(open.remove(open.size() - 1)).keySet()) {
                        if (part[next] < 0) {
                            part[next] = count;
                            open.add(next);
                        }
                    }
                }
                count++;
            }
        }
        return part;
    }

    /** Shares units out to parts by weight, at least one each, the largest remainders first. */
    private int[] shares(int[] part, int count) {
        double[] weight = new double[Arrays.stream(part).max().orElse(0) + 1];
        for (int b = 0; b < part.length; b++) {
            weight[part[b]] += weight(b);
        }
        int[] shares = new int[weight.length];
        int left = count;
        for (int p = 0; p < shares.length; p++) {
            shares[p] = 1;
            left--;
        }
        while (left-- > 0) {
            int neediest = 0;
            for (int p = 1; p < shares.length; p++) {
                if (weight[p] / shares[p] > weight[neediest] / shares[neediest]) {
                    neediest = p;
                }
            }
            shares[neediest]++;
        }
        return shares;
    }

    private double weight(int block) {
        return 0.62 * residents[block] / allResidents
                + 0.38 * map.blocks().get(block).outline().getArea() / allSquareMetres;
    }

    private List<Cell> cells(List<Integer> members) {
        List<Cell> cells = new ArrayList<>();
        for (int b : members) {
            cells.add(new Cell(map.blocks().get(b).centre(), weight(b)));
        }
        return cells;
    }

    private List<Map<Integer, Double>> neighboursWithin(List<Integer> members) {
        Map<Integer, Integer> number = new TreeMap<>();
        members.forEach(b -> number.put(b, number.size()));
        List<Map<Integer, Double>> within = new ArrayList<>();
        for (int b : members) {
            Map<Integer, Double> near = new TreeMap<>();
            for (List<Map<Integer, Double>> links : List.of(map.neighbours(), map.neighboursAcrossBarriers())) {
                links.get(b).forEach((other, metres) -> {
                    Integer known = number.get(other);
                    if (known != null) {
                        near.merge(known, metres, Double::sum);
                    }
                });
            }
            within.add(near);
        }
        return within;
    }

    /** Returns groups of units; metres shared across the river or a railway count {@code acrossBarriers} of their length. */
    int[] groupsOfUnits(int[] unitOfBlock, int count, double residentsShare, double acrossBarriers) {
        int units = Arrays.stream(unitOfBlock).max().orElse(0) + 1;
        double[] weight = new double[units];
        double[] x = new double[units];
        double[] y = new double[units];
        double[] area = new double[units];
        for (int b = 0; b < unitOfBlock.length; b++) {
            Block block = map.blocks().get(b);
            double squareMetres = block.outline().getArea();
            int u = unitOfBlock[b];
            weight[u] += residentsShare * residents[b] / allResidents
                    + (1 - residentsShare) * squareMetres / allSquareMetres;
            x[u] += squareMetres * block.centre().x;
            y[u] += squareMetres * block.centre().y;
            area[u] += squareMetres;
        }
        List<Cell> cells = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            cells.add(new Cell(new Coordinate(x[u] / area[u], y[u] / area[u]), weight[u]));
        }
        return Growth.groups(cells, neighboursOf(unitOfBlock, units, acrossBarriers), count, random);
    }

    /** Returns, by group, the groups that it touches and the metres shared. */
    List<Map<Integer, Double>> neighboursOf(int[] groupOfBlock, int groups, double acrossBarriers) {
        List<Map<Integer, Double>> near = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            near.add(new TreeMap<>());
        }
        for (int b = 0; b < groupOfBlock.length; b++) {
            int own = groupOfBlock[b];
            map.neighbours().get(b).forEach((other, metres) -> {
                if (groupOfBlock[other] != own) {
                    near.get(own).merge(groupOfBlock[other], metres, Double::sum);
                }
            });
            map.neighboursAcrossBarriers().get(b).forEach((other, metres) -> {
                if (groupOfBlock[other] != own) {
                    near.get(own).merge(groupOfBlock[other], metres * acrossBarriers, Double::sum);
                }
            });
        }
        return near;
    }

    /** Moves some blocks at the edges to the group next door, so that the groups cease to follow units everywhere. */
    void fray(int[] groupOfBlock, int blocks) {
        int moved = 0;
        for (int attempt = 0; attempt < 40 * blocks && moved < blocks; attempt++) {
            int b = random.nextInt(groupOfBlock.length);
            int own = groupOfBlock[b];
            for (int other : map.neighbours().get(b).keySet()) {
                if (groupOfBlock[other] != own) {
                    groupOfBlock[b] = groupOfBlock[other];
                    if (outline(groupOfBlock, own).getNumGeometries() > 1) {
                        groupOfBlock[b] = own;
                    } else {
                        moved++;
                        break;
                    }
                }
            }
        }
    }

    /** Returns the exact union of a group's blocks. */
    Geometry outline(int[] groupOfBlock, int group) {
        List<Geometry> parts = new ArrayList<>();
        for (int b = 0; b < groupOfBlock.length; b++) {
            if (groupOfBlock[b] == group) {
                parts.add(map.blocks().get(b).outline());
            }
        }
        return union(parts);
    }

    static Geometry union(Collection<? extends Geometry> coverage) {
        Geometry union = CoverageUnion.union(coverage.toArray(new Geometry[0]));
        // The union starts its rings where its hash tables happen to: normal form is the same every time.
        union.normalize();
        return union.getNumGeometries() == 1 ? union.getGeometryN(0) : union;
    }
}
