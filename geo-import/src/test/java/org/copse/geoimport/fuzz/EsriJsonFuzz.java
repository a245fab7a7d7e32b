package org.copse.geoimport.fuzz;

/** Any bytes as an answer of an Esri service. */
public final class EsriJsonFuzz {

    private EsriJsonFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
