package org.redress.models;

/** One thing that keeps models from being deployed: the file, the element in it, and why and what to do. */
record Finding(String file, String element, String why) {
    @Override
    public String toString() {
        return file + ", " + element + ": " + why + ".";
    }
}
