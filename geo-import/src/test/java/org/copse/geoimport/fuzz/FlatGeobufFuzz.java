package org.copse.geoimport.fuzz;

/** Any bytes as FlatGeobuf. */
public final class FlatGeobufFuzz {

    private FlatGeobufFuzz() {}

    /** Imports the input as a file. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedFile.importing(data);
    }
}
