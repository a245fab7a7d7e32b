/**
 * Writers of the formats that authorities really exchange: Shapefile, GeoPackage, GeoJSON, CSV.
 *
 * <p>Each writes the same bytes for the same content, but for the GeoPackage, whose bytes are SQLite's affair.
 */
@NullMarked
package org.copse.samplemaps.format;

import org.jspecify.annotations.NullMarked;
