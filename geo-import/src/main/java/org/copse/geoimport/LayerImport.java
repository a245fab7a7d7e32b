package org.copse.geoimport;

/**
 * Reads files into layers.
 *
 * <p>The reader is chosen by the file's content. Geometries are brought to WGS 84 and repaired, and every feature ends
 * in exactly one bucket of the {@link ImportReport}.
 */
public final class LayerImport {

    private LayerImport() {}

    /**
     * Returns the layer in memory.
     *
     * @throws ImportRefused when the file as a whole cannot be used or passes a limit
     */
    public static ImportedLayer read(ImportRequest request) {
        throw new ImportRefused(RefusalCode.UNKNOWN_FORMAT, request.fileName(), "no reader yet");
    }

    /**
     * Hands the features to {@code sink} one by one; memory does not grow with the file.
     *
     * @throws ImportRefused when the file as a whole cannot be used or passes a limit; features handed over until then
     *     must not be kept
     */
    public static ImportReport stream(ImportRequest request, FeatureSink sink) {
        throw new ImportRefused(RefusalCode.UNKNOWN_FORMAT, request.fileName(), "no reader yet");
    }
}
