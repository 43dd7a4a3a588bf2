/** Requests for a service, which are no complaints: recorded apart, done, answered (CORP-10, CORP-12). */
@NullMarked
package org.redress.request;

import org.jspecify.annotations.NullMarked;
