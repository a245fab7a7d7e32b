/**
 * A layer is an imported file, cleaned: immutable, versioned, with its source, licence, purpose, legal basis and import
 * report. An import is stored whole or not at all.
 */
@NullMarked
package org.copse.server.layer;

import org.jspecify.annotations.NullMarked;
