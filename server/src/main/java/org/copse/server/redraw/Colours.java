package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.UnitGraph;
import org.copse.server.proposal.MapColours;

/** Colours of beats: neighbours differ as far as six colours go. */
final class Colours {
    private Colours() {}

    /** Returns the colour that the fewest beats around some units have, and of those the one that the fewest beats have at all. */
    static int ofNewBeat(Drawing at, int[] units) {
        Set<Integer> own = new HashSet<>();
        for (int unit : units) {
            own.add(unit);
        }
        Set<Integer> around = new HashSet<>();
        UnitGraph graph = at.ground().problem().graph();
        for (int unit : units) {
            for (int i = 0; i < graph.degree(unit); i++) {
                if (!own.contains(graph.neighbour(unit, i))) {
                    around.add(at.plan().beatOf(graph.neighbour(unit, i)));
                }
            }
        }
        int[] near = new int[MapColours.COLOURS];
        int[] all = new int[MapColours.COLOURS];
        at.plan().beats().values().forEach(beat -> {
            all[beat.colour()]++;
            near[beat.colour()] += around.contains(beat.key()) ? 1 : 0;
        });
        int best = 0;
        for (int colour = 1; colour < MapColours.COLOURS; colour++) {
            if (near[colour] < near[best] || (near[colour] == near[best] && all[colour] < all[best])) {
                best = colour;
            }
        }
        return best;
    }

    /** Returns a colour for each beat, by key. */
    static Map<Integer, Integer> ofAll(Drawing at) {
        List<DrawnBeat> beats = at.plan().beatsByNumber();
        Map<Integer, Integer> position = new HashMap<>();
        List<Set<Integer>> neighbours = new ArrayList<>();
        for (DrawnBeat beat : beats) {
            position.put(beat.key(), neighbours.size());
            neighbours.add(new HashSet<>());
        }
        UnitGraph graph = at.ground().problem().graph();
        for (int e = 0; e < graph.edgeCount(); e++) {
            Edge edge = graph.edge(e);
            Integer a = position.get(at.plan().beatOf(edge.a()));
            Integer b = position.get(at.plan().beatOf(edge.b()));
            if (a != null && b != null && !a.equals(b)) {
                neighbours.get(a).add(b);
                neighbours.get(b).add(a);
            }
        }
        int[] colours = MapColours.colour(neighbours);
        Map<Integer, Integer> byKey = new HashMap<>();
        for (int i = 0; i < colours.length; i++) {
            byKey.put(beats.get(i).key(), colours[i]);
        }
        return byKey;
    }
}
