package org.copse.geoimport.source.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.GeometryBuilder;
import org.copse.geoimport.source.geometry.Malformed;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One pass over a TopoJSON file: for its arcs, or for the features of one of its objects. */
final class TopoJsonWalk {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final JsonParser parser;
    private final JsonMembers members;
    private final JsonText json;
    private final Limits limits;
    private final TopoArcs arcs;
    private final SourceSink sink;
    private final Set<String> objects = new LinkedHashSet<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private @Nullable DeclaredCrs crs;
    private boolean build;
    private long rows;

    TopoJsonWalk(JsonParser parser, JsonText json, Limits limits, TopoArcs arcs, SourceSink sink) {
        this.parser = parser;
        this.members = new JsonMembers(parser, json.factory(), limits, json.file());
        this.json = json;
        this.limits = limits;
        this.arcs = arcs;
        this.sink = sink;
    }

    /** Returns the names of the objects met. */
    List<String> objects() {
        return List.copyOf(objects);
    }

    /** Returns the names of the properties met. */
    List<String> fields() {
        return List.copyOf(fields);
    }

    /** Returns what a {@code crs} member says, or null where there is none. */
    @Nullable
    DeclaredCrs crs() {
        return crs;
    }

    /** Reads the arcs, the transform and the names of the objects. */
    void readArcs() {
        parser.nextToken();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "arcs" -> arcs(value);
                case "transform" -> transform(value);
                case "crs" -> crs = members.crs(value);
                case "objects" ->
                    eachMember(value, name -> {
                        objects.add(name);
                        limits.check(Limit.ARCHIVE_ENTRIES, objects.size(), json.file() + ", objects");
                        parser.skipChildren();
                    });
                default -> parser.skipChildren();
            }
        }
        arcs.unquantise();
    }

    private interface Member {
        void read(String name);
    }

    /** Calls {@code each} with the parser at the value of each member of the object at hand. */
    private void eachMember(JsonToken value, Member each) {
        if (value != JsonToken.START_OBJECT) {
            throw broken("an object was wanted");
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            each.read(name);
        }
    }

    private ImportRefused broken(String what) {
        return new ImportRefused(
                RefusalCode.BROKEN_FILE,
                json.file() + ", line " + parser.currentLocation().getLineNr(),
                "the TopoJSON breaks its rules: " + what);
    }

    private void transform(JsonToken value) {
        double[][] found = {{1, 1}, {0, 0}};
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        eachMember(value, name -> {
            if (name.equals("scale") || name.equals("translate")) {
                Object pair = JsonCoordinates.read(parser, limits, json.file());
                if (!(pair instanceof double[] numbers) || numbers.length != 2) {
                    throw broken("\"" + name + "\" of the transform is no pair of numbers");
                }
                found[name.equals("scale") ? 0 : 1] = numbers;
            } else {
                parser.skipChildren();
            }
        });
        arcs.quantisedBy(found[0], found[1]);
    }

    private void arcs(JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw broken("the arcs are no array");
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            arcs.add(arc(token));
        }
    }

    private double[] arc(JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw broken("an arc is no array");
        }
        double[] numbers = new double[16];
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object position = JsonCoordinates.read(parser, limits, json.file());
            if (!(position instanceof double[] pair) || pair.length < 2) {
                throw broken(position instanceof Malformed wrong ? wrong.detail() : "an arc holds no positions");
            }
            if (count == numbers.length) {
                limits.check(Limit.VERTICES_PER_GEOMETRY, count, json.file() + ", an arc");
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = pair[0];
            numbers[count++] = pair[1];
        }
        return Arrays.copyOf(numbers, count);
    }

    /**
     * Hands over the features of one object: those of its collection, or the object itself.
     *
     * @param withGeometries whether to build and hand over; else only columns are noted
     */
    void readObject(String layer, boolean withGeometries) {
        build = withGeometries;
        parser.nextToken();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!member.equals("objects")) {
                parser.skipChildren();
                continue;
            }
            eachMember(value, name -> {
                if (name.equals(layer)) {
                    element(0);
                } else {
                    parser.skipChildren();
                }
            });
        }
    }

    /** Reads the geometry object at hand; a collection at the top hands its parts over as features. */
    private void element(int depth) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            sink.reject(++rows, RejectionCode.NOT_A_FEATURE, "a geometry must be an object");
            parser.skipChildren();
            return;
        }
        long before = rows;
        TopoObject object = object(depth);
        boolean handedOver = depth == 0 && object.has("geometries") && (rows > before || object.isCollection());
        if (handedOver) {
            return;
        }
        limits.check(Limit.FEATURES, ++rows, json.file());
        fields.addAll(object.properties.keySet());
        limits.check(Limit.ATTRIBUTES, fields.size(), json.file());
        if (build) {
            emit(object);
        }
    }

    private void emit(TopoObject object) {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        if (object.valuesLeftOut) {
            changes.add(ChangeCode.VALUE_LEFT_OUT);
        }
        try {
            arcs.startGeometry();
            Geometry geometry = geometry(object, changes);
            sink.take(new SourceFeature(rows, object.id, geometry, object.properties, changes));
        } catch (NotBuilt e) {
            sink.reject(rows, e.reason().code(), e.reason().detail());
        }
    }

    private @Nullable Geometry geometry(TopoObject object, Set<ChangeCode> changes) throws NotBuilt {
        if (object.wrong != null) {
            throw new NotBuilt(object.wrong);
        }
        if (object.type == null) {
            return null;
        }
        GeometryBuilder builder = new GeometryBuilder(sink, changes);
        if (!object.isCollection()) {
            return builder.build(object.type, object.coordinates(arcs));
        }
        List<Geometry> parts = new ArrayList<>();
        for (TopoObject inner : object.inner) {
            Geometry part = geometry(inner, changes);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : GEOMETRIES.createGeometryCollection(parts.toArray(new Geometry[0]));
    }

    private TopoObject object(int depth) {
        TopoObject object = new TopoObject();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!object.members.add(member)) {
                sink.warnCounted(WarningCode.NAME_REPEATED, "members \"" + members.shorten(member) + "\" given twice");
            }
            limits.check(Limit.ATTRIBUTES, object.members.size(), json.file());
            switch (member) {
                case "type" -> {
                    if (value != JsonToken.VALUE_NULL) {
                        members.type(object, value);
                    }
                }
                case "id" -> members.id(object, value, sink);
                case "properties" -> members.properties(object, value, sink);
                case "coordinates" -> object.coordinates = JsonCoordinates.read(parser, limits, json.file());
                case "arcs" -> object.arcs = arcNumbers(value, 0);
                case "geometries" -> geometries(object, value, depth);
                default -> parser.skipChildren();
            }
        }
        return object;
    }

    private void geometries(TopoObject object, JsonToken value, int depth) {
        if (value != JsonToken.START_ARRAY) {
            object.wrong(new Malformed(RejectionCode.COORDINATES_MALFORMED, "the geometries are no array"));
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (depth == 0) {
                element(1);
            } else if (token == JsonToken.START_OBJECT) {
                object.inner.add(object(depth + 1));
                limits.check(Limit.VERTICES_PER_GEOMETRY, object.inner.size(), json.file());
            } else {
                object.wrong(new Malformed(RejectionCode.COORDINATES_MALFORMED, "a collection holds no object"));
                parser.skipChildren();
            }
        }
    }

    /** Returns the numbers of arcs, in lists as the file nests them. */
    private Object arcNumbers(JsonToken value, long numbersBefore) {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return new Malformed(RejectionCode.COORDINATES_MALFORMED, "the arcs hold no whole number");
        }
        List<Object> numbers = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            limits.check(Limit.VERTICES_PER_GEOMETRY, numbersBefore + numbers.size() + 1, json.file());
            numbers.add(arcNumbers(token, numbersBefore + numbers.size()));
        }
        return numbers;
    }
}
