/** Readers of XML: KML, GPX and GML, element by element and without document types. */
@NullMarked
package org.copse.geoimport.source.xml;

import org.jspecify.annotations.NullMarked;
