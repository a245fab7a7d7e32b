@NullMarked
package org.copse.server.finding;

import org.jspecify.annotations.NullMarked;
