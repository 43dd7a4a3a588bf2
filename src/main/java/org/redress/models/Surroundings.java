package org.redress.models;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What models may count on in the product and its installation.
 *
 * @param delegate whether there is a delegate of this name
 * @param groups the groups that exist, those of the roles included
 * @param councils those of them whose people belong to one council or run the product, while models are for all councils
 * @param tenants the councils of the installation by their ids; none where they are not known, and then nothing is said of them
 * @param formFaults what the server could not check in a form
 */
record Surroundings(Predicate<String> delegate, Set<String> groups, Set<String> councils, Set<String> tenants, Function<String, List<String>> formFaults) {}
