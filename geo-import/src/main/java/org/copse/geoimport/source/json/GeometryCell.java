package org.copse.geoimport.source.json;

import java.util.Set;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.source.NoSink;
import org.copse.geoimport.source.geometry.GeometryBuilder;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** A GeoJSON geometry object in a cell of a table. */
public final class GeometryCell {
    private GeometryCell() {}

    /**
     * Returns the geometry, or null where its coordinates are empty.
     *
     * @param changes filled with what was changed
     * @throws NotBuilt when the text is no geometry object, or a collection of geometries
     */
    public static @Nullable Geometry parse(String text, Limits limits, Set<ChangeCode> changes) throws NotBuilt {
        String type = "";
        Object coordinates = null;
        try (JsonParser parser = JsonText.factory(limits).createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noGeometry("it is no object");
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                if (member.equals("type") && value == JsonToken.VALUE_STRING) {
                    type = parser.getString();
                } else if (member.equals("coordinates") && value == JsonToken.START_ARRAY) {
                    coordinates = JsonCoordinates.read(parser, limits, "a cell");
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw noGeometry("its JSON breaks off or breaks the rules");
        }
        return new GeometryBuilder(new NoSink(), changes).build(type, coordinates);
    }

    private static NotBuilt noGeometry(String why) {
        return new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "the cell holds no geometry: " + why);
    }
}
