package org.redress.sending;

import org.jspecify.annotations.Nullable;

/**
 * A letter as it goes out.
 *
 * @param subject one line, which names nobody
 * @param text what it says, without marks
 * @param attachment the number of the attachment of the case that is the letter as it is printed (a PDF), where there is one
 */
public record Paper(String subject, String text, @Nullable Integer attachment) {}
