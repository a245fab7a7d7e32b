/**
 * Incident: one recorded event with a category, a time, a place and who started it. What is here reads the words and dates that
 * files have for them: whether a category is one that residents report or one that police find when they look, who started an
 * incident, and which days a file covers. It proposes; a planner decides.
 */
@NullMarked
package org.copse.geoimport.incident;

import org.jspecify.annotations.NullMarked;
