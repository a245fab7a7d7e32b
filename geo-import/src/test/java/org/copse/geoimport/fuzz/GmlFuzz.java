package org.copse.geoimport.fuzz;

/** Any bytes as GML. */
public final class GmlFuzz {

    private GmlFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
