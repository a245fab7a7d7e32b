/** Facts about scenarios and proposals. */
@NullMarked
package org.copse.server.scenario;

import org.jspecify.annotations.NullMarked;
