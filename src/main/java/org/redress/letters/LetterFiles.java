package org.redress.letters;

import com.samskivert.mustache.MustacheException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The templates of a folder, and what is wrong with them. What the folder has no file for is taken from the product. */
public final class LetterFiles {
    /** The folder beside the models. */
    public static final String FOLDER = "letters/";
    /** How the name of a template ends. */
    public static final String ENDING = ".md";
    static final String PARTS = FOLDER + "parts/";
    static final String PROPOSALS = FOLDER + "proposals/";
    static final String EASY_READ = FOLDER + "easy-read/";
    private static final String EASY_PARTS = EASY_READ + "parts/";
    /** What must be in the Easy Read version of a letter. */
    private static final Map<LetterPart, String> EASY = Map.of(LetterPart.NEXT_STEP, "CORP-32, CHD-46", LetterPart.CONTACT, "CORP-33");

    /** Kind, then for one procedure only, then for one stage of it only. */
    private static final Pattern NAME = Pattern.compile("(?<kind>[a-z0-9-]+)(?:\\.(?<procedure>[a-z0-9-]+)(?:\\.(?<stage>[1-9]))?)?");
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{\\s*[{&=<$]");
    private static final String DEEPEST = "the same part takes in itself";

    private final Map<String, String> own;
    private final Function<String, @Nullable String> all;

    /**
     * Templates.
     *
     * @param own those of the folder by their names, such as {@code letters/response.md}
     * @param product those of the product, for what the folder has not
     */
    LetterFiles(Map<String, String> own, Function<String, @Nullable String> product) {
        this.own = new TreeMap<>(own);
        this.all = name -> own.containsKey(name) ? own.get(name) : product.apply(name);
    }

    /**
     * What is wrong with the templates among files that would be deployed together.
     *
     * @param procedures each with the numbers of its stages; none where they are not known
     */
    public static List<Fault> faults(Map<String, byte[]> files, Map<String, Set<String>> procedures) {
        var texts = new HashMap<String, String>();
        files.forEach((name, bytes) -> {
            if (name.startsWith(FOLDER)) {
                texts.put(name, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return new LetterFiles(texts, ProductLetters::text).faults(procedures);
    }

    /** Whether a file that is deployed with the models is a template or a part of one. */
    public static boolean isLetter(String file) {
        return file.startsWith(FOLDER) && file.endsWith(ENDING);
    }

    /** What a file is, for people: the letter with its procedure and stage, or the part. */
    public static String title(String file) {
        var stem = file.replaceFirst("^" + FOLDER + "(easy-read/)?(parts/|proposals/)?", "").replaceFirst("\\.md$", "");
        var name = NAME.matcher(stem);
        var easy = file.startsWith(EASY_READ) ? ", in Easy Read" : "";
        if (file.startsWith(PARTS) || file.startsWith(EASY_PARTS)) {
            return LetterPart.of(stem).map(LetterPart::words).orElse(stem) + easy;
        }
        var words = name.matches() ? LetterKind.of(name.group("kind")).map(LetterKind::words).orElse(stem) : stem;
        return words + (name.matches() && name.group("procedure") != null ? ", " + name.group("procedure") + (name.group("stage") == null ? "" : ", stage " + name.group("stage")) : "")
                + (file.startsWith(PROPOSALS) ? ", as it is proposed" : easy);
    }

    /** The text that letters are made with where a folder has no file of that name; none where the product has none either. */
    public static Optional<String> ofProduct(String file) {
        return Optional.ofNullable(ProductLetters.text(file));
    }

    /** The template for a letter: the one for the stage of the procedure, else the one for the procedure, else the one for its kind. */
    Template of(LetterKind kind, @Nullable String procedure, int stage) {
        return find(FOLDER, kind, procedure, stage);
    }

    /** The template for what is proposed to whoever writes it; none where nothing is. */
    @Nullable Template proposal(LetterKind kind, @Nullable String procedure, int stage) {
        return names(PROPOSALS, kind, procedure, stage).filter(name -> all.apply(name) != null).findFirst().map(this::template).orElse(null);
    }

    /** A legal part by itself. */
    Template part(LetterPart part) {
        return template(PARTS + part.code() + ENDING);
    }

    /** The Easy Read version of a letter, with parts of its own; none where there is none. */
    @Nullable Template easyRead(LetterKind kind, @Nullable String procedure, int stage) {
        return kind.easyRead() ? names(EASY_READ, kind, procedure, stage).filter(name -> all.apply(name) != null).findFirst().map(this::template).orElse(null) : null;
    }

    private Template find(String folder, LetterKind kind, @Nullable String procedure, int stage) {
        return names(folder, kind, procedure, stage).filter(name -> all.apply(name) != null).findFirst().map(this::template)
                .orElseThrow(() -> new IllegalStateException("There is no template for the letter " + kind.code() + "."));
    }

    private static Stream<String> names(String folder, LetterKind kind, @Nullable String procedure, int stage) {
        var first = folder + kind.code();
        return Stream.of(first + "." + procedure + "." + stage + ENDING, first + "." + procedure + ENDING, first + ENDING);
    }

    private Template template(String name) {
        Function<String, @Nullable String> parts = name.startsWith(EASY_READ) ? part -> all.apply(part.replaceFirst("^" + PARTS, EASY_PARTS)) : all;
        return new Template(name, String.valueOf(all.apply(name)), parts);
    }

    /** Everything that is wrong, in the order of the files. */
    private List<Fault> faults(Map<String, Set<String>> procedures) {
        var faults = new ArrayList<Fault>();
        own.forEach((name, text) -> {
            look(name, text, faults);
            neverUsed(name, procedures).ifPresent(why -> faults.add(new Fault(Fault.Rule.KIND, name, 0, why)));
        });
        return faults.stream().distinct().toList();
    }

    /** Why a file would lie there and no letter be made of it. */
    private static Optional<String> neverUsed(String file, Map<String, Set<String>> procedures) {
        boolean proposal = file.startsWith(PROPOSALS);
        boolean easy = file.startsWith(EASY_READ);
        var name = NAME.matcher(file.substring((proposal ? PROPOSALS : easy ? EASY_READ : FOLDER).length()).replaceFirst("\\.md$", ""));
        var kind = name.matches() ? LetterKind.of(name.group("kind")).orElse(null) : null;
        if (kind == null || file.startsWith(PARTS) || file.startsWith(EASY_PARTS)) {
            return Optional.empty();
        }
        var procedure = name.group("procedure");
        var stage = name.group("stage");
        if (proposal && !kind.proposed()) {
            return Optional.of("nothing is proposed for the letter " + kind.code() + ", so that nobody would see it; proposals are for "
                    + Stream.of(LetterKind.values()).filter(LetterKind::proposed).map(LetterKind::code).sorted().collect(Collectors.joining(", ")));
        } else if (easy && !kind.easyRead()) {
            return Optional.of("no form asks for the words of the letter " + kind.code() + " in Easy Read, so that it would never be used; Easy Read is for "
                    + Stream.of(LetterKind.values()).filter(LetterKind::easyRead).map(LetterKind::code).sorted().collect(Collectors.joining(", ")));
        } else if (procedure == null || procedures.isEmpty()) {
            return Optional.empty();
        } else if (kind.ombudsmans()) {
            return Optional.of("the Ombudsman’s letters are the same for all procedures of councils, so that it would never be used; call it " + kind.code() + ENDING);
        } else if (!procedures.containsKey(procedure)) {
            return Optional.of("there is no procedure " + procedure + ", so that it would never be used; one is " + String.join(", ", new TreeSet<>(procedures.keySet())));
        }
        var stages = new TreeSet<>(procedures.get(procedure));
        return stage == null || stages.contains(stage) ? Optional.empty() : Optional.of("the procedure " + procedure + " has no stage " + stage + ", so that it would never be used; "
                + (stages.isEmpty() ? "it has none" : "it has " + String.join(", ", stages)));
    }

    private void look(String name, String text, List<Fault> faults) {
        boolean part = name.startsWith(PARTS) || name.startsWith(EASY_PARTS);
        boolean proposal = name.startsWith(PROPOSALS);
        var stem = name.substring(folder(name).length()).replaceFirst("\\.md$", "");
        if (!named(part, stem)) {
            faults.add(new Fault(Fault.Rule.KIND, name, 0, part ? "there is no part " + stem + "; a part is one of " + Stream.of(LetterPart.values()).map(LetterPart::code).collect(Collectors.joining(", "))
                    : "there is no letter " + stem + "; call it after one of the letters of docs/process-owners.md, with a point and the procedure, and a point and the stage, if it is for one only"));
            return;
        }
        var unescaped = UNESCAPED.matcher(text);
        if (unescaped.find()) {
            faults.add(new Fault(Fault.Rule.READABLE, name, line(text, unescaped.start()), "a name stands between two braces on each side and nothing else, as {{reference}}"));
            return;
        }
        try {
            var made = template(name).made();
            made.unknown().forEach(unknown -> faults.add(new Fault(Fault.Rule.NAMES, name, line(text, text.indexOf(unknown)), "it names " + unknown + ", which cannot be filled in; what can be is listed in docs/process-owners.md")));
            if (made.unknown().isEmpty()) {
                write(name, text, part, proposal, made, faults);
            }
        } catch (MustacheException e) {
            faults.add(new Fault(Fault.Rule.READABLE, name, 0, "it " + said(e)));
        } catch (StackOverflowError e) {
            faults.add(new Fault(Fault.Rule.READABLE, name, 0, DEEPEST));
        }
    }

    private static String folder(String name) {
        return Stream.of(PARTS, EASY_PARTS, PROPOSALS, EASY_READ).filter(name::startsWith).findFirst().orElse(FOLDER);
    }

    private static boolean named(boolean part, String stem) {
        var name = NAME.matcher(stem);
        return part ? LetterPart.of(stem).isPresent() : name.matches() && LetterKind.of(name.group("kind")).isPresent();
    }

    private void write(String name, String text, boolean part, boolean proposal, Template.Made made, List<Fault> faults) {
        // with nothing filled in, and with something in every place: each is read once
        for (var values : List.of(Map.<String, Object>of(), Samples.VALUES)) {
            var read = template(name).filled(values);
            read.faults().forEach(wrong -> faults.add(new Fault(wrong.remote() ? Fault.Rule.REMOTE : Fault.Rule.WRITING, name, 0, wrong.why())));
            if (!part && !proposal && read.title().isBlank()) {
                faults.add(new Fault(Fault.Rule.WRITING, name, 0, "it has no title; one line begins with a single # and says what the letter is about, whatever is filled in"));
            }
        }
        if (part) {
            var wanted = LetterPart.of(name.substring(folder(name).length(), name.length() - ENDING.length())).orElseThrow();
            boolean easy = name.startsWith(EASY_PARTS);
            var missing = wanted.names().stream().filter(one -> !made.names().contains(one)).toList();
            missing.forEach(one -> faults.add(new Fault(Fault.Rule.PARTS, name, 0, "it does not say {{" + one.replaceFirst("^(issues|actions)\\.", "") + "}}, and so not " + wanted.words())));
            if (missing.isEmpty()) {
                Samples.LETTERS.stream().flatMap(letter -> unsaid(wanted, part(wanted, easy), letter).stream()).findFirst().ifPresent(why -> faults.add(new Fault(Fault.Rule.PARTS, name, 0, why)));
            }
        } else if (!proposal) {
            boolean easy = name.startsWith(EASY_READ);
            var stem = NAME.matcher(name.substring(folder(name).length(), name.length() - ENDING.length()));
            if (stem.matches()) {
                LetterKind.of(stem.group("kind")).ifPresent(kind -> (easy ? EASY : kind.parts()).forEach((wanted, rule) -> {
                    if (!made.parts().contains(wanted.code())) {
                        faults.add(new Fault(Fault.Rule.PARTS, name, 0, "it leaves out " + wanted.words() + " (" + rule + "); write {{> " + wanted.code() + "}} where it belongs"));
                    } else if (Samples.LETTERS.stream().anyMatch(letter -> !template(name).filled(letter).plain().contains(part(wanted, easy).filled(letter).plain()))) {
                        faults.add(new Fault(Fault.Rule.PARTS, name, 0, "in some letters it leaves out " + wanted.words() + " (" + rule + "); write {{> " + wanted.code()
                                + "}} on a line of its own that stands between no {{#…}} and {{/…}}"));
                    }
                }));
            }
            int words = text.split("\\{\\{\\s*" + Names.WORDS + "\\s*}}", -1).length - 1;
            if (words != 1) {
                faults.add(new Fault(Fault.Rule.WRITING, name, 0, "it has {{" + Names.WORDS + "}} " + (words == 0 ? "nowhere" : words + " times") + "; what the person wrote stands in it once"));
            }
        }
    }

    private Template part(LetterPart part, boolean easy) {
        return template((easy ? EASY_PARTS : PARTS) + part.code() + ENDING);
    }

    /** What a part does not say in a letter although it is there for it: names behind conditions, those of somebody else, and no words at all. */
    private static Optional<String> unsaid(LetterPart part, Template file, Map<String, Object> letter) {
        var text = file.filled(letter).plain();
        var wanted = part == LetterPart.NEXT_STEP && !letter.containsKey("nextStage") ? LetterPart.OMBUDSMAN.names() : part.names();
        return wanted.stream().filter(name -> Samples.has(letter, name) && !text.contains(Samples.said(name))).findFirst()
                .map(name -> "in some letters it does not say " + name + ", and so not " + part.words() + "; let it stand between no {{#…}} and {{/…}} but its own")
                .or(() -> text.isBlank() ? Optional.of("in some letters it says nothing, and so not " + part.words()) : Optional.empty());
    }

    private static String said(MustacheException e) {
        var said = String.valueOf(e.getMessage());
        return said.startsWith("takes in") ? said : "cannot be read: " + said.lines().findFirst().orElse("");
    }

    private static int line(String text, int at) {
        return at < 0 ? 0 : (int) text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
    }
}
