/** The two databases that Copse runs on, and where their SQL differs: PostGIS for an installation, H2GIS to try out. */
@NullMarked
package org.copse.server.database;

import org.jspecify.annotations.NullMarked;
