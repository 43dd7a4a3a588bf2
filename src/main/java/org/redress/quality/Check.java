package org.redress.quality;

import java.util.stream.Stream;

/** One rule of data quality. */
interface Check {
    /** What does not fit, in the order in which it is told. */
    Stream<Finding> of(Chronicle chronicle);
}
