/** Tests of the sample city's loading. */
@NullMarked
package org.copse.server.samplecity;

import org.jspecify.annotations.NullMarked;
