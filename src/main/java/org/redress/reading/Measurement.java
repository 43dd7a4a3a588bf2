package org.redress.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.OmbudsmanOutcome;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a folder of texts, compares what was read with what is true, and counts what is right, missed and invented, for each field. */
public final class Measurement {
    /** The fields, in the order in which they are counted. */
    public static final List<String> FIELDS = List.of("reference", "council", "date", "outcome", "issues", "actions", "doubtful", "kind", "beneficiary", "amount", "period", "counts from", "due", "recommended", "done before");

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int texts;

    /** How often something was right, missed or invented. */
    public static final class Count {
        private int right;
        private int missed;
        private int invented;

        public int right() {
            return right;
        }

        public int missed() {
            return missed;
        }

        public int invented() {
            return invented;
        }
    }

    private Measurement() {
        FIELDS.forEach(field -> counts.put(field, new Count()));
    }

    /**
     * Measures all texts of a folder that have a file of the same name with the end {@code .yaml}.
     *
     * @throws IOException with a sentence if there is none, or one cannot be read
     */
    public static Measurement of(Path folder) throws IOException {
        var measured = new Measurement();
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".yaml") && !file.getFileName().toString().startsWith(".")).sorted().toList();
        }
        for (var file : files) {
            var name = file.getFileName().toString();
            var truth = folder.resolve(name.replaceFirst("\\.[^.]+$", "") + ".yaml");
            if (Files.exists(truth)) {
                measured.text(name, decision(file), truth(truth));
            }
        }
        if (measured.texts == 0) {
            throw new IOException("No text in " + folder + " has a file of the same name beside it that says what is true, such as 01.txt and 01.yaml.");
        }
        return measured;
    }

    private static Decision decision(Path file) throws IOException {
        try {
            return ReadCommand.of(file).decision();
        } catch (NotReadable e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> truth(Path file) throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            Object read = yaml.load(Files.readString(file));
            if (read instanceof Map<?, ?> map) {
                var truth = new LinkedHashMap<String, Object>();
                map.forEach((key, value) -> truth.put(String.valueOf(key), value));
                return truth;
            }
        } catch (YAMLException e) {
            throw new IOException(file + " is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
        throw new IOException(file + " does not say what is true: it has no fields.");
    }

    public int texts() {
        return texts;
    }

    public Map<String, Count> counts() {
        return counts;
    }

    /** Each thing that is wrong, one a line: the text, the field, what is true and what was read. */
    public List<String> faults() {
        return faults;
    }

    /** The counts as the rows of a table in Markdown. */
    public List<String> rows() {
        var rows = new ArrayList<String>();
        counts.forEach((field, count) -> rows.add("| " + field + " | " + count.right + " | " + count.missed + " | " + count.invented + " |"));
        return rows;
    }

    private void text(String name, Decision read, Map<String, Object> truth) {
        texts++;
        field(name, "reference", text(truth.get("reference")), read.references().stream().map(Found::value).findFirst().orElse(null));
        field(name, "council", text(truth.get("council")), read.councils().stream().map(Found::value).findFirst().orElse(null));
        field(name, "date", day(truth.get("date")), Optional.ofNullable(read.decidedOn()).map(Found::value).orElse(null));
        if (!"none".equals(truth.get("outcome"))) {
            field(name, "outcome", text(truth.get("outcome")), Optional.ofNullable(read.outcome()).map(Found::value).map(OmbudsmanOutcome::code).orElse(null));
        }
        if (truth.get("issues") instanceof Number issues) {
            number(name, "issues", issues.intValue(), read.issues().size());
        }
        actions(name, "actions", list(truth.get("actions")), read, Optional.ofNullable(read.decidedOn()).map(Found::value).orElse(null));
        actions(name, "recommended", list(truth.get("recommended")), read.recommended(), List.of(), null);
        if (truth.get("done") instanceof Number done) {
            number(name, "done before", done.intValue(), read.done().size());
        }
    }

    private static List<Map<?, ?>> list(@Nullable Object written) {
        var list = new ArrayList<Map<?, ?>>();
        if (written instanceof List<?> all) {
            all.forEach(one -> list.add(one instanceof Map<?, ?> map ? map : Map.of()));
        }
        return list;
    }

    private Count count(String field) {
        return Objects.requireNonNull(counts.get(field));
    }

    private void number(String name, String field, int truth, int read) {
        var count = count(field);
        count.right += Math.min(truth, read);
        count.missed += Math.max(0, truth - read);
        count.invented += Math.max(0, read - truth);
        if (truth != read) {
            faults.add(name + ": " + field + ": there are " + truth + ", read were " + read);
        }
    }

    private void field(String name, String field, @Nullable Object truth, @Nullable Object read) {
        var count = count(field);
        if (truth == null && read == null) {
            return;
        }
        if (truth != null && read != null && same(truth, read)) {
            count.right++;
            return;
        }
        if (truth != null) {
            count.missed++;
        }
        if (read != null) {
            count.invented++;
        }
        faults.add(name + ": " + field + ": it is " + (truth == null ? "none" : truth) + ", read was " + (read == null ? "none" : read));
    }

    private static boolean same(Object truth, Object read) {
        return truth instanceof BigDecimal one && read instanceof BigDecimal two ? one.compareTo(two) == 0
                : String.valueOf(truth).strip().equalsIgnoreCase(String.valueOf(read).strip());
    }

    private void actions(String name, String field, List<Map<?, ?>> truth, Decision read, @Nullable LocalDate decidedOn) {
        actions(name, field, truth, read.named(), read.doubtful(), decidedOn);
    }

    /**
     * Pairs the actions in their order, so that as many fields as possible are the same; one of another kind is the same action only if nothing else differs, and one of another sum and kind never is.
     *
     * @param doubtful those of them that are not proposed: an action found there only is missed
     */
    private void actions(String name, String field, List<Map<?, ?>> truth, List<ReadAction> read, List<ReadAction> doubtful, @Nullable LocalDate decidedOn) {
        int[][] best = new int[truth.size() + 1][read.size() + 1];
        for (int i = truth.size() - 1; i >= 0; i--) {
            for (int j = read.size() - 1; j >= 0; j--) {
                int pair = alike(truth.get(i), read.get(j), doubtful);
                best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), pair == 0 ? 0 : pair + best[i + 1][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < truth.size() || j < read.size()) {
            int pair = i < truth.size() && j < read.size() ? alike(truth.get(i), read.get(j), doubtful) : 0;
            if (pair > 0 && best[i][j] == pair + best[i + 1][j + 1]) {
                if (doubtful.contains(read.get(j))) {
                    count(field).missed++;
                    count("doubtful").right++;
                    faults.add(name + ": " + field + ": doubted " + read.get(j).kind() + ": " + read.get(j).wording());
                } else {
                    count(field).right++;
                    if (field.equals("actions")) {
                        compare(name, i + 1, truth.get(i), read.get(j), decidedOn);
                    }
                }
                i++;
                j++;
            } else if (j >= read.size() || i < truth.size() && best[i][j] == best[i + 1][j]) {
                count(field).missed++;
                faults.add(name + ": " + field + ": missed " + truth.get(i));
                i++;
            } else {
                boolean doubted = doubtful.contains(read.get(j));
                count(doubted ? "doubtful" : field).invented++;
                faults.add(name + ": " + (doubted ? "doubtful" : field) + ": invented " + read.get(j).kind() + ": " + read.get(j).wording());
                j++;
            }
        }
    }

    private static int alike(Map<?, ?> truth, ReadAction read, List<ReadAction> doubtful) {
        int alike = alike(truth, read);
        return alike == 0 || doubtful.contains(read) ? alike : alike + 1;
    }

    private static int alike(Map<?, ?> truth, ReadAction read) {
        boolean kind = Objects.equals(truth.get("kind"), read.kind());
        var sum = pounds(truth.get("amount"));
        boolean amount = sum != null && read.amount() != null && sum.compareTo(read.amount().pounds()) == 0;
        boolean sums = sum != null || read.amount() != null;
        if (sums && !amount && !kind || !kind && !amount && !Objects.equals(period(truth), period(read))) {
            return 0;
        }
        return (kind || amount ? 10 : 3) + (kind ? 4 : 0) + (amount ? 4 : 0) + (Objects.equals(text(truth.get("for")), read.beneficiary()) ? 1 : 0) + (Objects.equals(period(truth), period(read)) ? 2 : 0);
    }

    private void compare(String name, int number, Map<?, ?> truth, ReadAction read, @Nullable LocalDate decidedOn) {
        var who = name + ", action " + number;
        field(who, "kind", text(truth.get("kind")), read.kind());
        if (truth.containsKey("for")) {
            field(who, "beneficiary", text(truth.get("for")), read.beneficiary());
        }
        var amount = read.amount();
        field(who, "amount", amount(pounds(truth.get("amount")), pounds(truth.get("least")), text(truth.get("each")), text(truth.get("times"))),
                amount == null ? null : amount(amount.pounds(), amount.least(), amount.each(), amount.times() == null ? null : amount.times().toString()));
        field(who, "period", period(truth), period(read));
        var period = read.period();
        if (truth.containsKey("from")) {
            field(who, "counts from", text(truth.get("from")), period == null ? null : period.from().code());
        }
        if (truth.containsKey("due")) {
            field(who, "due", day(truth.get("due")), read.due());
        }
    }

    private static @Nullable String amount(@Nullable BigDecimal pounds, @Nullable BigDecimal least, @Nullable String each, @Nullable String times) {
        return pounds == null ? null : (least == null ? "" : plain(least) + " to ") + plain(pounds) + (each == null ? "" : " each " + each) + (times == null ? "" : ", " + times + " times");
    }

    private static String plain(BigDecimal pounds) {
        return pounds.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String period(Map<?, ?> truth) {
        return truth.get("by") != null ? String.valueOf(day(truth.get("by"))) : text(truth.get("within"));
    }

    private static @Nullable String period(ReadAction read) {
        var period = read.period();
        return period == null ? null : period.by() != null ? period.by().toString() : period.within();
    }

    private static @Nullable BigDecimal pounds(@Nullable Object written) {
        return written == null ? null : new BigDecimal(String.valueOf(written));
    }

    private static @Nullable String text(@Nullable Object written) {
        return written == null ? null : String.valueOf(written);
    }

    private static @Nullable Object day(@Nullable Object written) {
        return written instanceof java.util.Date date ? date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate() : text(written) == null ? null : written;
    }

    /** What was counted, for a reader. */
    public String text() {
        var lines = new StringBuilder(String.format(Locale.ROOT, "%d texts%n%n%-12s %6s %6s %8s%n", texts, "", "right", "missed", "invented"));
        counts.forEach((field, count) -> lines.append(String.format(Locale.ROOT, "%-12s %6d %6d %8d%n", field, count.right, count.missed, count.invented)));
        if (!faults.isEmpty()) {
            lines.append(System.lineSeparator());
            faults.forEach(fault -> lines.append(fault).append(System.lineSeparator()));
        }
        return lines.toString();
    }
}
