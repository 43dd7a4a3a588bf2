package org.redress.casefile;

import java.time.LocalDate;

/** A person (user id) did a duty at a stage of a case on a day. */
public record DutyDone(int stage, String duty, String person, LocalDate on) {}
