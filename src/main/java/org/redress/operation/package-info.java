/**
 * For whoever runs the product: what is in its database and what stands still, the numbers to watch, and what is done after a backup was restored. It names cases by
 * their references and nobody by name, and its numbers name no case.
 */
@NullMarked
package org.redress.operation;

import org.jspecify.annotations.NullMarked;
