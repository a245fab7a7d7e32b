package org.copse.geoimport.fuzz;

/** Any bytes as KML or GPX. */
public final class KmlFuzz {

    private KmlFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
