/** GeoJSON (RFC 7946) as the server writes it: longitude and latitude in WGS 84, streamed feature by feature. */
@NullMarked
package org.copse.server.geojson;

import org.jspecify.annotations.NullMarked;
