package org.copse.geoimport.source.xml;

import java.io.IOException;
import org.copse.geoimport.source.DeclaredCrs;
import org.jspecify.annotations.Nullable;

/** One pass over the features of an XML document. */
interface XmlWalk {

    /** Returns the next feature, or null after the last. */
    @Nullable
    XmlFeature next() throws IOException;

    /** Returns what the features passed until now say of the CRS. */
    DeclaredCrs crs();
}
