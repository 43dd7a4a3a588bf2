/**
 * How models, tables and forms get into the engine, and the engine's clock. It refuses a decision that no row covers.
 * A folder given by {@code redress.models} replaces what the jar carries, without a rebuild (rule book 1.6).
 */
@NullMarked
package org.redress.models;

import org.jspecify.annotations.NullMarked;
