/** Tests of {@link org.copse.server.upload}. */
@NullMarked
package org.copse.server.upload;

import org.jspecify.annotations.NullMarked;
