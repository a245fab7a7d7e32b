/**
 * What is different between two versions of a layer.
 *
 * <p>A feature of the one version is <em>the same</em> as one of the other when they have the same id; where ids do not
 * say it, when they have the same geometry.
 */
@NullMarked
package org.copse.geoimport.difference;

import org.jspecify.annotations.NullMarked;
