/**
 * A handover takes a beat from one officer to the next: what the one knows of its organisations, places and agreements, a walk together,
 * word to the residents, and both say when it is done. No resident is named in it.
 */
@NullMarked
package org.copse.server.handover;

import org.jspecify.annotations.NullMarked;
