package org.copse.geoimport;

/** What a layer is about; decides which geometries and roles are wanted. */
public enum LayerKind {
    /** Census units: areas with counts, never split by a plan. */
    UNITS(Shape.AREA),
    /** A table of counts by unit, joined by key. */
    POPULATION(Shape.NONE),
    /** Places of worship. */
    WORSHIP(Shape.PLACE),
    /** Recorded events. Large: read with {@link LayerImport#stream}. */
    INCIDENTS(Shape.PLACE),
    /** Focal places: schools, shops, stations, community centres. */
    PLACES(Shape.PLACE),
    /** Where police can be met. */
    CONTACT_POINTS(Shape.PLACE),
    /** Areas that residents recognise, and areas of communities. */
    NEIGHBOURHOODS(Shape.AREA),
    /** Lines (or areas) that walking does not cross. */
    BARRIERS(Shape.LINE_OR_AREA),
    /** Where a barrier can be crossed. */
    CROSSINGS(Shape.ANY),
    /** Sectors or beats in force. */
    AREAS_IN_FORCE(Shape.AREA),
    /** Streets with house numbers. Large: read with {@link LayerImport#stream}. */
    ADDRESSES(Shape.PLACE),
    /** Police stations from which officers start. */
    BASES(Shape.PLACE),
    /** Survey answers by area: question, n, share. */
    SURVEYS(Shape.OPTIONAL),
    /** Land, water, streets drawn behind the map. Everybody may see them, so no points: those could be incidents or homes. */
    BACKDROP(Shape.LINE_OR_AREA),
    /** No kind given: read, cleaned and reported as plain features. */
    PLAIN(Shape.OPTIONAL);

    /** The geometries a kind takes. */
    public enum Shape {
        /** Polygons and multipolygons. */
        AREA,
        /** Points; an area or a line stands for the point inside it, and the change is counted. */
        PLACE,
        /** Lines or areas. */
        LINE_OR_AREA,
        /** Any geometry, but one. */
        ANY,
        /** Any geometry, or none. */
        OPTIONAL,
        /** A table; a geometry that is there is left out. */
        NONE
    }

    private final Shape shape;

    LayerKind(Shape shape) {
        this.shape = shape;
    }

    /** Returns the geometries this kind takes. */
    public Shape shape() {
        return shape;
    }

    /** Returns whether a feature without a geometry belongs in a layer of this kind. */
    public boolean takesTables() {
        return shape == Shape.NONE || shape == Shape.OPTIONAL;
    }
}
