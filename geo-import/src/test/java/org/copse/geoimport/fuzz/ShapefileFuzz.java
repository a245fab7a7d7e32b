package org.copse.geoimport.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

/** Any bytes as the parts of a Shapefile: .shp, .dbf, .shx and .cpg, with a mark between them. */
public final class ShapefileFuzz {

    private ShapefileFuzz() {}

    /** Imports the input as files beside each other. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[][] parts = FuzzedFile.split(data, 4);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("fuzzed.shp", parts[0]);
        String[] names = {"fuzzed.shp", "fuzzed.dbf", "fuzzed.shx", "fuzzed.cpg"};
        for (int i = 1; i < names.length; i++) {
            if (parts[i].length > 0) {
                files.put(names[i], parts[i]);
            }
        }
        FuzzedFile.importing(files, "fuzzed.shp");
    }
}
