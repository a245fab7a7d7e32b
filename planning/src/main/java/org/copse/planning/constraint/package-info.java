/**
 * Hard constraints: what every plan must keep. {@link org.copse.planning.constraint.HardConstraints} checks a finished plan against all of
 * them from the problem alone and says of each one that is not kept where, by how much and why.
 */
@NullMarked
package org.copse.planning.constraint;

import org.jspecify.annotations.NullMarked;
