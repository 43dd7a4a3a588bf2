/**
 * What passes between the Ombudsman and a council when both work in the product: a copy of the letter goes into the other side's
 * case file, and the other side's process gets a message with references and what its model reads. Neither side ever reads the
 * other's file. A letter goes into a case only if it certainly belongs to it, and else into a file of its own until it is placed. A side
 * that is outside the product gets nothing here; its letters are recorded by hand (LGA-16, LGA-27, LGS-09, LGS-14).
 */
@NullMarked
package org.redress.post;

import org.jspecify.annotations.NullMarked;
