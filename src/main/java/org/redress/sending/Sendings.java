package org.redress.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.LetterWatch;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.casefile.Proofs;
import org.redress.documents.Document;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.gate.SendsFirst;
import org.redress.sending.Dispatches.Taken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to send the letter of a step. The step is done once for show and taken back: so whatever would be refused is refused before the letter goes, and what the file would have is what goes.
 */
// before the letter is kept: what was printed of it is not what goes out then
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Sendings implements SendsFirst, LetterWatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dispatches dispatches;
    private final MayLeave mayLeave;
    private final CaseFiles cases;
    private final Parties parties;
    private final Proofs proofs;
    private final List<Channel> channels;
    private final ObjectProvider<Papers> papers;
    private final TaskService tasks;
    private final TransactionTemplate transactions;
    private final Clock clock;
    /** What goes into files while a step is done for show, on this thread. */
    private final ThreadLocal<@Nullable List<Kept>> forShow = new ThreadLocal<>();

    // lazily: it is the engine's service, and the engine needs the gate
    Sendings(Dispatches dispatches, MayLeave mayLeave, CaseFiles cases, Parties parties, Proofs proofs, List<Channel> channels, ObjectProvider<Papers> papers, @Lazy TaskService tasks,
            PlatformTransactionManager transactions, Clock clock) {
        this.dispatches = dispatches;
        this.mayLeave = mayLeave;
        this.cases = cases;
        this.parties = parties;
        this.proofs = proofs;
        this.channels = channels;
        this.papers = papers;
        this.tasks = tasks;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A letter in the file of a case. */
    private record Kept(String reference, LetterView letter) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Letter of " + reference;
        }
    }

    /**
     * A letter as it goes to one person.
     *
     * @param data what it was made from
     */
    record Printed(String subject, String text, byte[] pdf, String data) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Printed";
        }
    }

    /**
     * A letter of a step, as the file of a case will have it.
     *
     * @param to to whom it goes, as the step has chosen them
     */
    record Letter(String reference, LetterView letter, List<PartyView> to) {
        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Letter";
        }
    }

    /** A step is done with these answers, once a day is put in. */
    record Answers(Map<String, Object> answers, String dayKey, @Nullable Integer addressee) {
        Map<String, Object> on(LocalDate day) {
            var all = new HashMap<>(answers);
            all.put(dayKey, day.toString());
            return all;
        }

        static Answers read(String json) {
            try {
                return JSON.readValue(json, Answers.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The answers of a dispatch cannot be read.");
            }
        }

        /** Nothing of it may stand in a log. */
        @Override
        public String toString() {
            return "Answers";
        }

        String text() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The answers of a dispatch cannot be kept.");
            }
        }
    }

    @Override
    public Set<String> offered() {
        return channels.stream().filter(Channel::on).map(channel -> channel.by().code()).collect(Collectors.toSet());
    }

    Optional<Channel> channel(SendingBy by) {
        return channels.stream().filter(channel -> channel.by() == by && channel.on()).findFirst();
    }

    @Override
    public void sent(CaseSummary file, long id, LetterView letter) {
        var kept = forShow.get();
        if (kept != null || Dispatches.byTheProduct()) {
            proofs.unprint(file.reference(), letter.kind(), letter.stage());
        }
        if (kept != null) {
            kept.add(new Kept(file.reference(), letter));
        }
    }

    @Override
    public void send(Asked asked, Consumer<Map<String, Object>> complete) {
        var by = SendingBy.of(asked.by()).filter(wanted -> channel(wanted).isPresent())
                .orElseThrow(() -> asked.refuse("Redress does not send letters like this here: whoever runs it has not switched it on. Send it by hand, and say on which day and how."));
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw asked.refuse("A letter is not sent as a part of something else. Send it by hand.");
        }
        if (!dispatches.ofStep(asked.reference(), asked.instance(), asked.form()).isEmpty()) {
            throw begun(asked);
        }
        var answers = answers(asked, by);
        var letters = shown(asked, answers, complete);
        letters.stream().flatMap(letter -> objection(letter, by).map(why -> in(asked, letter) + why).stream()).findFirst().ifPresent(why -> {
            throw asked.refuse(why);
        });
        try {
            transactions.executeWithoutResult(status -> begin(asked, by, letters, answers));
        } catch (DataIntegrityViolationException e) {
            // somebody confirmed a letter of one of these cases at the same moment: the next number was taken
            transactions.executeWithoutResult(status -> begin(asked, by, letters, answers));
        }
    }

    /** A letter that answers several cases says of which it is. */
    private static String in(Asked asked, Letter letter) {
        return letter.reference().equals(asked.reference()) ? "" : letter.reference() + ", which it answers too: ";
    }

    private static RuntimeException begun(Asked asked) {
        return asked.refuse("Redress has begun to send this letter already; what became of it is on the page of the case.");
    }

    private List<Letter> shown(Asked asked, Answers answers, Consumer<Map<String, Object>> complete) {
        try {
            return letters(asked.reference(), answers, complete);
        } catch (NoLetter e) {
            throw asked.refuse(String.valueOf(e.getMessage()));
        }
    }

    private static Answers answers(Asked asked, SendingBy by) {
        var all = new HashMap<>(asked.answers());
        all.put(asked.channelKey(), by.asLetter());
        return new Answers(all, asked.dayKey(), asked.addressee());
    }

    /**
     * The letters to people that a step would put into the files if it were done today, that of its own case first; nothing of it stays.
     *
     * @throws RuntimeException what completing it throws, such as a refusal
     */
    List<Letter> letters(String reference, Answers answers, Consumer<Map<String, Object>> complete) {
        var kept = new ArrayList<Kept>();
        forShow.set(kept);
        try {
            transactions.executeWithoutResult(status -> {
                status.setRollbackOnly();
                complete.accept(answers.on(LocalDate.now(clock)));
            });
        } finally {
            forShow.remove();
        }
        // the other letters of a step go to the other side, by the product's own post
        var newest = new LinkedHashMap<String, Letter>();
        kept.stream().filter(one -> !one.letter().people().isEmpty())
                .forEach(one -> newest.put(one.reference(), new Letter(one.reference(), one.letter(), parties.of(one.reference(), one.letter().people()))));
        if (!newest.containsKey(reference)) {
            throw new NoLetter("This step writes no letter to the complainant.");
        }
        // of a case in which nobody can be reached the file has the letter, and nothing goes out
        return newest.values().stream().sorted(Comparator.comparing((Letter one) -> !one.reference().equals(reference))).toList();
    }

    private Document document(String reference, LetterView letter, PartyView person) {
        var file = cases.get(reference);
        return papers.orderedStream().flatMap(there -> there.of(file, letter, MayLeave.envelope(person)).stream()).findFirst().orElseThrow();
    }

    /** A letter as it goes to one person by a channel. */
    Printed printed(String reference, LetterView letter, PartyView person, SendingBy by) {
        var document = document(reference, letter, person);
        var title = oneLine(document.title());
        return new Printed(title.contains(reference) ? title : title + " (" + reference + ")", text(document, by), Documents.write(document, Format.PDF), Documents.data(document));
    }

    /** GOV.UK Notify breaks lines itself, and would take a line that was broken before a number for the start of a list. */
    private static String text(Document document, SendingBy by) {
        return by == SendingBy.NOTIFY_EMAIL ? Documents.words(document) : Documents.text(document);
    }

    /** Why a step has no letter that can be sent. */
    static class NoLetter extends RuntimeException {
        NoLetter(String sentence) {
            super(sentence);
        }
    }

    /** The letter of a dispatch whose step is done: the file has it. */
    LetterView kept(Taken one) {
        return cases.letters(one.view().reference()).stream().filter(letter -> letter.kind().equals(one.letter()) && letter.text().equals(one.text())).reduce((earlier, later) -> later)
                .orElseGet(() -> new LetterView(0, one.letter(), one.view().name(), one.text(), null, LocalDate.now(clock), null));
    }

    /** Why a letter does not go to the person and the address that were confirmed, in a sentence. */
    Optional<String> objection(Taken one, LetterView letter) {
        var view = one.view();
        return mayLeave.objection(view.reference(), letter).or(() -> mayLeave.objection(view.reference(), view.party(), view.address(), one.by()));
    }

    /** Why a letter does not go like this, in a sentence. */
    Optional<String> objection(Letter letter, SendingBy by) {
        var why = mayLeave.objection(letter.reference(), letter.letter());
        if (why.isEmpty() && by == SendingBy.NOTIFY_EMAIL) {
            why = NotifyText.objection(text(document(letter.reference(), letter.letter(), letter.to().get(0)), by));
        }
        return why.or(() -> letter.to().stream().flatMap(person -> mayLeave.objection(letter.reference(), person, by).stream()).findFirst());
    }

    private void begin(Asked asked, SendingBy by, List<Letter> letters, Answers answers) {
        var task = tasks.createTaskQuery().taskId(asked.task()).singleResult();
        if (task == null) {
            throw asked.refuse("There is no such task for you; it may have been completed by somebody else.");
        }
        if (task.getAssignee() == null) {
            // whoever confirms it answers for it
            tasks.claim(asked.task(), asked.person());
        }
        var all = new ArrayList<NewDispatch>();
        for (var letter : letters) {
            var subject = printed(letter.reference(), letter.letter(), letter.to().get(0), by).subject();
            var own = letter.reference().equals(asked.reference()) ? answers.text() : null;
            letter.to().forEach(person -> all.add(new NewDispatch(letter.reference(), asked, own, letter.letter().kind(), subject, letter.letter().text(), person.number(), person.label(), by,
                    MayLeave.address(person, by).orElseThrow())));
        }
        if (!dispatches.make(asked.reference(), all)) {
            throw begun(asked);
        }
        for (var letter : letters) {
            proofs.unprint(letter.reference(), letter.letter().kind(), letter.letter().stage());
            var told = letter.to().stream().map(PartyView::numbered).distinct().collect(Collectors.joining(", "));
            cases.record(letter.reference(), LocalDate.now(clock), asked.person(), asked.title() + ": given to Redress to send",
                    letter.reference().equals(asked.reference()) ? null : "With the letter of " + asked.reference(), List.of(
                            new Happening.Given(asked.form(), WHO_SENDS, "Who sends it", "Redress, " + by.words(), by.code()),
                            new Happening.Given(asked.form(), "sendingTo", "To", told)));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    @Override
    public Optional<Waiting> waiting(String task, String person) {
        return dispatches.ofTask(task).stream().filter(one -> one.confirmedBy().equals(person) && !one.recorded()).findFirst()
                .map(one -> new Waiting(one.reference(), cases.get(one.reference()).council(), one.title() + ": Redress sends the letter " + one.by()
                        + ". The step stays open until it has been accepted, and is done by itself with that day."));
    }
}
