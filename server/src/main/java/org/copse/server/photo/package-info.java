/** Photos that people send: drawn anew before anything of them is kept, so that nothing but the picture is. */
@NullMarked
package org.copse.server.photo;

import org.jspecify.annotations.NullMarked;
