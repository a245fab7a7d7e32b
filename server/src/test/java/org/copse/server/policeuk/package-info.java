@NullMarked
package org.copse.server.policeuk;

import org.jspecify.annotations.NullMarked;
