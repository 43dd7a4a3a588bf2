package org.redress.gate;

import java.util.List;

/** A Camunda Form as far as the gate checks it: its id and its input fields in their order, groups unfolded. */
record Form(String id, List<Field> fields) {}
