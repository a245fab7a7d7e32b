@NullMarked
package org.copse.server.problemcase;

import org.jspecify.annotations.NullMarked;
