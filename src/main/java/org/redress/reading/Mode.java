package org.redress.reading;

/** How sure it is that the council will do a thing. */
enum Mode { AGREED, ASKED, REFUSED }
