package org.copse.geoimport.source;

/** Reads the records of a .shp file. */
final class ShapeReader {
    static final int MAGIC = 9994;

    private ShapeReader() {}
}
