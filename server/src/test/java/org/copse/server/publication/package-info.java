/** Facts about published plans, on both databases. */
@NullMarked
package org.copse.server.publication;

import org.jspecify.annotations.NullMarked;
