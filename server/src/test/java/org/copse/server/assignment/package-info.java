/** Facts about who polices where, on which days, and what the databases refuse. */
@NullMarked
package org.copse.server.assignment;

import org.jspecify.annotations.NullMarked;
