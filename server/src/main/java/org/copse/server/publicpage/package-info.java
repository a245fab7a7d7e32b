/**
 * Pages for everybody, written whole by the server from templates: they work without a script and set no cookie. Their language stands in their
 * address.
 */
@NullMarked
package org.copse.server.publicpage;

import org.jspecify.annotations.NullMarked;
