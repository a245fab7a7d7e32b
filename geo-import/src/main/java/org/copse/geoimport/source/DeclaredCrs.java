package org.copse.geoimport.source;

/**
 * What a file says of its CRS.
 *
 * @param form how it says it
 * @param text the code ({@code EPSG:27700}), the well-known text, or empty
 * @param where it stands: "the .prj", "the crs member"
 */
public record DeclaredCrs(Form form, String text, String where) {

    /** How a CRS is said. */
    public enum Form {
        /** By an authority's code. */
        CODE,
        /** By well-known text. */
        WKT,
        /** Not said, and the format says which it is then. */
        BY_FORMAT,
        /** Not said. */
        MISSING
    }

    /** Returns a CRS said by its code. */
    public static DeclaredCrs code(String code, String where) {
        return new DeclaredCrs(Form.CODE, code, where);
    }

    /** Returns a CRS said by well-known text. */
    public static DeclaredCrs wkt(String wkt, String where) {
        return new DeclaredCrs(Form.WKT, wkt, where);
    }

    /** Returns WGS 84 as the format's rule. */
    public static DeclaredCrs byFormat(String format) {
        return new DeclaredCrs(Form.BY_FORMAT, "EPSG:4326", format);
    }

    /** Returns that nothing is said. */
    public static DeclaredCrs missing(String where) {
        return new DeclaredCrs(Form.MISSING, "", where);
    }
}
