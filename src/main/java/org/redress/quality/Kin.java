package org.redress.quality;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who somebody is in a family, with the generation and where the word says it the sex: enough to see that two words or a title do not fit. */
enum Kin {
    FATHER(Generation.PARENT, Sex.MALE), STEPFATHER(Generation.PARENT, Sex.MALE), MOTHER(Generation.PARENT, Sex.FEMALE),
    STEPMOTHER(Generation.PARENT, Sex.FEMALE), PARENT(Generation.PARENT, null),
    SON(Generation.CHILD, Sex.MALE), BOY(Generation.CHILD, Sex.MALE), DAUGHTER(Generation.CHILD, Sex.FEMALE), GIRL(Generation.CHILD, Sex.FEMALE),
    CHILD(Generation.CHILD, null),
    GRANDFATHER(Generation.GRANDPARENT, Sex.MALE), GRANDMOTHER(Generation.GRANDPARENT, Sex.FEMALE), GRANDPARENT(Generation.GRANDPARENT, null),
    BROTHER(Generation.SIBLING, Sex.MALE), SISTER(Generation.SIBLING, Sex.FEMALE), UNCLE(Generation.PARENTS_SIBLING, Sex.MALE),
    AUNT(Generation.PARENTS_SIBLING, Sex.FEMALE), HUSBAND(Generation.PARTNER, Sex.MALE), WIFE(Generation.PARTNER, Sex.FEMALE);

    private enum Generation {
        PARENT,
        CHILD,
        GRANDPARENT,
        SIBLING,
        PARENTS_SIBLING,
        PARTNER
    }

    enum Sex {
        MALE,
        FEMALE
    }

    /** "mother of the son", "therapist paid by the mother": what follows is about somebody else. */
    private static final Pattern ABOUT_OTHERS = Pattern.compile("\\b(of|to|by|for|from|with|in|at|who|whose|whom|paid)\\b.*", Pattern.DOTALL);
    private static final Set<String> MEN = Set.of("Mr");
    private static final Set<String> WOMEN = Set.of("Mrs", "Ms", "Miss");

    private final Generation generation;
    private final @Nullable Sex sex;

    Kin(Generation generation, @Nullable Sex sex) {
        this.generation = generation;
        this.sex = sex;
    }

    /** What a role says: "adult son" a son, "the mother's sister" a sister, "social worker" nothing. */
    static Set<Kin> of(String role) {
        var words = ABOUT_OTHERS.matcher(role.toLowerCase(Locale.ROOT)).replaceFirst("").split("[^a-z'’]+");
        return Arrays.stream(values()).filter(kin -> Arrays.asList(words).contains(kin.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kin.class)));
    }

    boolean fits(Kin other) {
        return generation == other.generation && (sex == null || other.sex == null || sex == other.sex);
    }

    /** Whether the title is one for somebody of this sex; most titles and many words say nothing of it. */
    boolean fits(String title) {
        Predicate<Sex> other = is -> is == Sex.MALE ? WOMEN.contains(title) : MEN.contains(title);
        return sex == null || !other.test(sex);
    }
}
