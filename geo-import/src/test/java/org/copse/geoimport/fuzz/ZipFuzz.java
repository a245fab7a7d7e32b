package org.copse.geoimport.fuzz;

/** Any bytes as a zip archive or a gzip. */
public final class ZipFuzz {

    private ZipFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
