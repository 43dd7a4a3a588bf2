package org.redress.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something in a record that does not fit: the rule, the day it is about if it is about one, and a sentence. */
public record Finding(String rule, @Nullable LocalDate on, String sentence) {}
