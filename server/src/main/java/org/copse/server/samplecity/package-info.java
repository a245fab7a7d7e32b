/** The sample city: loaded once, whole, into an empty database, so that a first look shows a district at work. */
@NullMarked
package org.copse.server.samplecity;

import org.jspecify.annotations.NullMarked;
