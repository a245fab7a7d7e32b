/**
 * A scenario is a plan being worked on: layers, weights and bounds go in, a job plans, and a proposal of alternatives with
 * their measures and territories comes out.
 */
@NullMarked
package org.copse.server.scenario;

import org.jspecify.annotations.NullMarked;
