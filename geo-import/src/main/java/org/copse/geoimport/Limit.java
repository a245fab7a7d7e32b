package org.copse.geoimport;

import java.util.Locale;

/** Something an import bounds, with the bound it has unless told otherwise. */
public enum Limit {
    /** Bytes of the file as it was given. */
    FILE_BYTES("bytes in the file", 2L << 30),
    /** Bytes after unpacking, counted as they are read. */
    UNPACKED_BYTES("bytes after unpacking", 4L << 30),
    /** Bytes that come out for each byte of a packed file, counted from the first 64 MiB on. */
    UNPACKED_RATIO("bytes after unpacking for each packed byte", 100),
    /** Entries of an archive and of those in it. */
    ARCHIVE_ENTRIES("entries in the archive", 1_000),
    /** Features of a layer. */
    FEATURES("features", 20_000_000),
    /** Features of a layer that is held in memory. */
    FEATURES_IN_MEMORY("features in memory", 500_000),
    /** Vertices of one geometry. */
    VERTICES_PER_GEOMETRY("vertices in one geometry", 1_000_000),
    /** Vertices of a layer that is held in memory. */
    VERTICES_IN_MEMORY("vertices in memory", 20_000_000),
    /** Attributes of a feature. */
    ATTRIBUTES("attributes of a feature", 2_000),
    /** Characters of one attribute. */
    ATTRIBUTE_CHARACTERS("characters in one attribute", 1_000_000),
    /** Characters of the texts that the cells of a workbook share; each text counts 40 more, for its place in memory. */
    SHARED_TEXT_CHARACTERS("characters of shared text in the workbook", 50_000_000),
    /** Levels of nesting in JSON, XML and geometry collections. */
    NESTING("levels of nesting", 64),
    /** Crossings of one geometry's own segments, up to which it is repaired. */
    CROSSINGS_TO_REPAIR("crossings of one geometry's own lines", 100_000),
    /** Pairs of one geometry's own segments that lie close, up to which it is looked at. */
    PAIRS_OF_SEGMENTS("pairs of one geometry's own lines that lie close", 20_000_000),
    /** Vertices of a layer up to which its areas are looked at together, and mended. */
    VERTICES_TO_MEND("vertices of areas to be mended together", 3_000_000),
    /** Seconds one geometry may take to be looked at. */
    SECONDS_PER_GEOMETRY("seconds for one geometry", 20),
    /** Seconds an import may take. */
    SECONDS("seconds", 1_800);

    private final String noun;
    private final long usual;

    Limit(String noun, long usual) {
        this.noun = noun;
        this.usual = usual;
    }

    /** Returns what is counted, for messages: "entries in the archive". */
    public String noun() {
        return noun;
    }

    /** Returns the bound that holds unless told otherwise. */
    public long usual() {
        return usual;
    }

    /** Returns the name used on the command line and in configuration: {@code archive-entries}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
