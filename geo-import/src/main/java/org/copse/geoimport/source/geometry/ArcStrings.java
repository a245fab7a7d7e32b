package org.copse.geoimport.source.geometry;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.locationtech.jts.geom.Coordinate;

/** The curves of one geometry made lines, with a count of the vertices that this makes. */
public final class ArcStrings {
    private final Limits limits;
    private final String where;
    private long made;

    /**
     * Returns a count for one geometry.
     *
     * @param where for messages about a limit
     */
    public ArcStrings(Limits limits, String where) {
        this.limits = limits;
        this.where = where;
    }

    /**
     * Returns the line for arcs that follow one another: the first position, then for each arc one on it and its end.
     *
     * @throws NotBuilt when the positions are not three or a larger odd number
     */
    public List<Coordinate> line(List<Coordinate> points) throws NotBuilt {
        if (points.size() < 3 || points.size() % 2 == 0) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "arcs of " + points.size() + " positions");
        }
        List<Coordinate> line = new ArrayList<>();
        line.add(points.get(0));
        for (int i = 0; i + 2 < points.size(); i += 2) {
            List<Coordinate> arc = Arcs.through(points.get(i), points.get(i + 1), points.get(i + 2));
            line.addAll(arc.subList(1, arc.size()));
            count(arc);
        }
        return line;
    }

    /** Counts the vertices of a curve made a line. */
    public void count(List<Coordinate> curve) {
        made += curve.size();
        limits.check(Limit.VERTICES_PER_GEOMETRY, made, where);
    }

    /** Puts a piece at the end of a line; where they meet, their common position stands once. */
    public static void append(List<Coordinate> line, List<Coordinate> piece) {
        boolean meets =
                !line.isEmpty() && !piece.isEmpty() && line.get(line.size() - 1).equals2D(piece.get(0));
        line.addAll(meets ? piece.subList(1, piece.size()) : piece);
    }
}
