package org.copse.geoimport;

import java.util.Locale;

/** Why a file as a whole was refused. A closed list: its keys are stable. */
public enum RefusalCode {
    /** No such file, or it cannot be opened. */
    NOT_READABLE("Check the path and that the file may be read."),
    /** Nothing in it. */
    EMPTY_FILE("Check that the file was saved and copied whole."),
    /** No reader knows the content. */
    UNKNOWN_FORMAT(
            "Give GeoJSON, Esri JSON, TopoJSON, a zipped Shapefile, GeoPackage, FlatGeobuf, KML, KMZ, GML, GPX, MIF,"
                    + " CSV, TSV or XLSX, plain, zipped or gzipped."),
    /** A format that Copse knows by name and does not read. */
    OTHER_FORMAT("Convert the file to GeoPackage, a zipped Shapefile, GeoJSON, CSV or XLSX."),
    /** A server's message about an error, saved in place of the data. */
    ERROR_ANSWER("Ask the service again; where it answers so again, ask its operator."),
    /** The content begins as a known format and then breaks its rules. */
    BROKEN_FILE("Open the file in the program it comes from and save it again."),
    /** A part of a file of several parts is missing (the .shp of a Shapefile). */
    PART_MISSING("Zip all parts of the layer together."),
    /** Archive that tries to write outside, or contains links, or archives in archives in archives. */
    UNSAFE_ARCHIVE("Unpack the archive and zip the layer's files again, without folders that lead outside."),
    /** XML with a document type declaration: entities can swell without bound, or read other files. */
    UNSAFE_XML("Save the file again without a document type declaration (DOCTYPE)."),
    /** One of the limits was passed. */
    LIMIT_PASSED("Raise the limit, or split the file."),
    /** The text's encoding cannot be known, or is not the one stated. */
    BAD_ENCODING("Save the file as UTF-8."),
    /** The CRS is missing and not to be guessed. */
    CRS_MISSING("State the CRS, for example EPSG:31370."),
    /** The CRS given or found is not known. */
    CRS_UNKNOWN("State the CRS by its EPSG code, for example EPSG:31370."),
    /** A role names a column that is not there. */
    COLUMN_MISSING("Choose one of the columns that the file has."),
    /** A role that this kind of layer needs was neither given nor found. */
    ROLE_MISSING("State which column plays the role."),
    /** Several layers, and none was chosen. */
    LAYER_AMBIGUOUS("State the layer to read."),
    /** The layer chosen is not there. */
    LAYER_MISSING("Choose one of the layers that the file has."),
    /** Every feature was rejected, or there was none. */
    NOTHING_USABLE("See the rejections in the report."),
    /** Rows look like persons. */
    PERSONS("Import aggregates by area, never rows about persons."),
    /** Special-category columns are to be kept, and purpose or legal basis is not stated. */
    PURPOSE_MISSING("State purpose and legal basis, or tag the columns as ordinary where they are, or leave them out."),
    /** A column that may be of a special category is stated to be ordinary, and nobody says why. */
    REASON_MISSING("Say for each of these columns why it is ordinary, or keep it as special."),
    /** The values leave something open that only somebody who knows the file can say. */
    ANSWER_NEEDED("Answer the question."),
    /** The layer lacks what its use needs; raised by those that build on layers. */
    NOT_FIT_FOR_USE("See what is missing.");

    private final String whatToDo;

    RefusalCode(String whatToDo) {
        this.whatToDo = whatToDo;
    }

    /** Returns advice for whoever has the file. */
    public String whatToDo() {
        return whatToDo;
    }

    /** Returns the stable key on the wire: {@code unsafe-archive}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
