/** Facts about hotspots over HTTP, on both databases. */
@NullMarked
package org.copse.server.hotspot;

import org.jspecify.annotations.NullMarked;
