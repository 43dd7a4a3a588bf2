package org.redress.casefile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A query of a repository that gives the same rows all through a transaction, until one of its kind is saved: it is sent once. A row that comes under another case is
 * saved there, as a new one is.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnceInATransaction {}
