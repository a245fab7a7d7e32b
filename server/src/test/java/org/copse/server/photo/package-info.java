@NullMarked
package org.copse.server.photo;

import org.jspecify.annotations.NullMarked;
