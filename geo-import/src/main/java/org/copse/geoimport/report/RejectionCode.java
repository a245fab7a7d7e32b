package org.copse.geoimport.report;

import java.util.Locale;

/** Why one feature was not taken. A closed list: its keys are stable. */
public enum RejectionCode {
    /** A row with more values than the table has headers. */
    FIELDS_MORE_THAN_HEADERS(
            "the row has more fields than the table has headers, so values stand under the wrong names",
            "Quote the values that contain the delimiter, or choose another delimiter, and save the table again."),
    /** A row with fewer values than the table has headers. */
    FIELDS_FEWER_THAN_HEADERS(
            "the row has fewer fields than the table has headers, so values may stand under the wrong names",
            "Complete the row, leaving fields without a value empty."),
    /** Quotes that do not close, control characters, bytes that are not text. */
    ROW_UNREADABLE("the row cannot be read", "Mend the row in the program the file comes from."),
    /** A GeoJSON object that is not what its place asks for. */
    NOT_A_FEATURE("the object is no GeoJSON feature", "Save the layer as GeoJSON again (RFC 7946)."),
    /** Position that means none: 0, 0 and the like, where nothing else is near. */
    POSITION_MEANS_NONE(
            "the position is 0, 0 or another that programs write where there is none",
            "Add the position, or leave the row out. Where the district lies there, state it."),
    /** Geometry type that the format does not know. */
    GEOMETRY_TYPE_UNKNOWN("the geometry's type is not known", "Save the layer again with points, lines or polygons."),
    /** Coordinates that do not have the shape of the geometry's type. */
    COORDINATES_MALFORMED(
            "the coordinates do not have the shape that the geometry's type asks for",
            "Draw the feature again, or save the layer again."),
    /** NaN, infinity, a number too large, or text in place of a number. */
    COORDINATE_NOT_A_NUMBER("a coordinate is no finite number", "Correct the position."),
    /** No geometry where the kind needs one. */
    NO_GEOMETRY("the feature has no geometry or position", "Add the position, or leave the row out."),
    /** Point in a layer of areas, and the like. */
    GEOMETRY_WRONG_FOR_KIND("the geometry is not of the type that this kind of layer takes", "Choose another kind."),
    /** Position that is on no globe after the change of CRS. */
    OFF_THE_GLOBE(
            "the position lies beyond ±180° of longitude or ±90° of latitude",
            "Check the CRS, and whether the two coordinates are swapped."),
    /** Position outside what the file's CRS can express. */
    OUTSIDE_CRS("the position cannot be brought from the file's CRS to WGS 84", "Check the CRS."),
    /** Invalid geometry of which repair leaves nothing. */
    GEOMETRY_COLLAPSED("nothing is left of the invalid geometry after repair", "Draw the feature again."),
    /** Invalid geometry that crosses itself too often to be repaired within bounds. */
    GEOMETRY_TANGLED("the invalid geometry crosses itself too often to be repaired", "Draw the feature again."),
    /** Geometry whose lines lie so close, so often, that looking at it would take too long. */
    GEOMETRY_TOO_COSTLY("looking at the geometry would take too long", "Simplify the feature, or draw it again."),
    /** The same feature again: same id, same geometry, same attributes. */
    DUPLICATE("the feature is there already, with the same id, geometry and attributes", "Nothing: one is kept."),
    /** In a table: a row without a key. */
    NO_KEY("the row has no key, so it cannot be joined", "Add the key, or leave the row out."),
    /** In a table: a second row for one key. */
    KEY_REPEATED(
            "another row has the same key already",
            "Choose the rows wanted, for example those of one year, so that each key has one row.");

    private final String what;
    private final String whatToDo;

    RejectionCode(String what, String whatToDo) {
        this.what = what;
        this.whatToDo = whatToDo;
    }

    /** Returns what is wrong, as a clause. */
    public String what() {
        return what;
    }

    /** Returns advice for whoever has the file. */
    public String whatToDo() {
        return whatToDo;
    }

    /** Returns the stable key on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
