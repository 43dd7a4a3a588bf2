/**
 * Which versions of the models, tables and forms there are: what the note beside each says, who runs on it, and which nodes have started with which. It refuses to write a file of a version anywhere
 * but into the folders of models and forms, and to hide that nodes have different ones (rule book 1.6).
 */
@NullMarked
package org.redress.versions;

import org.jspecify.annotations.NullMarked;
