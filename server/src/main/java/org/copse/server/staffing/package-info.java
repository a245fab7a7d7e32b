/**
 * How many officers a plan would be for: those who serve and the beats that exist, beside what a norm would give and what the units can be shared
 * out over. Known before a scenario is planned.
 */
@NullMarked
package org.copse.server.staffing;

import org.jspecify.annotations.NullMarked;
