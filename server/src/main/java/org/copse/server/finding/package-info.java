/** A finding is one observation of a walk: where, what kind of thing, how bad or how good, photos. It is about a place, never about a person. */
@NullMarked
package org.copse.server.finding;

import org.jspecify.annotations.NullMarked;
