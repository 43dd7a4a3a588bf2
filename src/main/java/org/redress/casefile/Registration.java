package org.redress.casefile;

import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A complaint as it comes in: {@code council} is the tenant's id, the first person complains (CORP-11, ACC-02). */
public record Registration(
        String council,
        LocalDateTime receivedAt,
        String channel,
        String complainantRole,
        List<Person> people,
        String complainedOf,
        @Nullable String outcomeWanted) {

    /**
     * Somebody in the matter, by the label that the case file uses, and who they are in it.
     *
     * @param alsoCalled what else the papers call them
     */
    public record Person(String label, String role, List<String> alsoCalled) {
        private static final Pattern IN_BRACKETS = Pattern.compile("(?<name>[^()]+?)\\s*\\((?<part>[^()]+)\\)");
        /** "Young T child", "Ms V, social worker of T": who writes a part in small letters means it as one; Mrs Child is a name. */
        private static final Pattern WITHOUT_A_DASH = Pattern.compile("(?<name>\\S.*?[^,:;\\s])[,:;]? +(?<part>(?:(?:the|his|her|their|foster|step|social|joint|head|former|older|younger|eldest|youngest) )*"
                + "(?:child|children|daughter|son|baby|twin|mother|father|parent|parents|sister|brother|sibling|grandparent|grandmother|grandfather|aunt|uncle|cousin|guardian|carer|"
                + "partner|husband|wife|neighbour|friend|tenant|landlord|witness|worker|teacher|solicitor|advocate|councillor|officer|manager|doctor|therapist|complainant|representative)(?: of .+)?)");

        public Person(String label, String role) {
            this(label, role, List.of());
        }

        /** A line of a form: "name – role", the role in brackets or in small letters after the name, or a name alone. */
        public static Person read(String line) {
            var parts = line.split("\\s+[–—-]\\s+", 2);
            if (parts.length > 1) {
                return new Person(parts[0].strip(), parts[1].strip());
            }
            var whole = line.strip();
            var bracketed = IN_BRACKETS.matcher(whole);
            var meant = WITHOUT_A_DASH.matcher(whole);
            return bracketed.matches() ? new Person(bracketed.group("name"), bracketed.group("part").strip())
                    : meant.matches() ? new Person(meant.group("name"), meant.group("part")) : new Person(whole, "");
        }
    }
}
