/** What a job proposes for a scenario: alternatives with their measures and their land. The latest counts. */
@NullMarked
package org.copse.server.proposal;

import org.jspecify.annotations.NullMarked;
