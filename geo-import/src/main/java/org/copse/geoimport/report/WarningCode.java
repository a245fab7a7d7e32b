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
    ENCODING_GUESSED,
    /** CRS guessed from the values. */
    CRS_GUESSED,
    /** CRS identified by its name or parameters, since the file has no code. */
    CRS_IDENTIFIED,
    /** Two statements about the CRS that differ. */
    CRS_CONTRADICTED,
    /** Way to WGS 84 known to some metres only. */
    CRS_ACCURACY,
    /** Heights or measures left out. */
    HEIGHTS_LEFT_OUT,
    /** Ring in the direction that the format does not ask for. */
    RING_DIRECTION,
    /** Something in the file that its format forbids or advises against, and that was understood all the same. */
    FORMAT_NOT_KEPT,
    /** Same name in one object or header twice. */
    NAME_REPEATED,
    /** No column plays the role of the id: rows are numbered. */
    IDS_ASSIGNED,
    /** Different features with the same geometry. */
    SAME_GEOMETRY,
    /** Features without a population. */
    POPULATION_MISSING,
    /** Dates that give the month and no day, or no year. */
    DATES_COARSE,
    /** Rows with the same values throughout, kept. */
    SAME_ROWS,
    /** Other layers of the file, not read. */
    OTHER_LAYERS,
    /** Values of a column that a reader should know about. */
    VALUES_ODD;

    /** Returns the stable key on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
