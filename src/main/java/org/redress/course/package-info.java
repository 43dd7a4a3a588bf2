/**
 * A wrong course is put right on either side: the form that asks for it, what is shown and confirmed, and the step that carries it out.
 * It knows cases and confirmations; where a course leads back to, the two sides know, each with its own {@link org.redress.course.WayBack}.
 * It refuses a course that is not there, or that something sent has made final. CHD-03, CORP-16, LGS-02.
 */
@NullMarked
package org.redress.course;

import org.jspecify.annotations.NullMarked;
