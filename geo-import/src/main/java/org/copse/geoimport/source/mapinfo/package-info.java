/** The reader of MapInfo's interchange format: a MIF of shapes, and a MID of rows beside it. */
@NullMarked
package org.copse.geoimport.source.mapinfo;

import org.jspecify.annotations.NullMarked;
