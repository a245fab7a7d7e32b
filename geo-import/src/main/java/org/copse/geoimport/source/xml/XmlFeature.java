package org.copse.geoimport.source.xml;

import java.util.Map;
import java.util.Set;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of an XML document as it is written.
 *
 * @param row from 1, in the order of the document
 * @param id of the element, or null
 * @param texts values by column, none blank
 * @param shape not yet built
 */
record XmlFeature(long row, @Nullable String id, Map<String, String> texts, Shape shape) {

    /** A geometry that is built once the whole element is read. */
    interface Shape {
        /**
         * Returns the geometry, or null where there is none.
         *
         * @param sink told of what was forgiven
         * @param changes filled with what was changed
         */
        @Nullable
        Geometry build(SourceSink sink, Set<ChangeCode> changes) throws NotBuilt;
    }
}
