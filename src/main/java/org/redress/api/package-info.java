/**
 * The product's own pages and data for people who are signed in to Tasklist. It gives a case only to those who may read the task
 * that they come from, with the engine's own tenant and role checks, and answers errors with a sentence (DAT-01).
 */
@NullMarked
package org.redress.api;

import org.jspecify.annotations.NullMarked;
