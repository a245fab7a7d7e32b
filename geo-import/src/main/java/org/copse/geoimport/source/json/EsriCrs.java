package org.copse.geoimport.source.json;

import org.copse.geoimport.source.DeclaredCrs;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The {@code spatialReference} of Esri JSON. */
final class EsriCrs {
    private static final String WHERE = "the spatialReference";
    private static final int FIRST_OF_ESRI = 37_001;

    private EsriCrs() {}

    /** Reads the object at the parser's current token to its end; returns null where it says nothing. */
    static @Nullable DeclaredCrs read(JsonParser parser) {
        long code = 0;
        long latest = 0;
        String wkt = "";
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("wkid") && value == JsonToken.VALUE_NUMBER_INT) {
                code = small(parser);
            } else if (member.equals("latestWkid") && value == JsonToken.VALUE_NUMBER_INT) {
                latest = small(parser);
            } else if (member.startsWith("wkt") && value == JsonToken.VALUE_STRING) {
                wkt = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        long best = latest > 0 ? latest : code;
        if (best == 102_100 || best == 102_113 || best == 900_913) {
            return DeclaredCrs.code("EPSG:3857", WHERE + ", Web Mercator as " + best);
        }
        if (best > 0 && (best < FIRST_OF_ESRI || wkt.isBlank())) {
            boolean esri = (best >= 37_001 && best <= 37_260) || best >= 53_001;
            return DeclaredCrs.code((esri ? "ESRI:" : "EPSG:") + best, WHERE);
        }
        return wkt.isBlank() ? null : DeclaredCrs.wkt(wkt, WHERE);
    }

    private static long small(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.INT ? parser.getLongValue() : 0;
    }
}
