package org.copse.geoimport.fuzz;

/** Any bytes as a table of text. */
public final class CsvFuzz {

    private CsvFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
