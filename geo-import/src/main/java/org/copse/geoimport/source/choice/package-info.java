/** Which reader a file gets: by content, never by name. */
@NullMarked
package org.copse.geoimport.source.choice;

import org.jspecify.annotations.NullMarked;
