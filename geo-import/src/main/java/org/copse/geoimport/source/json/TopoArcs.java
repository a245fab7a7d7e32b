package org.copse.geoimport.source.json;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.geometry.NotBuilt;

/**
 * The arcs of a topology, unquantised, and the lines that refer to them. An arc may be referred to again and again, so
 * what comes out is counted as well as what goes in.
 */
final class TopoArcs {
    private final Limits limits;
    private final String file;
    private final List<double[]> arcs = new ArrayList<>();
    private double[] scale = {1, 1};
    private double[] translate = {0, 0};
    private boolean quantised;
    private long vertices;
    private long expanded;
    private long inGeometry;

    TopoArcs(Limits limits, String file) {
        this.limits = limits;
        this.file = file;
    }

    /** Sets the way from whole numbers to coordinates; arcs are then differences from one position to the next. */
    void quantisedBy(double[] stepSizes, double[] origin) {
        scale = stepSizes.clone();
        translate = origin.clone();
        quantised = true;
    }

    /**
     * Adds an arc as the file has it.
     *
     * @param raw x, y, x, y, …
     */
    void add(double[] raw) {
        // An arc takes the memory of two vertices besides its own.
        vertices += raw.length / 2 + 2;
        limits.check(Limit.VERTICES_IN_MEMORY, vertices, file + ", arcs");
        arcs.add(raw);
    }

    /** Turns all arcs into coordinates, once every member of the file is read. */
    void unquantise() {
        if (!quantised) {
            return;
        }
        for (double[] arc : arcs) {
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < arc.length; i += 2) {
                x += arc[i];
                y += arc[i + 1];
                arc[i] = x * scale[0] + translate[0];
                arc[i + 1] = y * scale[1] + translate[1];
            }
        }
    }

    /** Returns a position that stands in an object itself, as coordinates. */
    double[] position(double[] raw) {
        return quantised && raw.length >= 2
                ? new double[] {raw[0] * scale[0] + translate[0], raw[1] * scale[1] + translate[1]}
                : raw;
    }

    /** Says that a new pass over the features begins. */
    void startCounting() {
        expanded = 0;
    }

    /** Says that a new geometry begins. */
    void startGeometry() {
        inGeometry = 0;
    }

    /**
     * Returns the line along {@code numbers}: an arc by its number, from 0; backwards by −1 − number.
     *
     * @param numbers {@link Long}s
     */
    List<Object> line(List<?> numbers) throws NotBuilt {
        List<Object> positions = new ArrayList<>();
        for (Object number : numbers) {
            long reference = number instanceof Long whole ? whole : Long.MAX_VALUE;
            long index = reference < 0 ? -1 - reference : reference;
            if (index >= arcs.size()) {
                throw new NotBuilt(
                        RejectionCode.COORDINATES_MALFORMED, "a line refers to arc " + number + " of " + arcs.size());
            }
            append(positions, arcs.get((int) index), reference < 0);
        }
        return positions;
    }

    private void append(List<Object> positions, double[] arc, boolean backwards) {
        int count = arc.length / 2;
        expanded += count;
        limits.check(Limit.VERTICES_IN_MEMORY, expanded, file + ", lines along arcs");
        inGeometry += count;
        limits.check(Limit.VERTICES_PER_GEOMETRY, inGeometry, file);
        // Where one arc ends the next begins: that position is there already.
        for (int i = positions.isEmpty() ? 0 : 1; i < count; i++) {
            int at = 2 * (backwards ? count - 1 - i : i);
            positions.add(new double[] {arc[at], arc[at + 1]});
        }
    }
}
