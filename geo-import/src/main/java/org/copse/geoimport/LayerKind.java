package org.copse.geoimport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    /** Returns the name used on the command line: {@code areas-in-force}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind of this key, in any case and with hyphens or underscores, or empty. */
    public static Optional<LayerKind> findByKey(String key) {
        String name = key.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Returns the geometries this kind takes. */
    public Shape shape() {
        return shape;
    }

    /**
     * Returns the roles without which a layer of this kind is refused: of each set, one. Positions are not among them,
     * since a geometry is asked for by {@link #shape}.
     */
    public List<Set<Role>> required() {
        return switch (this) {
            case POPULATION -> List.of(Set.of(Role.KEY));
            case AREAS_IN_FORCE -> List.of(Set.of(Role.BEAT, Role.ID));
            case ADDRESSES -> List.of(Set.of(Role.STREET, Role.ADDRESS));
            case SURVEYS -> List.of(Set.of(Role.QUESTION), Set.of(Role.SAMPLE_SIZE), Set.of(Role.SHARE));
            default -> List.of();
        };
    }

    /** Returns the roles that a layer of this kind usually has: the report says where one is missing. */
    public Set<Role> usual() {
        return switch (this) {
            case UNITS -> Set.of(Role.ID, Role.POPULATION);
            case POPULATION -> Set.of(Role.POPULATION);
            case WORSHIP, PLACES -> Set.of(Role.NAME, Role.CATEGORY);
            case INCIDENTS -> Set.of(Role.CATEGORY, Role.DATE, Role.INITIATOR);
            case CONTACT_POINTS -> Set.of(Role.NAME, Role.OPENING_HOURS);
            case NEIGHBOURHOODS, BASES -> Set.of(Role.NAME);
            case AREAS_IN_FORCE -> Set.of(Role.SECTOR, Role.OFFICER);
            case ADDRESSES -> Set.of(Role.HOUSE_NUMBER);
            case SURVEYS -> Set.of(Role.KEY);
            default -> Set.of();
        };
    }

    /** Returns whether columns describe people of an area or an event, so that some are of special categories. */
    public boolean aboutPeople() {
        return switch (this) {
            case UNITS, POPULATION, NEIGHBOURHOODS, AREAS_IN_FORCE, SURVEYS, INCIDENTS -> true;
            default -> false;
        };
    }

    /** Returns whether a feature without a geometry belongs in a layer of this kind. */
    public boolean takesTables() {
        return shape == Shape.NONE || shape == Shape.OPTIONAL;
    }
}
