package org.copse.geoimport.adjacency;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The straight pieces of the boundaries of areas, or of lines, in flat arrays: tens of millions fit where objects would not.
 *
 * <p>Pieces are numbered from 0, owner by owner. Those of an area run with its inside on their left.
 */
public final class BoundarySegments {

    private double[] coordinates = new double[4 * 1024];
    private int[] owners = new int[1024];
    private int[] following = new int[1024];
    private final int[] firstOfOwner;
    private int count;

    private BoundarySegments(int ownerCount) {
        this.firstOfOwner = new int[ownerCount + 1];
    }

    /**
     * Returns the boundary of areas; an owner's number is its place in the list.
     *
     * @throws IllegalArgumentException when a geometry is not a non-empty area
     */
    public static BoundarySegments ofAreas(List<? extends Geometry> areas) {
        BoundarySegments segments = new BoundarySegments(areas.size());
        for (int owner = 0; owner < areas.size(); owner++) {
            Geometry area = areas.get(owner);
            if (area.getDimension() != 2 || area.isEmpty()) {
                throw new IllegalArgumentException("unit " + owner + " is "
                        + (area.isEmpty() ? "empty" : "a " + area.getGeometryType()) + ", not an area");
            }
            segments.firstOfOwner[owner] = segments.count;
            segments.addParts(area, owner);
        }
        return segments.closed(areas.size());
    }

    /** Returns the pieces of lines, and of the outlines of areas; points have none. */
    public static BoundarySegments ofLines(List<? extends Geometry> lines) {
        BoundarySegments segments = new BoundarySegments(lines.size());
        for (int owner = 0; owner < lines.size(); owner++) {
            segments.firstOfOwner[owner] = segments.count;
            segments.addParts(lines.get(owner), owner);
        }
        return segments.closed(lines.size());
    }

    private BoundarySegments closed(int ownerCount) {
        firstOfOwner[ownerCount] = count;
        coordinates = Arrays.copyOf(coordinates, 4 * count);
        owners = Arrays.copyOf(owners, count);
        following = Arrays.copyOf(following, count);
        return this;
    }

    private void addParts(Geometry geometry, int owner) {
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            Geometry single = geometry.getGeometryN(part);
            if (single instanceof Polygon polygon) {
                addRing(polygon.getExteriorRing(), owner, true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    addRing(polygon.getInteriorRingN(hole), owner, false);
                }
            } else if (single instanceof LineString line) {
                addLine(line.getCoordinateSequence(), owner, false);
            }
        }
    }

    private void addRing(LinearRing ring, int owner, boolean counterClockwise) {
        CoordinateSequence points = ring.getCoordinateSequence();
        if (points.size() >= 4) {
            addLine(points, owner, Orientation.isCCW(points) != counterClockwise);
        }
    }

    private void addLine(CoordinateSequence points, int owner, boolean reversed) {
        int first = count;
        int last = points.size() - 1;
        for (int i = 0; i < last; i++) {
            int from = reversed ? last - i : i;
            int to = reversed ? from - 1 : from + 1;
            add(points.getX(from), points.getY(from), points.getX(to), points.getY(to), owner);
        }
        for (int segment = first; segment < count; segment++) {
            following[segment] = segment + 1 < count ? segment + 1 : first;
        }
    }

    private void add(double ax, double ay, double bx, double by, int owner) {
        if (ax == bx && ay == by) {
            return;
        }
        if (count == owners.length) {
            int larger = count + (count >> 1);
            coordinates = Arrays.copyOf(coordinates, 4 * larger);
            owners = Arrays.copyOf(owners, larger);
            following = Arrays.copyOf(following, larger);
        }
        coordinates[4 * count] = ax;
        coordinates[4 * count + 1] = ay;
        coordinates[4 * count + 2] = bx;
        coordinates[4 * count + 3] = by;
        owners[count++] = owner;
    }

    /** Returns how many pieces there are. */
    public int count() {
        return count;
    }

    /** Returns how many owners there are, those without a piece included. */
    public int ownerCount() {
        return firstOfOwner.length - 1;
    }

    /** Returns the number of an owner's first piece; that of {@code ownerCount()} is {@link #count()}. */
    public int firstOf(int owner) {
        return firstOfOwner[owner];
    }

    /** Returns a piece's owner. */
    public int owner(int segment) {
        return owners[segment];
    }

    /** Returns the piece that follows on the same ring; the last is followed by the first. */
    public int next(int segment) {
        return following[segment];
    }

    /** Returns the x of a piece's start. */
    public double ax(int segment) {
        return coordinates[4 * segment];
    }

    /** Returns the y of a piece's start. */
    public double ay(int segment) {
        return coordinates[4 * segment + 1];
    }

    /** Returns the x of a piece's end. */
    public double bx(int segment) {
        return coordinates[4 * segment + 2];
    }

    /** Returns the y of a piece's end. */
    public double by(int segment) {
        return coordinates[4 * segment + 3];
    }

    /** Returns a piece's length. */
    public double length(int segment) {
        return Math.hypot(bx(segment) - ax(segment), by(segment) - ay(segment));
    }

    /** Returns the squared distance of a point to a piece. */
    public double distanceSquared(int segment, double x, double y) {
        double place = placeOfNearest(segment, x, y);
        double offX = x - (ax(segment) + place * (bx(segment) - ax(segment)));
        double offY = y - (ay(segment) + place * (by(segment) - ay(segment)));
        return offX * offX + offY * offY;
    }

    /** Returns where on a piece, 0 at its start to 1 at its end, the point nearest to a point lies. */
    public double placeOfNearest(int segment, double x, double y) {
        double dx = bx(segment) - ax(segment);
        double dy = by(segment) - ay(segment);
        double along = ((x - ax(segment)) * dx + (y - ay(segment)) * dy) / (dx * dx + dy * dy);
        return Math.max(0, Math.min(1, along));
    }
}
