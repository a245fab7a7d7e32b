/** Facts about the GeoJSON that the server writes. */
@NullMarked
package org.copse.server.geojson;

import org.jspecify.annotations.NullMarked;
