package org.redress.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that run at this moment, each with the models with which it started.
 *
 * @param all in the order of their starts
 * @param at when they were looked at; none where there are none
 */
public record Nodes(List<Node> all, @Nullable Instant at) {
    /** While nodes are restarted one after the other, some have the models before and some the new ones: longer than this it is no restart any more. */
    static final Duration RESTART = Duration.ofMinutes(30);

    /**
     * One node.
     *
     * @param version that of its models, with its name
     * @param digest of its models
     */
    public record Node(String name, String version, String digest, Instant startedAt) {}

    /**
     * That nodes have different models.
     *
     * @param sentence which node has which, and what to do
     * @param lasting whether it is so for longer than a restart of all nodes takes
     */
    public record Difference(String sentence, boolean lasting) {}

    /** How many different models they have. */
    public long folders() {
        return all.stream().map(Node::digest).distinct().count();
    }

    /** What is to be said where they have different ones. */
    public Optional<Difference> difference() {
        if (at == null || folders() < 2) {
            return Optional.empty();
        }
        var first = new HashMap<String, Instant>();
        all.forEach(node -> first.merge(node.digest(), node.startedAt(), (one, other) -> one.isBefore(other) ? one : other));
        // since the first node with other models than those before came
        var since = first.values().stream().sorted().skip(1).findFirst().orElse(at);
        boolean lasting = Duration.between(since, at).compareTo(RESTART) > 0;
        var which = all.stream().map(node -> node.name() + " with " + node.version()).collect(Collectors.joining("; "));
        return Optional.of(new Difference("The nodes have started with different models: " + which + ". " + (lasting
                ? "That is so for more than " + RESTART.toMinutes() + " minutes: give all nodes the same folder (redress.models), and restart those that have another. Whichever starts next makes its own folder the newest version."
                : "While nodes are restarted one after the other this is as it should be."), lasting));
    }
}
