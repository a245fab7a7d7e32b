package org.copse.server.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Gives areas one of six colours so that neighbours differ.
 *
 * <p>Areas are neighbours when they share a stretch of boundary, vertex by vertex, as the territories of one district do. Of
 * the areas left, the one with the fewest neighbours left is set aside, again and again; colours are given in the reverse order. On
 * a map of connected areas some area always has at most five neighbours, so six colours are enough. Where areas in several pieces ask for
 * more, the colour that fewest neighbours have is taken.
 */
public final class MapColours {
    /** How many colours there are, numbered from 0. */
    public static final int COLOURS = 6;

    private MapColours() {}

    /** Returns a colour for each area, in order; the same areas always get the same colours. */
    public static int[] of(List<Geometry> areas) {
        return colour(neighbours(areas));
    }

    static List<Set<Integer>> neighbours(List<Geometry> areas) {
        List<Set<Integer>> neighbours = new ArrayList<>();
        Map<LineSegment, Integer> ownerOfSegment = new HashMap<>();
        for (int area = 0; area < areas.size(); area++) {
            neighbours.add(new HashSet<>());
            int here = area;
            areas.get(area).apply((GeometryFilter) part -> {
                if (part instanceof Polygon polygon) {
                    claim(polygon.getExteriorRing(), here, ownerOfSegment, neighbours);
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        claim(polygon.getInteriorRingN(hole), here, ownerOfSegment, neighbours);
                    }
                }
            });
        }
        return neighbours;
    }

    private static void claim(
            LineString ring, int area, Map<LineSegment, Integer> ownerOfSegment, List<Set<Integer>> neighbours) {
        Coordinate[] vertices = ring.getCoordinates();
        for (int i = 1; i < vertices.length; i++) {
            LineSegment segment = new LineSegment(vertices[i - 1], vertices[i]);
            segment.normalize();
            Integer owner = ownerOfSegment.putIfAbsent(segment, area);
            if (owner != null && owner != area) {
                neighbours.get(owner).add(area);
                neighbours.get(area).add(owner);
            }
        }
    }

    /** Returns a colour for each area; of each, the numbers of those next to it are given. */
    public static int[] colour(List<Set<Integer>> neighbours) {
        int[] order = smallestLast(neighbours);
        int[] colours = new int[neighbours.size()];
        java.util.Arrays.fill(colours, -1);
        int[] used = new int[COLOURS];
        for (int i = order.length - 1; i >= 0; i--) {
            int[] around = new int[COLOURS];
            for (int neighbour : neighbours.get(order[i])) {
                if (colours[neighbour] >= 0) {
                    around[colours[neighbour]]++;
                }
            }
            int best = 0;
            for (int colour = 1; colour < COLOURS; colour++) {
                if (around[colour] < around[best] || (around[colour] == around[best] && used[colour] < used[best])) {
                    best = colour;
                }
            }
            colours[order[i]] = best;
            used[best]++;
        }
        return colours;
    }

    private static int[] smallestLast(List<Set<Integer>> neighbours) {
        int size = neighbours.size();
        int[] left = neighbours.stream().mapToInt(Set::size).toArray();
        boolean[] aside = new boolean[size];
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int fewest = -1;
            for (int area = 0; area < size; area++) {
                if (!aside[area] && (fewest < 0 || left[area] < left[fewest])) {
                    fewest = area;
                }
            }
            aside[fewest] = true;
            order[i] = fewest;
            for (int neighbour : neighbours.get(fewest)) {
                left[neighbour]--;
            }
        }
        return order;
    }
}
