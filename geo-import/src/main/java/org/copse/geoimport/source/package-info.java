/**
 * Files as features, before anything is judged.
 *
 * <p>A <em>source</em> is a file whose format was recognised by its content; it hands over what the file holds, in the
 * file's own CRS, and names what cannot be read feature by feature. It never holds more than one feature at a time,
 * and every count and length it meets in a file is checked before memory is spent on it.
 */
@NullMarked
package org.copse.geoimport.source;

import org.jspecify.annotations.NullMarked;
