/**
 * How models, tables and forms get into the engine, what they may reach there, and the engine's clock. It refuses to deploy scripts,
 * classes, listeners, unknown beans, forms and groups, with the file and the element, and then deploys nothing.
 * A folder given by {@code redress.models} replaces what the jar carries, without a rebuild (rule book 1.6).
 */
@NullMarked
package org.redress.models;

import org.jspecify.annotations.NullMarked;
