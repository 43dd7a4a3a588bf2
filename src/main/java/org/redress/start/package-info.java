/**
 * What stands between the command line and a product that works: it waits for the database, lets one node after the other set it up, and refuses to start with
 * one sentence that says why and what to do. It knows the database from outside, and opens it for commands beside the server.
 */
@NullMarked
package org.redress.start;

import org.jspecify.annotations.NullMarked;
