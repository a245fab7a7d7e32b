/** What must hold for the front end as files, before any browser sees it. */
@NullMarked
package org.copse.web;

import org.jspecify.annotations.NullMarked;
