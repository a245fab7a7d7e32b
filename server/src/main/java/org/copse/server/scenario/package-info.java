/**
 * A scenario is a plan being worked on: layers, weights and bounds, checked and stored. What a job makes of it is a proposal,
 * which stands above.
 */
@NullMarked
package org.copse.server.scenario;

import org.jspecify.annotations.NullMarked;
