/** A file as it was given: opened, unpacked within limits and against the clock, recognised by its first bytes, its text decoded. */
@NullMarked
package org.copse.geoimport.source.file;

import org.jspecify.annotations.NullMarked;
