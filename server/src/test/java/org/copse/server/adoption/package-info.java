@NullMarked
package org.copse.server.adoption;

import org.jspecify.annotations.NullMarked;
