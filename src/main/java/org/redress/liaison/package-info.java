/**
 * The council's side of an Ombudsman case: each letter that asks for something is answered in its time, whether it came as a
 * message or was recorded by hand. It refuses a notice under section 32(3) that goes out electronically, and a letter by hand in a
 * case whose letters come as messages. A letter that may belong elsewhere is placed by somebody, and taken back from a wrong case. LGA-16, LGA-20, LGA-21, LGA-28, LGS-09, LGS-12, DAT-05.
 */
@NullMarked
package org.redress.liaison;

import org.jspecify.annotations.NullMarked;
