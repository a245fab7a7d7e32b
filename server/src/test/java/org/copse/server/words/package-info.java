/** Facts about words. */
@NullMarked
package org.copse.server.words;

import org.jspecify.annotations.NullMarked;
