package org.copse.geoimport.adjacency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;

/**
 * A map drawn as text: each letter is a square of some metres, equal letters are one unit, a dot is street. Units are numbered by letter, a first.
 */
public final class TextMap {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private TextMap() {}

    /** Returns the units of a map; the first line is the north. */
    public static List<Geometry> units(double cellMetres, String... rows) {
        Map<Character, List<Geometry>> cells = new TreeMap<>();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                char letter = rows[row].charAt(column);
                if (letter != '.') {
                    double x = column * cellMetres;
                    double y = (rows.length - 1 - row) * cellMetres;
                    cells.computeIfAbsent(letter, name -> new ArrayList<>())
                            .add(GEOMETRY.toGeometry(new Envelope(x, x + cellMetres, y, y + cellMetres)));
                }
            }
        }
        return cells.values().stream().map(CascadedPolygonUnion::union).toList();
    }

    /** Returns the neighbours in the graph as text, such as {@code ab bc}. */
    static String neighbours(AdjacencyResult result) {
        List<String> pairs = new ArrayList<>();
        for (int e = 0; e < result.graph().edgeCount(); e++) {
            char a = (char) ('a' + result.graph().edge(e).a());
            char b = (char) ('a' + result.graph().edge(e).b());
            pairs.add("" + a + b);
        }
        String[] sorted = pairs.toArray(String[]::new);
        Arrays.sort(sorted);
        return String.join(" ", sorted);
    }
}
