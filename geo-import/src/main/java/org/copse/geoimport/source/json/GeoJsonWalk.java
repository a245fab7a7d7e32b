package org.copse.geoimport.source.json;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.geometry.GeometryBuilder;
import org.copse.geoimport.source.geometry.Malformed;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** One pass over the objects of a GeoJSON file; features are handed over as they end. */
final class GeoJsonWalk {

    /** What a pass is for. */
    enum Pass {
        /** Columns and CRS; geometries are skipped. */
        SCAN,
        /** Features. */
        READ
    }

    private static final Map<String, List<String>> FOREIGN = Map.of(
            "Feature", List.of("features", "coordinates", "geometries"),
            "FeatureCollection", List.of("properties", "coordinates", "geometry", "geometries"));
    private static final List<String> FOREIGN_TO_GEOMETRY = List.of("properties", "geometry", "features");

    private final JsonParser parser;
    private final JsonMembers members;
    private final Limits limits;
    private final String file;
    private final Pass pass;
    private final SourceSink sink;
    private final Set<String> fields = new LinkedHashSet<>();
    private @Nullable DeclaredCrs crs;
    private long rows;
    private long documents;
    private boolean cutOff;

    GeoJsonWalk(JsonParser parser, JsonFactory factory, Limits limits, Part part, Pass pass, SourceSink sink) {
        this.parser = parser;
        this.members = new JsonMembers(parser, factory, limits, part.name());
        this.limits = limits;
        this.file = part.name();
        this.pass = pass;
        this.sink = sink;
    }

    long documents() {
        return documents;
    }

    /** Returns whether a service says that it sent a part of the layer only. */
    boolean cutOff() {
        return cutOff;
    }

    long rows() {
        return rows;
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    DeclaredCrs crs() {
        return crs == null ? DeclaredCrs.byFormat("GeoJSON without a crs member is WGS 84") : crs;
    }

    /** Reads the root value at the parser's current token. */
    void root() {
        documents++;
        element(0);
    }

    private void element(int collections) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            rows++;
            sink.reject(rows, RejectionCode.NOT_A_FEATURE, "a feature must be an object");
            parser.skipChildren();
            return;
        }
        JsonObjectRead object = object(collections);
        warnOfForeignMembers(object);
        Malformed wrong = object.wrong;
        if (object.isCollection() && wrong == null && object.has("features")) {
            cutOff |= Boolean.TRUE.equals(object.properties.get("exceededTransferLimit"));
            if (collections > 0) {
                sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, "feature collections inside a feature collection");
            }
            return;
        }
        rows++;
        limits.check(Limit.FEATURES, rows, file);
        String type = object.type;
        if (wrong != null) {
            sink.reject(rows, wrong.code(), wrong.detail() + line());
        } else if (object.isFeature()) {
            feature(object);
        } else if (type == null) {
            sink.reject(rows, RejectionCode.NOT_A_FEATURE, "the object has no type" + line());
        } else if (object.isCollection()) {
            sink.reject(rows, RejectionCode.NOT_A_FEATURE, "a FeatureCollection without features" + line());
        } else if (collections == 0 && (object.has("coordinates") || object.has("geometries"))) {
            emit(object, object);
        } else {
            sink.reject(
                    rows,
                    RejectionCode.NOT_A_FEATURE,
                    "type \"" + type + "\" where Feature" + (collections == 0 ? "Collection" : "") + " is wanted"
                            + line());
        }
    }

    private String line() {
        return " (line " + parser.currentLocation().getLineNr() + ")";
    }

    private void feature(JsonObjectRead object) {
        for (String wanted : List.of("geometry", "properties")) {
            if (!object.has(wanted)) {
                sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, "features without a \"" + wanted + "\" member");
            }
        }
        emit(object, object.geometry);
    }

    private void emit(JsonObjectRead object, @Nullable JsonObjectRead geometry) {
        fields.addAll(object.properties.keySet());
        limits.check(Limit.ATTRIBUTES, fields.size(), file);
        if (pass == Pass.SCAN) {
            return;
        }
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        if (object.valuesLeftOut) {
            changes.add(ChangeCode.VALUE_LEFT_OUT);
        }
        try {
            Geometry built = geometry == null ? null : build(geometry, changes, 0);
            sink.take(new SourceFeature(rows, object.id, built, object.properties, changes));
        } catch (NotBuilt e) {
            sink.reject(rows, e.reason().code(), e.reason().detail() + line());
        }
    }

    private @Nullable Geometry build(JsonObjectRead object, Set<ChangeCode> changes, int depth) throws NotBuilt {
        if (object.wrong != null) {
            throw new NotBuilt(object.wrong);
        }
        String type = object.type;
        if (type == null) {
            throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a geometry without a type");
        }
        GeometryBuilder builder = new GeometryBuilder(sink, changes);
        if (!type.equals("GeometryCollection")) {
            return builder.build(type, object.coordinates);
        }
        if (!object.has("geometries")) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a GeometryCollection without geometries");
        }
        if (depth > 0 || object.geometries.size() == 1) {
            sink.warnCounted(
                    WarningCode.FORMAT_NOT_KEPT, "geometry collections that are nested or hold one geometry only");
        }
        List<Geometry> parts = new ArrayList<>();
        for (JsonObjectRead inner : object.geometries) {
            Geometry part = build(inner, changes, depth + 1);
            if (part != null) {
                parts.add(part);
            }
        }
        return builder.collection(parts);
    }

    private void warnOfForeignMembers(JsonObjectRead object) {
        if (object.type == null) {
            return;
        }
        for (String member : FOREIGN.getOrDefault(object.type, FOREIGN_TO_GEOMETRY)) {
            if (object.has(member)) {
                sink.warnCounted(
                        WarningCode.FORMAT_NOT_KEPT,
                        "objects of type " + members.shorten(object.type) + " with a \"" + member + "\" member");
            }
        }
    }

    /** Reads the object at the parser's current token to its end; features inside it are handed over on the way. */
    private JsonObjectRead object(int collections) {
        JsonObjectRead object = new JsonObjectRead();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!object.members.add(member)) {
                sink.warnCounted(WarningCode.NAME_REPEATED, "members \"" + members.shorten(member) + "\" given twice");
            }
            limits.check(Limit.ATTRIBUTES, object.members.size(), file);
            member(object, member, value, collections);
        }
        return object;
    }

    private void member(JsonObjectRead object, String member, JsonToken value, int collections) {
        switch (member) {
            case "type" -> members.type(object, value);
            case "id" -> members.id(object, value, sink);
            case "bbox" -> members.bbox(value, sink);
            case "crs" -> crs(value);
            case "properties" -> members.properties(object, value, sink);
            case "coordinates" -> coordinates(object, value);
            case "geometry" -> geometry(object, value, collections);
            case "geometries" -> geometries(object, value, collections);
            case "exceededTransferLimit" -> {
                cutOff |= value == JsonToken.VALUE_TRUE;
                parser.skipChildren();
            }
            case "features" -> features(object, value, collections);
            default -> parser.skipChildren();
        }
    }

    private void crs(JsonToken value) {
        DeclaredCrs found = members.crs(value);
        DeclaredCrs before = crs;
        if (before == null) {
            crs = found;
        } else if (found != null && !found.text().equals(before.text())) {
            sink.warn(WarningCode.CRS_CONTRADICTED, "the file states " + before.text() + " and also " + found.text());
        }
    }

    private void coordinates(JsonObjectRead object, JsonToken value) {
        if (pass == Pass.SCAN || value == JsonToken.VALUE_NULL) {
            parser.skipChildren();
        } else {
            object.coordinates = JsonCoordinates.read(parser, limits, file + ", feature " + (rows + 1));
        }
    }

    private void geometry(JsonObjectRead object, JsonToken value, int collections) {
        if (value == JsonToken.START_OBJECT) {
            object.geometry = object(collections);
            warnOfForeignMembers(object.geometry);
        } else if (value != JsonToken.VALUE_NULL) {
            object.wrong(new Malformed(RejectionCode.NOT_A_FEATURE, "the geometry is no object"));
            parser.skipChildren();
        }
    }

    private void geometries(JsonObjectRead object, JsonToken value, int collections) {
        if (value != JsonToken.START_ARRAY) {
            object.wrong(new Malformed(RejectionCode.COORDINATES_MALFORMED, "the geometries are no array"));
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                object.geometries.add(object(collections));
                limits.check(Limit.VERTICES_PER_GEOMETRY, object.geometries.size(), file);
            } else {
                object.wrong(
                        new Malformed(RejectionCode.COORDINATES_MALFORMED, "a collection holds no geometry object"));
                parser.skipChildren();
            }
        }
    }

    private void features(JsonObjectRead object, JsonToken value, int collections) {
        if (value != JsonToken.START_ARRAY) {
            object.wrong(new Malformed(RejectionCode.NOT_A_FEATURE, "the features are no array"));
            parser.skipChildren();
            return;
        }
        if (object.type != null && !object.isCollection()) {
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            element(collections + 1);
        }
    }
}
