/**
 * The generator of the sample city: Wervelmonde, a river port that does not exist.
 *
 * <p>The files under {@code sample-city/} are what this package writes for its one seed. It is tool code: nothing of it is
 * packaged, and the files are committed so that nobody has to run it.
 */
@NullMarked
package org.copse.samplemaps;

import org.jspecify.annotations.NullMarked;
