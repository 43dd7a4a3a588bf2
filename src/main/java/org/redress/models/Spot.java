package org.redress.models;

/**
 * Where something stands in a file, to say what is wrong with it.
 *
 * @param place where in the file, so that findings stand in its order
 * @param element its id and the name that people see
 */
record Spot(String file, int place, String element) {
    Finding says(String why) {
        return Finding.of(file, place, element, why);
    }
}
