@NullMarked
package org.copse.server.consultation;

import org.jspecify.annotations.NullMarked;
