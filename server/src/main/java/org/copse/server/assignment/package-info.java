/**
 * An assignment says who polices where, or for whom, from which day to which day: an officer a beat of a plan, a liaison officer a
 * community or a need. Leave has a substitute; a beat without anybody is covered by its sector's team, and every page says so. No day
 * is given twice: the database refuses it. History is kept: an assignment is ended, never removed.
 */
@NullMarked
package org.copse.server.assignment;

import org.jspecify.annotations.NullMarked;
