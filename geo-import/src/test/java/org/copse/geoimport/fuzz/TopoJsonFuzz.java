package org.copse.geoimport.fuzz;

/** Any bytes as TopoJSON. */
public final class TopoJsonFuzz {

    private TopoJsonFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
