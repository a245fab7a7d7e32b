/**
 * The course of a plan from draft through consultation to adoption, force and its successor. A plan comes into force only through here: with
 * its assessments, or with an override whose reason is published. Each step says who, when and why; a step back needs a reason.
 */
@NullMarked
package org.copse.server.adoption;

import org.jspecify.annotations.NullMarked;
