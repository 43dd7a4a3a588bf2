/**
 * Notices by e-mail and who gets which: written into an outbox with the step that they tell of, sent later, and only of cases that the person may see at that
 * moment. They say reference, kind and day, and nothing of what people wrote. Off until whoever runs the product switches them on; each person chooses (CORP-26).
 */
@NullMarked
package org.redress.notices;

import org.jspecify.annotations.NullMarked;
