/**
 * A guided walk: officer and residents walk a route and write down what they see. Phones record it, offline as a rule, and send it in items that
 * they name: the walk, pieces of its track, findings, photos. Each item is sent until the manifest confirms it, so everything here may
 * come twice, late, or from two phones, and is stored once.
 */
@NullMarked
package org.copse.server.walk;

import org.jspecify.annotations.NullMarked;
