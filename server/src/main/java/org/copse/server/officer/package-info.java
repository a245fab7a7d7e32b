/**
 * The roster of officers. The public knows an officer by a duty name or number, languages, hours and a service phone and address; by a
 * full name and a photo only as long as the officer wants it. There is no live position, and no figure by which officers could be ranked.
 */
@NullMarked
package org.copse.server.officer;

import org.jspecify.annotations.NullMarked;
