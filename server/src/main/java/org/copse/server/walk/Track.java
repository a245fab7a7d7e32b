package org.copse.server.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What each phone of a walk recorded, piece joined to piece.
 *
 * @param lines of each phone, its segments in order; between two segments the way is not known
 */
public record Track(Collection<List<Segment>> lines) {
    /** Who starts or ends a walk at home does not show where that is. */
    static final double TRIMMED_METRES = 100;

    private static final double EARTH_METRES = 6_371_008.8;

    /** A point in longitude and latitude (degrees, WGS 84), its accuracy in metres, its time in milliseconds since 1970. */
    public record Point(double lon, double lat, double accuracyMetres, long millis) {
        private static Point of(List<Double> numbers) {
            return new Point(
                    numbers.get(0),
                    numbers.get(1),
                    numbers.get(2),
                    numbers.get(3).longValue());
        }

        /** Returns the length of the great circle to another point, on the sphere of the same volume as the earth. */
        double metresTo(Point other) {
            double north = Math.toRadians(other.lat - lat);
            double east = Math.toRadians(other.lon - lon);
            double chord = square(Math.sin(north / 2))
                    + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * square(Math.sin(east / 2));
            return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, chord)));
        }

        private Point towards(Point other, double share) {
            return new Point(
                    lon + share * (other.lon - lon),
                    lat + share * (other.lat - lat),
                    Math.max(accuracyMetres, other.accuracyMetres),
                    millis + Math.round(share * (other.millis - millis)));
        }

        private static double square(double value) {
            return value * value;
        }
    }

    /** A way without a gap. */
    public record Segment(boolean tapped, List<Point> points) {
        public Segment {
            points = List.copyOf(points);
        }

        private double metres() {
            double sum = 0;
            for (int i = 1; i < points.size(); i++) {
                sum += points.get(i - 1).metresTo(points.get(i));
            }
            return sum;
        }

        private Segment reversed() {
            List<Point> back = new ArrayList<>(points);
            java.util.Collections.reverse(back);
            return new Segment(tapped, back);
        }

        /** Returns what is left from so many metres on: a point in between where it is cut; none when less is left. */
        private List<Point> from(double metres) {
            double left = metres;
            for (int i = 1; i < points.size(); i++) {
                double step = points.get(i - 1).metresTo(points.get(i));
                if (step > left) {
                    List<Point> rest = new ArrayList<>();
                    rest.add(points.get(i - 1).towards(points.get(i), left / step));
                    rest.addAll(points.subList(i, points.size()));
                    return rest;
                }
                left -= step;
            }
            return List.of();
        }
    }

    /** Joins the pieces as they came, in any order; within a segment their times decide. */
    static Track of(List<TrackPiece> pieces) {
        TreeMap<UUID, TreeMap<Integer, List<TrackPiece>>> sorted = new TreeMap<>();
        for (TrackPiece piece : pieces) {
            sorted.computeIfAbsent(Objects.requireNonNull(piece.recorder()), key -> new TreeMap<>())
                    .computeIfAbsent(Objects.requireNonNull(piece.segment()), key -> new ArrayList<>())
                    .add(piece);
        }
        return new Track(sorted.values().stream()
                .map(segments -> segments.values().stream().map(Track::joined).toList())
                .toList());
    }

    private static Segment joined(List<TrackPiece> pieces) {
        boolean tapped = pieces.stream().anyMatch(piece -> Boolean.TRUE.equals(piece.tapped()));
        List<Point> points = pieces.stream()
                .flatMap(piece -> Objects.requireNonNull(piece.points()).stream())
                .map(Point::of)
                .sorted(Comparator.comparingLong(Point::millis))
                .toList();
        return new Segment(tapped, points);
    }

    /** Returns the length that is known, gaps not counted; of the phone that has most of it. */
    double metres() {
        return lines.stream()
                .mapToDouble(line -> line.stream().mapToDouble(Segment::metres).sum())
                .max()
                .orElse(0);
    }

    /** Returns the track without the first and the last 100 m of each phone's way; what is shorter than both is not shown. */
    Track trimmed() {
        return new Track(lines.stream()
                .map(line -> reversed(cut(reversed(cut(line)))))
                .filter(line -> !line.isEmpty())
                .toList());
    }

    private static List<Segment> cut(List<Segment> line) {
        double left = TRIMMED_METRES;
        List<Segment> rest = new ArrayList<>();
        for (Segment segment : line) {
            double length = segment.metres();
            if (left <= 0) {
                rest.add(segment);
            } else if (length > left) {
                rest.add(new Segment(segment.tapped(), segment.from(left)));
            }
            left -= length;
        }
        return rest;
    }

    private static List<Segment> reversed(List<Segment> line) {
        List<Segment> back = new ArrayList<>();
        for (Segment segment : line) {
            back.add(0, segment.reversed());
        }
        return back;
    }
}
