package org.copse.geoimport.source.json;

import java.io.IOException;
import org.copse.geoimport.Limits;
import org.copse.geoimport.source.file.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Which of the forms of JSON a file is in, as the first member that tells says. */
public enum JsonKind {
    /** Anything that the others are not. */
    GEOJSON,
    /** Objects that share arcs. */
    TOPOJSON,
    /** A feature set of an Esri service, or several. */
    ESRI,
    /** A service's answer that says what went wrong. */
    ERROR;

    /** Returns the kind of {@code part}. */
    public static JsonKind of(Part part, Limits limits) throws IOException {
        return new JsonText(part, limits).read(parser -> {
            JsonToken first = parser.nextToken();
            boolean list = first == JsonToken.START_ARRAY;
            if ((list ? parser.nextToken() : first) != JsonToken.START_OBJECT) {
                return GEOJSON;
            }
            for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                String member = parser.currentName();
                JsonKind told = byMember(member, parser.nextToken(), parser);
                if (told != null) {
                    return list && told != ESRI ? GEOJSON : told;
                }
                parser.skipChildren();
            }
            return GEOJSON;
        });
    }

    private static @Nullable JsonKind byMember(String member, @Nullable JsonToken value, JsonParser parser) {
        boolean text = value == JsonToken.VALUE_STRING;
        return switch (member) {
            case "type" -> text && parser.getString().equals("Topology") ? TOPOJSON : GEOJSON;
            case "geometry", "properties", "coordinates", "geometries" -> GEOJSON;
            case "error" -> value == JsonToken.START_OBJECT ? ERROR : null;
            case "features" -> value == JsonToken.START_ARRAY ? byFirstFeature(parser) : GEOJSON;
            case "geometryType" -> text && parser.getString().startsWith("esriGeometry") ? ESRI : null;
            case "displayFieldName",
                    "currentVersion",
                    "objectIds",
                    "fieldAliases",
                    "objectIdFieldName",
                    "globalIdFieldName",
                    "uniqueIdField",
                    "geometryProperties",
                    "spatialReference",
                    "featureSet",
                    "featureCollection" -> ESRI;
            case "layers" -> value == JsonToken.START_ARRAY ? ESRI : null;
            default -> null;
        };
    }

    /** Returns the kind by the first feature's members; the parser is somewhere in it then. */
    private static JsonKind byFirstFeature(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return GEOJSON;
        }
        for (JsonToken token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "attributes" -> {
                    return ESRI;
                }
                case "type", "properties" -> {
                    return GEOJSON;
                }
                case "geometry" -> {
                    if (parser.currentToken() != JsonToken.START_OBJECT) {
                        continue;
                    }
                    parser.nextToken();
                    boolean geoJson = "type".equals(parser.currentName()) || "coordinates".equals(parser.currentName());
                    return geoJson ? GEOJSON : ESRI;
                }
                default -> parser.skipChildren();
            }
        }
        return GEOJSON;
    }
}
