/** The reader of delimited text. */
@NullMarked
package org.copse.geoimport.source.table;

import org.jspecify.annotations.NullMarked;
