package org.copse.geoimport.fuzz;

/** Any bytes as GeoJSON. */
public final class GeoJsonFuzz {

    private GeoJsonFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
