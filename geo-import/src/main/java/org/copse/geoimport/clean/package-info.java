/**
 * Features made fit for use, every change counted.
 *
 * <p>Cleaning keeps what a layer of its kind can use: geometries of the right type in WGS 84, valid, each feature under
 * an id of its own. What had to be changed is told by code, what cannot be used is rejected by code, and nothing is
 * dropped without one.
 */
@NullMarked
package org.copse.geoimport.clean;

import org.jspecify.annotations.NullMarked;
