package org.redress.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A comment on a draft: who made it (complainant or council), and what followed from it, once it was considered (LGS-12). */
public record CommentView(int number, String by, String text, LocalDate receivedOn, @Nullable String consideration,
        @Nullable Boolean changesDraft) {}
