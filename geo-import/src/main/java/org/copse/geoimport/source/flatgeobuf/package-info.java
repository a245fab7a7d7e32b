/** The reader of FlatGeobuf. */
@NullMarked
package org.copse.geoimport.source.flatgeobuf;

import org.jspecify.annotations.NullMarked;
