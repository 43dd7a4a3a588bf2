package org.redress.notices;

import java.util.Locale;

/** What people can be told of by e-mail. */
public enum NoticeKind {
    ASSIGNED("A task was given to me"),
    DUE_SOON("A task of mine is due soon"),
    OVERDUE("A task of mine is overdue"),
    LETTER("A letter arrived in a case of mine");

    private final String title;

    NoticeKind(String title) {
        this.title = title;
    }

    /** The value in forms and rows, for example {@code due-soon}; also the name of its template. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
