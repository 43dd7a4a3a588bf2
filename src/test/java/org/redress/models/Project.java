package org.redress.models;

import java.util.Map;
import java.util.Set;

/** What a model may refer to: forms, decisions, processes, the beans behind tasks, and deadlines with who owes them. */
record Project(Set<String> forms, Set<String> decisions, Set<String> processes, Set<String> beans,
        Map<String, String> deadlines) {
}
