package org.redress.letters;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionView;
import org.redress.casefile.Addressees;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.Happening;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.council.Councils;
import org.redress.council.Profile;
import org.redress.decision.Tables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What of the record is filled in in a letter: under each of {@link Names} what the case says now, and nothing where it says nothing. */
@Component
class LetterFacts {
    /** The models of the table next-stage that are stages of a procedure; adult social care and public health have a plan, and no stages (ADT-01). */
    private static final Set<String> STAGES = Set.of("stage", "investigation", "review-panel");

    private static final Pattern NONE = Pattern.compile("(?:none|nil|nothing|no remedy|no|n/?a|not applicable|[-–—.]+)(?: (?:is )?(?:needed|required|necessary))?[.!]?", Pattern.CASE_INSENSITIVE);

    private final CaseFiles cases;
    private final Parties parties;
    private final AgreedActions actions;
    private final CaseLinks links;
    private final Councils councils;
    private final LetterDays days;
    private final Tables tables;
    private final Profile.Contact ombudsman;
    private final String ombudsmansName;

    LetterFacts(CaseFiles cases, Parties parties, AgreedActions actions, CaseLinks links, Councils councils, LetterDays days, Tables tables, @Value("${redress.letters.ombudsman.name}") String name, @Value("${redress.letters.ombudsman.address}") String address,
            @Value("${redress.letters.ombudsman.telephone}") String telephone, @Value("${redress.letters.ombudsman.web}") String web) {
        this.cases = cases;
        this.parties = parties;
        this.actions = actions;
        this.links = links;
        this.councils = councils;
        this.days = days;
        this.tables = tables;
        this.ombudsmansName = name;
        this.ombudsman = new Profile.Contact(address, null, telephone, web);
    }

    /** What there is for a letter of a case. */
    Map<String, Object> of(CaseSummary file, LetterView letter) {
        var days = this.days.of(file, letter);
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put(Names.WORDS, letter.text());
        facts.put("salutation", greeting(file, letter));
        facts.put("complainant", parties.addressees(file.reference()).names());
        facts.put("reference", file.reference());
        facts.put("theirReference", file.counterpartReference());
        facts.put("date", Dates.inFull(letter.sentOn()));
        facts.put("receivedOn", Dates.inFull(file.receivedAt().toLocalDate()));
        facts.put("complaint", file.complainedOf());
        facts.put("outcomeWanted", file.outcomeWanted() == null || saysNone(file.outcomeWanted()) ? null : file.outcomeWanted());
        int stages = stages(file, days);
        facts.put("stage", letter.stage() == 0 || stages == 0 ? null : String.valueOf(letter.stage()));
        boolean request = CaseFiles.SERVICE_REQUEST.equals(file.procedure()) || CaseFiles.ACCESS_REQUEST.equals(file.procedure());
        facts.put("request", request);
        facts.put("matter", request ? "request" : "complaint");
        facts.put("accessRequest", CaseFiles.ACCESS_REQUEST.equals(file.procedure()));
        facts.put("onlyStage", stages == 1);
        facts.putAll(days.all());
        facts.put("found", cases.lastAnswer(file.reference(), "investigate-complaint", "found").orElse(null));
        facts.put("recommendations", letter.kind().equals(LetterKind.PANEL_ANSWER.code()) ? cases.letters(file.reference()).stream().filter(one -> one.kind().equals(LetterKind.PANEL_REPORT.code()))
                .reduce((earlier, later) -> later).map(LetterView::text).orElse(null) : null);
        facts.put("council", council(file));
        facts.put("ombudsman", ombudsman(file, days));
        facts.put("issues", cases.issues(file.reference()).stream().map(issue -> issue(issue, letter.stage())).toList());
        var done = actions(file, letter);
        facts.put("toDo", !done.isEmpty());
        facts.put("actions", done);
        next(file, letter, days).ifPresent(next -> {
            facts.put("nextStage", next);
            facts.put("panel", "review-panel".equals(next.get("process")));
            facts.put("investigation", "investigation".equals(next.get("process")));
        });
        var known = new LinkedHashMap<String, Object>();
        facts.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }

    /** Those to whom it goes, each by title and surname; others as the letter names them. */
    private String greeting(CaseSummary file, LetterView letter) {
        var people = parties.of(file.reference(), letter.people());
        if (letter.to().isBlank() || letter.to().equals("nobody") || !people.isEmpty() && people.stream().noneMatch(PartyView::givesAName)) {
            return "Sir or Madam";
        }
        var to = people.stream().map(PartyView::label).toList();
        return Addressees.joined(to).equals(letter.to()) ? Addressees.joined(to.stream().map(Greeting::of).toList())
                : Stream.of(letter.to().split(", ")).map(Greeting::of).collect(Collectors.joining(", "));
    }

    /** Whether somebody filled in that there is nothing. */
    private static boolean saysNone(String text) {
        return NONE.matcher(text.strip()).matches();
    }

    /** The words of a letter in Easy Read, as they were written together with these words of the letter and no others: in its case, or in the one that is answered in the same letter. */
    Optional<String> inEasyRead(CaseSummary file, LetterView letter) {
        return Stream.concat(Stream.of(file.reference()), links.leading(file.reference()).stream()).flatMap(reference -> inEasyRead(reference, letter).stream()).findFirst();
    }

    private Optional<String> inEasyRead(String reference, LetterView letter) {
        return cases.chronology(reference).stream().map(Happening::answers).filter(answers -> given(answers, "letterText").filter(words -> words.strip().equals(letter.text().strip())).isPresent())
                .reduce((earlier, later) -> later).flatMap(answers -> given(answers, "easyReadText")).filter(words -> !words.isBlank());
    }

    private static Optional<String> given(List<Happening.Given> answers, String field) {
        return answers.stream().filter(given -> given.form().equals("draft-response") && given.field().equals(field)).map(given -> given.rightIs() == null ? given.content() : given.rightIs()).filter(Objects::nonNull).findFirst();
    }

    /** Who writes: the council or the Ombudsman whose file it is. */
    String from(CaseSummary file) {
        return councils.find(file.council()).map(Profile::name).orElse(file.council());
    }

    private Map<String, String> council(CaseSummary file) {
        if (file.ombudsmans()) {
            return parties.of(file.reference()).isEmpty() ? Map.of() : Map.of("name", file.counterpart() == null ? councilsName(file) : from(file.counterpart()));
        }
        return councils.find(file.council()).map(profile -> contact(profile.name(), profile.contact())).orElseGet(() -> Map.of("name", file.council()));
    }

    private String councilsName(CaseSummary file) {
        return parties.of(file.reference()).stream().filter(person -> person.part() == org.redress.casefile.Part.COUNCIL).map(person -> person.label()).findFirst().orElse("the council");
    }

    private String from(String tenant) {
        return councils.find(tenant).map(Profile::name).orElse(tenant);
    }

    /** The one whose file it is, or who has the complaint; else the only one that is known here with an address; else the one of the settings. */
    private Map<String, String> ombudsman(CaseSummary file, LetterDays.OfLetter days) {
        var reachable = councils.ombudsmen().stream().filter(LetterFacts::reachable).toList();
        var known = file.ombudsmans() ? councils.find(file.council())
                : Optional.ofNullable(file.counterpart()).flatMap(councils::find).filter(LetterFacts::reachable).or(() -> reachable.size() == 1 ? Optional.of(reachable.get(0)) : Optional.empty());
        var reached = known.map(profile -> contact(profile.name(), profile.contact())).orElseGet(() -> contact(ombudsmansName, ombudsman));
        days.untilOmbudsman().ifPresent(period -> reached.put("within", period));
        return reached;
    }

    private static boolean reachable(Profile ombudsman) {
        return ombudsman.contact().address() != null && ombudsman.contact().telephone() != null && ombudsman.contact().web() != null;
    }

    private static Map<String, String> contact(String name, Profile.Contact contact) {
        var all = new HashMap<String, String>();
        all.put("name", name);
        put(all, "address", contact.address());
        put(all, "email", contact.email());
        put(all, "telephone", contact.telephone());
        put(all, "web", contact.web());
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value);
        }
    }

    private static Map<String, String> issue(IssueView issue, int stage) {
        var of = new HashMap<String, String>();
        of.put("number", String.valueOf(issue.number()));
        of.put("text", issue.text());
        var answer = issue.answers().stream().filter(one -> one.setAsideOn() == null && (stage == 0 || one.stage() == stage)).reduce((earlier, later) -> later);
        of.put("decision", issue.notConsidered() != null ? "Not considered: " + issue.notConsidered().replace('-', ' ') : answer.map(one -> capital(one.finding().replace('-', ' '))).orElse("Not decided"));
        answer.ifPresent(one -> {
            of.put("reasons", one.reasons());
            put(of, "remedy", one.remedy() == null || saysNone(one.remedy()) ? null : one.remedy());
        });
        return of;
    }

    private List<Map<String, String>> actions(CaseSummary file, LetterView letter) {
        return actions.views(file.reference()).stream().filter(action -> action.promise() == null ? file.ombudsmans() : action.promise().stage() == letter.stage())
                .filter(action -> action.wording() != null).map(LetterFacts::action).toList();
    }

    private static Map<String, String> action(ActionView action) {
        var by = action.promise() == null ? null : action.promise().by();
        var within = action.within() == null ? "" : action.within();
        // a period, or words instead of one
        var due = by != null ? "by " + Dates.inFull(by) : within.matches("\\d.*|an? .*|one .*") ? "within " + within : within.equals("not stated") ? "" : within;
        var more = Stream.of(action.amount() == null ? null : "£" + action.amount().toPlainString(), action.beneficiary() == null || action.beneficiary().isBlank() ? null : "for " + action.beneficiary())
                .filter(said -> said != null).collect(Collectors.joining(" "));
        return Map.of("number", String.valueOf(action.number()), "wording", action.wording() + (more.isEmpty() ? "" : " (" + more + ")"), "due", due);
    }

    /** The stage after this one, if there is one (CORP-27, CHD-46). */
    private Optional<Map<String, Object>> next(CaseSummary file, LetterView letter, LetterDays.OfLetter days) {
        if (file.procedure() == null || letter.stage() == 0 || file.ombudsmans() || rows(file, letter.stage() - 1, days).anyMatch(row -> Boolean.TRUE.equals(row.get("finalStage")))) {
            return Optional.empty();
        }
        return rows(file, letter.stage(), days).findFirst().map(row -> {
            var next = new HashMap<String, Object>();
            next.put("number", String.valueOf(row.get("stageNumber")));
            next.put("process", String.valueOf(row.get("stageProcess")));
            days.last("next-stage-request", "responseSentOn", letter.sentOn()).ifPresent(day -> next.put("lastDay", Dates.inFull(day)));
            if ("review-panel".equals(next.get("process"))) {
                days.period("stage-3-request").ifPresent(period -> next.put("within", period));
            }
            return next;
        });
    }

    /** How many stages the procedure of a complaint has; none before it is known, and in those without stages (ADT-01). */
    private int stages(CaseSummary file, LetterDays.OfLetter days) {
        if (file.procedure() == null || file.ombudsmans()) {
            return 0;
        }
        int stages = 0;
        for (var row = rows(file, 0, days).findFirst(); row.isPresent() && STAGES.contains(String.valueOf(row.get().get("stageProcess"))); row = rows(file, stages, days).findFirst()) {
            stages++;
            if (Boolean.TRUE.equals(row.get().get("finalStage"))) {
                break;
            }
        }
        return stages;
    }

    private Stream<Map<String, Object>> rows(CaseSummary file, int done, LetterDays.OfLetter days) {
        var asked = new HashMap<String, @Nullable Object>();
        asked.put("procedure", file.procedure());
        asked.put("stageDone", done);
        asked.put("straightToStage2", false);
        return tables.known("next-stage", days.definition(), asked).stream();
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
