package org.copse.geoimport.source.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.NoSink;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.ForeignFormat;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * One pass over an answer of Esri JSON: a feature set, or one inside {@code layers} or {@code featureSet}.
 *
 * <p>What stands before and after the features is gathered in {@link Outline}, which a second pass is given.
 */
final class EsriWalk {
    /** What an answer says besides its features. */
    static final class Outline {
        final Set<String> columns = new LinkedHashSet<>();
        final Set<String> dates = new LinkedHashSet<>();

        @Nullable
        DeclaredCrs crs;

        boolean shapes;
        boolean cutOff;
        int sets;
    }

    private final JsonParser parser;
    private final Limits limits;
    private final String file;
    private final Outline outline;
    private final @Nullable SourceSink sink;
    private final JsonMembers members;
    private long rows;

    /**
     * @param outline filled where there is no sink, asked where there is one
     * @param sink given the features, or null in a pass for the outline
     */
    EsriWalk(
            JsonParser parser,
            JsonFactory factory,
            Limits limits,
            String file,
            Outline outline,
            @Nullable SourceSink sink) {
        this.parser = parser;
        this.limits = limits;
        this.file = file;
        this.outline = outline;
        this.sink = sink;
        this.members = new JsonMembers(parser, factory, limits, file);
    }

    /** Reads on, counting rows from {@code before} on; returns the number of the last. */
    long read(long before) {
        rows = before;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            value(token);
        }
        return rows;
    }

    private void value(JsonToken token) {
        if (token == JsonToken.START_ARRAY) {
            for (JsonToken inner = parser.nextToken(); inner != JsonToken.END_ARRAY; inner = parser.nextToken()) {
                value(inner);
            }
        } else if (token == JsonToken.START_OBJECT) {
            set();
        } else {
            parser.skipChildren();
        }
    }

    private void set() {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "features" -> features(value);
                case "fields" -> fields(value);
                case "spatialReference" -> {
                    if (value == JsonToken.START_OBJECT) {
                        crs(EsriCrs.read(parser));
                    } else {
                        parser.skipChildren();
                    }
                }
                case "exceededTransferLimit" -> {
                    outline.cutOff |= value == JsonToken.VALUE_TRUE;
                    parser.skipChildren();
                }
                case "transform" -> quantised(value);
                case "layers", "featureSet", "featureCollection", "layerDefinition", "value", "results" -> value(value);
                default -> parser.skipChildren();
            }
        }
    }

    private void quantised(JsonToken value) {
        parser.skipChildren();
        if (value == JsonToken.START_OBJECT) {
            throw ForeignFormat.ESRI_STEPS.refusal(file);
        }
    }

    private void crs(@Nullable DeclaredCrs found) {
        if (outline.crs == null) {
            outline.crs = found;
        }
    }

    private void fields(JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                JsonObjectRead field = new JsonObjectRead();
                members.properties(field, token, new NoSink());
                String name = String.valueOf(field.properties.getOrDefault("name", ""));
                if ("esriFieldTypeDate".equals(field.properties.get("type"))) {
                    outline.dates.add(name);
                }
                if (!name.isBlank() && !"esriFieldTypeGeometry".equals(field.properties.get("type"))) {
                    outline.columns.add(name);
                    limits.check(Limit.ATTRIBUTES, outline.columns.size(), file);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void features(JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        outline.sets++;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            limits.check(Limit.FEATURES, ++rows, file);
            if (token == JsonToken.START_OBJECT) {
                feature();
            } else {
                reject(RejectionCode.NOT_A_FEATURE, "a feature must be an object");
                parser.skipChildren();
            }
        }
    }

    private void reject(RejectionCode code, String detail) {
        if (sink != null) {
            sink.reject(
                    rows, code, detail + " (line " + parser.currentLocation().getLineNr() + ")");
        }
    }

    private void feature() {
        JsonObjectRead object = new JsonObjectRead();
        Geometry geometry = null;
        NotBuilt wrong = null;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("attributes") && value == JsonToken.START_OBJECT) {
                members.properties(object, value, sink == null ? new NoSink() : sink);
            } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
                try {
                    geometry = geometry();
                } catch (NotBuilt e) {
                    wrong = e;
                }
            } else {
                parser.skipChildren();
            }
        }
        if (sink == null) {
            outline.columns.addAll(object.properties.keySet());
            limits.check(Limit.ATTRIBUTES, outline.columns.size(), file);
        } else if (wrong != null) {
            reject(wrong.reason().code(), wrong.reason().detail());
        } else {
            take(object, geometry, sink);
        }
    }

    private @Nullable Geometry geometry() throws NotBuilt {
        outline.shapes = true;
        SourceSink told = sink;
        EsriGeometry geometry =
                new EsriGeometry(parser, limits, file + ", feature " + rows, told == null ? new NoSink() : told);
        try {
            return geometry.read();
        } finally {
            crs(geometry.crs());
        }
    }

    private void take(JsonObjectRead object, @Nullable Geometry geometry, SourceSink to) {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        if (object.valuesLeftOut) {
            changes.add(ChangeCode.VALUE_LEFT_OUT);
        }
        Map<String, Object> values = new LinkedHashMap<>(object.properties);
        for (String column : outline.dates) {
            if (values.get(column) instanceof Long milliseconds) {
                values.put(column, dateOf(milliseconds));
            }
        }
        to.take(new SourceFeature(rows, null, geometry, values, changes));
    }

    /** Returns the date, and the time in UTC unless it is midnight, of milliseconds since 1970. */
    private static Object dateOf(long milliseconds) {
        try {
            Instant instant = Instant.ofEpochMilli(milliseconds);
            boolean dayOnly = instant.truncatedTo(ChronoUnit.DAYS).equals(instant);
            return dayOnly ? instant.atOffset(ZoneOffset.UTC).toLocalDate().toString() : instant.toString();
        } catch (DateTimeException e) {
            return milliseconds;
        }
    }
}
