package org.copse.geoimport.report;

import java.util.Locale;

/** What concerns the whole layer and stops nothing. A closed list: its keys are stable. */
public enum WarningCode {
    /** Shapefile without an index: read by scanning. */
    INDEX_MISSING,
    /** Shapefile without a table of attributes. */
    TABLE_MISSING,
    /** Geometries and table rows that differ in number. */
    ROWS_DIFFER,
    /** Bytes after the last record, or a length in a header that is not the file's. */
    LENGTH_WRONG,
    /** Encoding guessed. */
    ENCODING_GUESSED("State the encoding where accents are wrong."),
    /** Encoding stated beside the text, and not that of its bytes. */
    ENCODING_CONTRADICTED("State the encoding where accents are wrong."),
    /** A service's answer that holds a part of the layer only. */
    ANSWER_CUT_OFF("Ask for the following pages (resultOffset), and zip all pages together."),
    /** Curves that were made lines, within a stated distance. */
    CURVES_AS_LINES,
    /** CRS guessed from the values. */
    CRS_GUESSED("Look where the layer lies, and state its CRS where that is wrong."),
    /** CRS identified by its name or parameters, since the file has no code. */
    CRS_IDENTIFIED,
    /** Two statements about the CRS that differ. */
    CRS_CONTRADICTED("Look where the layer lies, and state the other CRS where that is wrong."),
    /** Way to WGS 84 known to some metres only. */
    CRS_ACCURACY,
    /** Positions that would lie right with their axes swapped. */
    AXES_SWAPPED("Read the file with its axes swapped (option --swap-axes)."),
    /** Positions that lie where they should not, swapped or not. */
    POSITIONS_ELSEWHERE("State the CRS that the positions are in."),
    /** Heights or measures left out. */
    HEIGHTS_LEFT_OUT,
    /** Ring in the direction that the format does not ask for. */
    RING_DIRECTION,
    /** Something in the file that its format forbids or advises against, and that was understood all the same. */
    FORMAT_NOT_KEPT,
    /** Same name in one object or header twice. */
    NAME_REPEATED,
    /** No column plays the role of the id: rows are numbered. */
    IDS_ASSIGNED("State the column of the id, so that versions of the layer can be compared."),
    /** No column plays a role that a layer of this kind usually has. */
    ROLE_ABSENT("State the column, where there is one."),
    /** Different features with the same geometry. */
    SAME_GEOMETRY,
    /** Features without a population. */
    POPULATION_MISSING,
    /** Dates that give the month and no day, or no year. */
    DATES_COARSE,
    /** Rows with the same values throughout, kept. */
    SAME_ROWS,
    /** Header of a table below its first row. */
    HEADER_BELOW_TOP,
    /** In a long stream: ids beyond those that are remembered. */
    IDS_NOT_COMPARED,
    /** Column of percentages whose values are shares of one. */
    SHARE_AS_FRACTION,
    /** Other layers of the file, not read. */
    OTHER_LAYERS("Name the layer, where another one is meant."),
    /** Points and commas before fractions in one column. */
    NUMBERS_MIXED("Look at the rows named, and state the sign where a value is wrong (option --decimal)."),
    /** A mark in a number that could stand before fractions was taken for one between thousands. */
    NUMBERS_GROUPED("State the sign before fractions where that is wrong (option --decimal)."),
    /** Cells that say in words that there is no value. */
    NO_VALUE,
    /** Values of a column that a reader should know about. */
    VALUES_ODD,
    /** Strips between areas that belong to none. */
    COVERAGE_GAPS("Have gaps closed up to a width, where they are drawing errors (option --mend)."),
    /** Ground that several areas claim. */
    COVERAGE_OVERLAPS("Have overlaps closed up to a width, where they are drawing errors (option --mend)."),
    /** Areas so narrow that they are probably left over from drawing. */
    COVERAGE_SLIVERS("Look at them, and join them to a neighbour."),
    /** Areas too entangled to find out whether they meet. */
    COVERAGE_UNCHECKED,
    /** What mending moved. */
    COVERAGE_MENDED,
    /** Areas of several parts, or with holes. */
    AREAS_COMPOUND,
    /** Columns of special categories, taken with purpose and legal basis, or only read. */
    SPECIAL_CATEGORY("State purpose and legal basis, or leave the columns out, before the layer is kept.");

    private final String whatToDo;

    WarningCode() {
        this("");
    }

    WarningCode(String whatToDo) {
        this.whatToDo = whatToDo;
    }

    /** Returns advice for whoever has the file; empty where there is nothing to do. */
    public String whatToDo() {
        return whatToDo;
    }

    /** Returns the stable key on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
