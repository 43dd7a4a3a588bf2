/**
 * Running cases that go on with a newer version of the models: what would become of each, and the moving itself, which a process owner asks for and a supervisor of
 * the council confirms. It refuses a case whose step is not there any more, and moves what belongs together at once or not at all; what people answered, and
 * the tables with which a case began, stay (rule book 1.6).
 */
@NullMarked
package org.redress.move;

import org.jspecify.annotations.NullMarked;
