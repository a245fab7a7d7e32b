/** Readers of XML: KML and GPX, element by element and without document types. */
@NullMarked
package org.copse.geoimport.source.xml;

import org.jspecify.annotations.NullMarked;
