/**
 * What an import would do with a file, before it is done.
 *
 * <p>A <em>preview</em> reads a sample and proposes each choice that an import makes: layer, encoding, delimiter, CRS,
 * column of each role, tag of each column. Whoever imports confirms or changes them, and gives them back in an {@link
 * org.copse.geoimport.ImportRequest}. Proposals say how sure they are and why.
 */
@NullMarked
package org.copse.geoimport.preview;

import org.jspecify.annotations.NullMarked;
