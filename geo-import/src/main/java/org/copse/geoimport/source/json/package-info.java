/** Readers of JSON: GeoJSON and TopoJSON, by their tokens. */
@NullMarked
package org.copse.geoimport.source.json;

import org.jspecify.annotations.NullMarked;
