package org.copse.geoimport.report;

import java.util.Locale;

/** What was changed in a feature that was taken. A closed list: its keys are stable. */
public enum ChangeCode {
    /** Ring whose last position was not its first. */
    RING_CLOSED("a ring was closed"),
    /** Invalid area or line repaired. */
    GEOMETRY_REPAIRED("an invalid geometry was repaired"),
    /** Hole that is the shell again, which would leave no area at all. */
    HOLE_FILLED("a hole that repeats its area's outline was filled"),
    /** Position a hair beyond the date line or a pole, as some projections leave it. */
    MOVED_ONTO_GLOBE("positions less than 0.001° beyond the globe's edge were moved onto it"),
    /** Longitude of a layer in degrees that its district, or the rest of the layer, counts the other way around the globe. */
    LONGITUDE_TURNED("a longitude was counted the other way around the globe, 360° more or less: the same place"),
    /** Parts of a collection of another dimension left out. */
    PARTS_LEFT_OUT("parts that this kind of layer does not take were left out"),
    /** Area or line in a layer of places. */
    PLACED_INSIDE("an area, a line or several points became one point inside"),
    /** Gap or overlap beside an area closed. */
    GEOMETRY_MENDED("gaps and overlaps beside an area were closed"),
    /** Geometry left out of a table. */
    GEOMETRY_LEFT_OUT("a geometry was left out, since the layer is a table"),
    /** Second feature with an id, but not the same feature. */
    ID_MADE_UNIQUE("an id that another feature has already was given a number"),
    /** No id in a layer that has ids. */
    ID_ASSIGNED("a feature without an id was given its row number"),
    /** Spaces around, or 101.0 for 101. */
    ID_TIDIED("spaces around an id, or its \".0\", were taken away"),
    /** Population that is no number of people. */
    POPULATION_UNKNOWN("a population that is no number from 0 was taken as unknown"),
    /** Date that cannot be read. */
    DATE_UNREADABLE("a date that cannot be read was left out"),
    /** Value that is no value: NaN, infinity, a numeric column's asterisks. */
    VALUE_LEFT_OUT("a value that is no number, or cannot be decoded, was left out"),
    /** Missing fields at a row's end. */
    ROW_COMPLETED("fields missing at the end of a row were taken as empty");

    private final String what;

    ChangeCode(String what) {
        this.what = what;
    }

    /** Returns what was changed, as a clause. */
    public String what() {
        return what;
    }

    /** Returns the stable key on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
