/** The reader of XLSX workbooks, row by row. */
@NullMarked
package org.copse.geoimport.source.workbook;

import org.jspecify.annotations.NullMarked;
