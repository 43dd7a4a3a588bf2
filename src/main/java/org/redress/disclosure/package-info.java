/**
 * What leaves a case for somebody who may not see all of it: the publication copy of a decision with names replaced, and files from which something was taken out. It knows every
 * spelling of a name that it was told and says what is left and where; it refuses a copy in which a name is left, and a redaction that cannot be certain is made as a picture
 * (DAT-02, DAT-06, LGS-18, LGS-21).
 */
@NullMarked
package org.redress.disclosure;

import org.jspecify.annotations.NullMarked;
