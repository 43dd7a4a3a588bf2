package org.redress.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.redress.casefile.Reference;
import org.redress.council.Profile;
import org.redress.load.LoadCommand.Order;

/** Deals out what is to be copied, a batch at a time, to whoever copies; the same each time. */
final class Copies {
    private static final int AT_ONCE = 1000;
    /** Of the closed cases, one in so many has all its rows. */
    private static final int WHOLE_ONE_IN = 100;
    /** The oldest closed ones have reached the end of their time, so that a review of old cases has some. */
    private static final int WEEKS_BACK = 320;
    private static final double UNEVEN = 1.3;
    private static final int FIRST_NUMBER = 1000;
    private static final Pattern COUNCILS = Pattern.compile("(.+)-\\d{4}-\\d+");
    private static final Pattern LAST_DIGITS = Pattern.compile("^.*\\D");

    private final List<Bundle> inWork;
    private final List<Bundle> over;
    private final Order order;
    private final int sets;
    private final List<Profile> councils;
    private final Random random = new Random(17);
    private final Map<String, Integer> numbers = new HashMap<>();
    private long open;
    private long closed;
    private int whole;
    private long last;

    Copies(List<Bundle> bundles, Order order, int sets, List<Profile> councils) {
        this.councils = councils;
        inWork = bundles.stream().filter(bundle -> bundle.open() > 0).toList();
        over = bundles.stream().filter(bundle -> bundle.open() == 0).toList();
        open = bundles.stream().mapToLong(Bundle::open).sum();
        closed = bundles.stream().mapToLong(Bundle::closed).sum();
        this.order = order;
        this.sets = sets;
    }

    /**
     * A copy of a template.
     *
     * @param number tells it apart from all others, and is in its ids
     * @param days by how many days everything moves
     * @param tenants the councils and the Ombudsman of the copy, in the order of those of the templates; ids of people begin with them
     * @param references in the order of the template's
     */
    record Copy(long number, int bundle, int days, List<String> tenants, String given, String family, String place, String matter, List<Reference> references, List<Integer> numbers) {}

    /** Each council has the cases of each other's templates; the Ombudsman stays the Ombudsman. */
    private Profile turned(int one, int by) {
        var all = councils.stream().filter(council -> !council.ombudsman()).toList();
        var own = councils.get(one);
        return own.ombudsman() ? own : all.get((all.indexOf(own) + by) % all.size());
    }

    /** What stands behind the ids of a set of councils and people; nothing behind those of the first. */
    static String behind(int set) {
        return set == 0 ? "" : "-%02d".formatted(set);
    }

    /** The id of somebody of a set, which begins with that of their council, as ids of people do. */
    static String id(String person, List<String> councils, int set) {
        return councils.stream().filter(council -> person.startsWith(council + "-")).findFirst().map(council -> council + behind(set) + person.substring(council.length())).orElse(person + behind(set));
    }

    /** A prefix for references, of capital letters. */
    static String prefix(String first, int set) {
        return set == 0 ? first : first + "-S" + (char) ('A' + set - 1);
    }

    /** Copies of which the same rows are made. */
    record Batch(Part part, List<Copy> copies) {}

    /** Nothing if there is enough. */
    synchronized Optional<Batch> next() {
        if (open < order.open() && !inWork.isEmpty()) {
            return Optional.of(batch(Part.IN_WORK, inWork, AT_ONCE));
        }
        if (closed < order.closed() && !over.isEmpty()) {
            boolean wholeOnes = whole * (long) WHOLE_ONE_IN < closed;
            return Optional.of(batch(wholeOnes ? Part.WHOLE : Part.KEPT, over, wholeOnes ? AT_ONCE / 10 : AT_ONCE * 5));
        }
        return Optional.empty();
    }

    private Batch batch(Part part, List<Bundle> from, int most) {
        var copies = new ArrayList<Copy>();
        while (copies.size() < most && (part == Part.IN_WORK ? open < order.open() : closed < order.closed()) && (part != Part.WHOLE || whole * (long) WHOLE_ONE_IN <= closed)) {
            var bundle = from.get((int) (last % from.size()));
            copies.add(copy(bundle, part));
            open += bundle.open();
            closed += bundle.closed();
            whole += part == Part.WHOLE ? bundle.sides().size() : 0;
        }
        return new Batch(part, copies);
    }

    private Copy copy(Bundle bundle, Part part) {
        int days = -7 * random.nextInt((part == Part.IN_WORK ? bundle.weeks() : WEEKS_BACK) + 1);
        // so that the first has many and the last few, as councils do
        int set = (int) (Math.pow(random.nextDouble(), UNEVEN) * (sets + 1));
        int turned = random.nextInt(councils.size());
        var references = new ArrayList<Reference>();
        var own = new ArrayList<Integer>();
        for (var side : bundle.sides()) {
            var written = reference(side, days, set, turned);
            references.add(written);
            own.add(Integer.valueOf(LAST_DIGITS.matcher(written.text()).replaceFirst("")));
        }
        return new Copy(++last, bundle.number(), days, IntStream.range(0, councils.size()).mapToObj(one -> turned(one, turned).id() + behind(set)).toList(), Words.given(random), Words.family(random), Words.place(random), Words.matter(random), references, own);
    }

    private Reference reference(Bundle.Side side, int days, int set, int turned) {
        var year = side.received().plusDays(days).getYear();
        var parts = COUNCILS.matcher(side.reference());
        if (parts.matches()) {
            int own = IntStream.range(0, councils.size()).filter(one -> councils.get(one).prefix() != null && parts.group(1).equals(councils.get(one).prefix())).findFirst().orElseThrow();
            var prefix = prefix(String.valueOf(turned(own, turned).prefix()), set);
            int number = numbers.merge(prefix + year, FIRST_NUMBER, (had, first) -> had + 1);
            return Reference.read("%s-%d-%05d".formatted(prefix, year, number));
        }
        return Reference.ofOmbudsman(year, numbers.merge("" + year, FIRST_NUMBER, (had, first) -> had + 1));
    }

    /** The highest number that a case has got, of any council and year. */
    synchronized int highest() {
        return numbers.values().stream().mapToInt(Integer::intValue).max().orElse(FIRST_NUMBER);
    }

    synchronized long made() {
        return last;
    }

    synchronized String progress() {
        return "%,d of %,d open, %,d of %,d closed".formatted(Math.min(open, Math.max(open, order.open())), order.open(), closed, order.closed());
    }

    synchronized long open() {
        return open;
    }

    synchronized long closed() {
        return closed;
    }

    synchronized int whole() {
        return whole;
    }
}
