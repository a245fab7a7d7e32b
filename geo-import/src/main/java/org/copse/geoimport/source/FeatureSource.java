package org.copse.geoimport.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file of a known format. */
public interface FeatureSource extends Closeable {

    /** Returns what is known of the file without its features. */
    SourceInfo info();

    /** Returns the layers among which this one was taken unasked, itself included; empty where there is no other. */
    default List<String> listLayers() {
        return List.of();
    }

    /**
     * Hands all features to {@code sink}, in the order of the file. May be called again, and then begins anew.
     *
     * @throws IOException when the file cannot be read
     * @throws org.copse.geoimport.ImportRefused when the file breaks its format's rules beyond one feature, or passes a
     *     limit
     */
    void forEach(SourceSink sink) throws IOException;

    @Override
    default void close() throws IOException {}
}
