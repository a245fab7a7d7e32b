package org.copse.geoimport.fuzz;

import java.util.Map;

/** Any bytes as MIF and MID, split at the mark. */
public final class MifFuzz {

    private MifFuzz() {}

    /** Imports the input as two files beside each other. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[][] files = FuzzedFile.split(data, 2);
        FuzzedFile.importing(Map.of("fuzzed.mif", files[0], "fuzzed.mid", files[1]), "fuzzed.mif");
    }
}
