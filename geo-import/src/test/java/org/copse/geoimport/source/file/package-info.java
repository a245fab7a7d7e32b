@NullMarked
package org.copse.geoimport.source.file;

import org.jspecify.annotations.NullMarked;
