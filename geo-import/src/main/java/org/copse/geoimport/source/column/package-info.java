/** The columns of formats that write every value as text: their header and their types. */
@NullMarked
package org.copse.geoimport.source.column;

import org.jspecify.annotations.NullMarked;
