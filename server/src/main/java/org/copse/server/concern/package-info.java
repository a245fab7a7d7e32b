/**
 * What residents tell the police of their area: without an account, with or without a contact. Nothing of a concern is public, its place least of all. Whoever
 * filed it follows it by the code of its receipt; the officers of its beat answer, and everything is deleted after stated times.
 */
@NullMarked
package org.copse.server.concern;

import org.jspecify.annotations.NullMarked;
