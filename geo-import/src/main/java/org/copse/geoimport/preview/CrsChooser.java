package org.copse.geoimport.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Reason;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.preview.LayerPreview.CrsAlternative;
import org.copse.geoimport.preview.LayerPreview.CrsChoice;
import org.copse.geoimport.preview.LayerPreview.Notice;
import org.copse.geoimport.preview.LayerPreview.Row;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.NoSink;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSample;
import org.copse.geoimport.source.crs.CrsCandidates;
import org.copse.geoimport.source.crs.CrsDecision;
import org.copse.geoimport.source.crs.PositionQuestion;
import org.copse.geoimport.source.crs.SourceCrs;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Finds the CRS that an import would take, and what else the values would fit where that is not certain. */
final class CrsChooser {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final ImportRequest request;
    private final SourceInfo info;
    private final Envelope extent;
    private final FieldRoles roles;
    private @Nullable SourceCrs crs;
    private boolean needless;

    CrsChooser(ImportRequest request, SourceInfo info, SourceSample sample, FieldRoles roles) {
        this.request = request;
        this.info = info;
        this.roles = roles;
        this.extent = sample.extent(roles);
    }

    /** Returns the choice, or null for a layer without positions; what should be looked at is added to {@code notices}. */
    @Nullable
    CrsChoice choose(List<Notice> notices) {
        if (request.kind().shape() == LayerKind.Shape.NONE || (info.table() && extent.isNull())) {
            needless = true;
            return null;
        }
        List<Notice> told = new ArrayList<>();
        try {
            SourceCrs found = CrsDecision.of(request, info.crs(), extent, new Noticing(told));
            crs = found;
            notices.addAll(told);
            return choice(found, told);
        } catch (ImportRefused e) {
            if (e.reason() != RefusalCode.CRS_MISSING && e.reason() != RefusalCode.CRS_UNKNOWN) {
                throw e;
            }
            notices.add(new Notice(e.code(), e.what(), e.whatToDo()));
            return new CrsChoice(
                    "",
                    "",
                    Reason.of("crs-none", e.what()),
                    false,
                    request.reading().swapAxes(),
                    null,
                    null,
                    alternatives("", false));
        }
    }

    private CrsChoice choice(SourceCrs found, List<Notice> told) {
        boolean stated = request.crs().isPresent() || info.crs().form() != DeclaredCrs.Form.MISSING;
        boolean doubted = told.stream()
                .map(Notice::code)
                .anyMatch(code -> code.equals(WarningCode.AXES_SWAPPED.key())
                        || code.equals(WarningCode.POSITIONS_ELSEWHERE.key())
                        || code.equals(WarningCode.CRS_CONTRADICTED.key())
                        || code.equals(WarningCode.CRS_GUESSED.key()));
        Optional<LonLatBox> elsewhere = new PositionQuestion(request, found, extent).elsewhere();
        boolean certain = stated && !doubted && elsewhere.isEmpty();
        Optional<LonLatBox> box = found.boxOf(extent);
        List<CrsAlternative> alternatives = new ArrayList<>();
        if (!certain) {
            found.turned()
                    .boxOf(extent)
                    .filter(turned -> DateLine.isOnGlobe(turned.envelope()))
                    .ifPresent(turned -> alternatives.add(
                            alternative(found.used().code(), found.used().name(), !found.isSwapped(), turned)));
            alternatives.addAll(alternatives(found.used().code(), found.isSwapped()));
        }
        return new CrsChoice(
                found.used().code(),
                found.used().name(),
                Reason.of(how(found), found.used().how()),
                certain,
                found.isSwapped(),
                found.used().accuracyMetres(),
                box.orElse(null),
                distinct(alternatives));
    }

    private String how(SourceCrs found) {
        if (request.crs().isPresent()) {
            return "crs-stated";
        }
        boolean undefined = found.used().how().startsWith("guessed");
        return switch (undefined ? DeclaredCrs.Form.MISSING : info.crs().form()) {
            case CODE -> "crs-file";
            case WKT -> "crs-parameters";
            case BY_FORMAT -> "crs-format";
            case MISSING ->
                found.isLonLat() ? "crs-degrees" : request.district().isPresent() ? "crs-district" : "crs-numbers";
        };
    }

    private static List<CrsAlternative> distinct(List<CrsAlternative> all) {
        List<CrsAlternative> distinct = new ArrayList<>();
        for (CrsAlternative one : all) {
            boolean there = distinct.stream()
                    .anyMatch(other -> other.code().equals(one.code()) && other.swapAxes() == one.swapAxes());
            if (!there) {
                distinct.add(one);
            }
        }
        return distinct;
    }

    /** Returns what else the values fit, leaving out what is chosen already. */
    private List<CrsAlternative> alternatives(String code, boolean swapped) {
        if (extent.isNull()) {
            return List.of();
        }
        return CrsCandidates.of(extent, request.district()).stream()
                .filter(candidate -> !candidate.code().equals(code) || candidate.swapAxes() != swapped)
                .map(candidate ->
                        alternative(candidate.code(), candidate.name(), candidate.swapAxes(), candidate.lonLat()))
                .toList();
    }

    private static CrsAlternative alternative(String code, String name, boolean swap, LonLatBox box) {
        String what = String.format(
                Locale.ROOT,
                "%s%s: the sample would lie at %.4f…%.4f° of longitude, %.4f…%.4f° of latitude",
                name,
                swap && !name.contains("swapped") && !name.contains("first") ? " with its axes swapped" : "",
                box.west(),
                box.east(),
                box.south(),
                box.north());
        return new CrsAlternative(code, name, swap, what, box);
    }

    /** Returns the CRS that would be taken; that of a table without positions where there are none; empty where none is known. */
    Optional<SourceCrs> found() {
        return Optional.ofNullable(crs).or(() -> needless ? Optional.of(SourceCrs.none()) : Optional.empty());
    }

    /** Returns a row of the preview, with the place of its first position. */
    Row row(SourceFeature feature) {
        Geometry geometry = feature.geometry() == null ? position(feature) : feature.geometry();
        Double lon = null;
        Double lat = null;
        if (crs != null && geometry != null && !geometry.isEmpty()) {
            try {
                Coordinate at = crs.toLonLat(GEOMETRIES.createPoint(geometry.getCoordinate()))
                        .getCoordinate();
                boolean known = Double.isFinite(at.x) && Double.isFinite(at.y);
                lon = known ? (Double) at.x : null;
                lat = known ? (Double) at.y : null;
            } catch (TransformException e) {
                // The row is shown without a place.
                lon = null;
            }
        }
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        feature.attributes()
                .forEach((column, value) ->
                        values.put(column, value instanceof String text ? ColumnValues.shortened(text) : value));
        return new Row(feature.row(), values, geometry == null ? null : geometry.getGeometryType(), lon, lat);
    }

    private @Nullable Geometry position(SourceFeature feature) {
        Object x = roles.find(Role.X).map(feature.attributes()::get).orElse(null);
        Object y = roles.find(Role.Y).map(feature.attributes()::get).orElse(null);
        return x instanceof Number east && y instanceof Number north
                ? GEOMETRIES.createPoint(new Coordinate(east.doubleValue(), north.doubleValue()))
                : null;
    }

    /** Takes warnings as notices. */
    private static final class Noticing extends NoSink {
        private final List<Notice> notices;

        Noticing(List<Notice> notices) {
            this.notices = notices;
        }

        @Override
        public void warn(WarningCode code, String what) {
            notices.add(new Notice(code.key(), what, code.whatToDo()));
        }
    }
}
