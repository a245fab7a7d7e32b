/** The reader of GeoPackages: plain queries on the tables that the standard names. */
@NullMarked
package org.copse.geoimport.source.geopackage;

import org.jspecify.annotations.NullMarked;
