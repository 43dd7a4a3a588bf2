/**
 * A large database for measuring: template cases are played through the product, and their rows are multiplied in the database with other ids, references, people, words and days. What is made is
 * marked, and the check of the record does not take it for one.
 */
@NullMarked
package org.redress.load;

import org.jspecify.annotations.NullMarked;
