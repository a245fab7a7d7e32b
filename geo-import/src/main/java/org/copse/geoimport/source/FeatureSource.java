package org.copse.geoimport.source;

import java.io.Closeable;
import java.io.IOException;

/** A file of a known format. */
public interface FeatureSource extends Closeable {

    /** Returns what is known of the file without its features. */
    SourceInfo info();

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
