/** Readers of JSON: GeoJSON, TopoJSON and Esri JSON, by their tokens. */
@NullMarked
package org.copse.geoimport.source.json;

import org.jspecify.annotations.NullMarked;
