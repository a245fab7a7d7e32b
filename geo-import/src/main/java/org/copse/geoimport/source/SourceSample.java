package org.copse.geoimport.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LonLatExtent;
import org.copse.geoimport.Role;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.ReportBuilder;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.column.GeometryText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The first features of a source, from which roles and CRS are judged.
 *
 * @param features as the file has them
 * @param seen features that were seen, those that cannot be read among them
 * @param whole whether that was all
 */
public record SourceSample(List<SourceFeature> features, long seen, boolean whole) {
    private static final Pattern PERCENT_NAME =
            Pattern.compile("(?iu)%|\\bpct\\b|_pct\\b|percent|procent|prozent|pourcent|نسبة مئوية");
    private static final int FEW = 3;
    private static final int SIZE = 500;
    private static final int VERTICES = 500_000;

    public SourceSample {
        features = List.copyOf(features);
    }

    /** Thrown inside this package only, to end a pass early. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** Returns the first features of {@code source}. */
    public static SourceSample of(FeatureSource source) throws IOException {
        Taking taking = new Taking();
        try {
            source.forEach(taking);
        } catch (Enough e) {
            return new SourceSample(taking.taken, taking.taken.size() + taking.unreadable, false);
        }
        return new SourceSample(taking.taken, taking.taken.size() + taking.unreadable, true);
    }

    private static final class Taking extends NoSink {
        private final List<SourceFeature> taken = new ArrayList<>();
        private long unreadable;
        private long vertices;

        @Override
        public void take(SourceFeature feature) {
            taken.add(feature);
            vertices += feature.geometry() == null ? 0 : feature.geometry().getNumPoints();
            if (taken.size() >= SIZE || vertices >= VERTICES) {
                throw new Enough();
            }
        }

        @Override
        public void reject(long row, RejectionCode code, String detail) {
            unreadable++;
        }
    }

    /** Returns the extent in the file's coordinates, of geometries or of the columns that are X and Y; what means no position left out. */
    public Envelope extent(FieldRoles roles) {
        List<Envelope> parts = parts(roles);
        NullPositions none = nullPositions(roles);
        LonLatExtent extent = new LonLatExtent();
        parts.stream()
                .filter(part -> part.getDiameter() > 0 || !none.has(new Coordinate(part.getMinX(), part.getMinY())))
                .filter(part -> Double.isFinite(part.getMinX() + part.getMaxX() + part.getMinY() + part.getMaxY()))
                .forEach(extent::include);
        return extent.envelope();
    }

    /** Returns which positions mean that there is none. */
    public NullPositions nullPositions(FieldRoles roles) {
        return NullPositions.among(parts(roles).stream()
                .filter(part -> Double.isFinite(part.getMinX() + part.getMaxX() + part.getMinY() + part.getMaxY()))
                .map(Envelope::centre)
                .toList());
    }

    private List<Envelope> parts(FieldRoles roles) {
        List<Envelope> parts = new ArrayList<>();
        String x = roles.find(Role.X).orElse("");
        String y = roles.find(Role.Y).orElse("");
        String wkt = roles.find(Role.WKT).orElse("");
        for (SourceFeature feature : features) {
            if (feature.geometry() != null) {
                parts.add(DateLine.inOnePiece(feature.geometry()).getEnvelopeInternal());
            } else if (feature.attributes().get(wkt) instanceof String text) {
                Envelope place = GeometryText.place(text);
                if (place != null) {
                    parts.add(place);
                }
            } else if (feature.attributes().get(x) instanceof Number east
                    && feature.attributes().get(y) instanceof Number north) {
                parts.add(at(east.doubleValue(), north.doubleValue()));
            }
        }
        parts.removeIf(Envelope::isNull);
        return parts;
    }

    private static Envelope at(double x, double y) {
        return new Envelope(x, x, y, y);
    }

    /**
     * Returns the columns that are named as percentages and hold shares of one: nobody may take 0.12 for 0.12 %.
     *
     * @param fields columns of the file
     */
    public List<String> fractionsNamedPercent(List<String> fields) {
        return fields.stream()
                .filter(field -> PERCENT_NAME.matcher(field).find() && holdsFractions(field))
                .toList();
    }

    private boolean holdsFractions(String field) {
        int numbers = 0;
        boolean between = false;
        for (SourceFeature feature : features) {
            if (feature.attributes().get(field) instanceof Number number) {
                double value = number.doubleValue();
                if (value < 0 || value > 1) {
                    return false;
                }
                numbers++;
                between |= value > 0 && value < 1;
            }
        }
        return between && numbers >= FEW;
    }

    /** Returns a sink that passes warnings on to {@code report}. */
    public SourceSink warningsTo(ReportBuilder report) {
        return new NoSink() {
            @Override
            public void warn(WarningCode code, String what) {
                report.warn(code, what);
            }

            @Override
            public void warn(WarningCode code, String what, Map<String, Object> values) {
                report.warn(code, what, values);
            }

            @Override
            public void warnCounted(WarningCode code, String what) {
                report.warnCounted(code, what);
            }

            @Override
            public void reject(long row, RejectionCode code, String detail) {
                throw new IllegalStateException("a CRS rejects no features");
            }
        };
    }
}
