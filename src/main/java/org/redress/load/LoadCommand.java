package org.redress.load;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.Redress;
import org.redress.identity.Passwords;
import org.redress.start.ExistingDatabase;

/** {@code redress load}: fills an empty PostgreSQL database with many made cases, to measure (docs/performance.md). */
public final class LoadCommand {
    private static final int DONE = 0;
    private static final int NOT_DONE = 2;
    private static final Pattern SETTING = Pattern.compile("--[a-z][\\w.-]*=.*");
    private static final String USAGE = "Say: redress load --open N --closed M [--templates 60] [--sets N] [--at-once 2] [--password …] --spring.datasource.url=jdbc:postgresql:…";

    private LoadCommand() {}

    /**
     * Says how far it is, and in the end what was made and what was left out.
     *
     * @return 0 if it is done, 2 with one sentence if not
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var settings = new ArrayList<>(arguments.stream().filter(word -> SETTING.matcher(word).matches()).toList());
        var order = order(arguments.stream().filter(word -> !settings.contains(word)).toList());
        if (order == null) {
            err.println(USAGE);
            return NOT_DONE;
        }
        // a database that is made has an administrator only if the settings name one
        if (settings.stream().noneMatch(word -> word.startsWith("--redress.admin."))) {
            settings.addAll(List.of("--redress.admin.id=nobody", "--redress.admin.password=" + Passwords.random()));
        }
        try (var context = ExistingDatabase.open(Redress.class, settings)) {
            new Load(context, order, out).run();
            return DONE;
        } catch (LoadRefused e) {
            err.println(e.getMessage());
        } catch (RuntimeException e) {
            err.println("The database was not filled, and must not be used: " + ExistingDatabase.cause(e));
        }
        return NOT_DONE;
    }

    private static @Nullable Order order(List<String> words) {
        var given = new TreeMap<>(Map.of("--templates", "60", "--sets", "-", "--at-once", "2", "--password", ""));
        for (int i = 0; i + 1 < words.size(); i += 2) {
            given.put(words.get(i), words.get(i + 1));
        }
        // a set of councils for some thousand open cases
        given.computeIfPresent("--sets", (name, sets) -> sets.equals("-") ? Load.sets(given.getOrDefault("--open", "")) : sets);
        var numbers = List.of("--open", "--closed", "--templates", "--sets", "--at-once");
        if (words.size() % 2 != 0 || given.size() != numbers.size() + 1 || !numbers.stream().allMatch(name -> given.getOrDefault(name, "").matches("\\d{1,8}"))) {
            return null;
        }
        var password = String.valueOf(given.get("--password"));
        return new Order(number(given, "--open"), number(given, "--closed"), Math.max(1, number(given, "--templates")), Math.max(1, Math.min(Load.MOST_SETS, number(given, "--sets"))), Math.max(1, number(given, "--at-once")),
                password.isEmpty() ? Passwords.random() : password);
    }

    private static int number(Map<String, String> given, String name) {
        return Integer.parseInt(String.valueOf(given.get(name)));
    }

    /**
     * What is wanted.
     *
     * @param templates how many template cases are played
     * @param sets of councils with their people and an Ombudsman
     * @param atOnce on how many connections rows are made
     * @param password of everybody in it
     */
    record Order(int open, int closed, int templates, int sets, int atOnce, String password) {}

    /** It is not begun, for a reason that is told. */
    static final class LoadRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LoadRefused(String sentence) {
            super(sentence);
        }
    }
}
