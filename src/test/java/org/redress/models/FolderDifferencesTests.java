package org.redress.models;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.models.Difference.Kind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is said of two versions of models, tables and forms, and that nothing differs unseen. */
class FolderDifferencesTests {
    private static final Path PAGE = Path.of("docs/compare.md");
    private static final int MOST_SHOWN = 150;

    /** File, what stands there, what stands there in the new version, and part of what is said; several changes at once are joined by ++. */
    private static final String CHANGES = """
            processes/letter.bpmn ¦ ${overdue.of(answerDue)} ¦ ${dueSoon.of(answerDue)} ¦ timer: date ${overdue.of(answerDue)} → date ${dueSoon.of(answerDue)}
            processes/letter.bpmn ¦ <timeDate>${dueSoon.of(answerDue)}</timeDate> ¦ <timeDuration>P3D</timeDuration> ¦ timer: date ${dueSoon.of(answerDue)} → duration P3D
            processes/letter.bpmn ¦ name="Answer overdue" cancelActivity="false" ¦ name="Answer overdue" ¦ interrupts: no → yes
            processes/letter.bpmn ¦ "Answer letter" ¦ "Write answer" ¦ name: Answer letter → Write answer
            processes/letter.bpmn ¦ UserTask_AnswerLetter ++ "Answer letter" ¦ UserTask_WriteAnswer ++ "Write answer" ¦ id: UserTask_AnswerLetter → UserTask_WriteAnswer
            processes/letter.bpmn ¦ "responders,approvers" ¦ "responders" ¦ groups: responders,approvers → responders
            processes/letter.bpmn ¦ camunda:dueDate="${answerDue}" ¦ '' ¦ due date: ${answerDue} → nothing
            processes/letter.bpmn ¦ camunda:formRef="answer-letter" ¦ camunda:formRef="letter-received" ¦ form: answer-letter → letter-received
            processes/letter.bpmn ¦ ${answer == 'good'} ¦ ${answer == 'bad'} ¦ condition: ${answer == 'good'} → ${answer == 'bad'}
            processes/letter.bpmn ¦ default="Flow_AnswerGoodNo" ¦ default="Flow_AnswerGoodYes" ¦ default flow: “No” → “Yes”
            processes/letter.bpmn ¦ targetRef="Gateway_AnswerGood" ¦ targetRef="CallActivity_PostAnswer" ¦ to: “Answer good?” → “Post answer”
            processes/letter.bpmn ¦ ="deadline">answer< ¦ ="deadline">reply< ¦ input “deadline”: answer → reply
            processes/letter.bpmn ¦ source="tone" target="tone" ¦ source="writer" target="tone" ¦ hands over “tone”: tone → writer
            processes/letter.bpmn ¦ ${remindOfDeadline} ¦ ${reportMissedDeadline} ¦ delegate: ${remindOfDeadline} → ${reportMissedDeadline}
            processes/letter.bpmn ¦ CORP-23. ¦ CORP-23, by telephone first. ¦ documentation: CORP-23. → CORP-23, by telephone first.
            processes/letter.bpmn ¦ calledElement="${tone.process}" ¦ calledElement="post" ¦ called process: ${tone.process} → post
            processes/letter.bpmn ¦ P2192D ¦ P3653D ¦ history time to live: P2192D → P3653D
            processes/letter.bpmn ¦ </process> ¦ <userTask id="UserTask_ThankWriter" name="Thank writer" camunda:candidateGroups="complaints-team"/></process> ¦ User task “Thank writer” [UserTask_ThankWriter]: new
            processes/letter.bpmn ¦ <endEvent id="EndEvent_LetterFiled" name="Letter filed"/> ¦ '' ¦ End event “Letter filed” [EndEvent_LetterFiled]: gone
            processes/letter.bpmn ¦ <messageEventDefinition messageRef="Message_LetterWithdrawn"/> ¦ <timerEventDefinition><timeDate>${overdue.of(answerDue)}</timeDate></timerEventDefinition> ¦ kind: Message start event → Timer start event
            processes/allowance.dmn ¦ "10 working days" ¦ "12 working days" ¦ Allowance: "10 working days" → "12 working days"
            processes/allowance.dmn ¦ <inputEntry id="I3"><text></text></inputEntry> ¦ <inputEntry id="I3"><text>1</text></inputEntry> ¦ Stage: nothing → 1
            processes/allowance.dmn ¦ <rule id="Rule_Objection"> ¦ <rule id="Rule_Appeal"><inputEntry id="D4"><text>"appeal"</text></inputEntry><inputEntry id="I4"><text/></inputEntry><outputEntry id="A4"><text>"a month"</text></outputEntry><outputEntry id="C4"><text/></outputEntry><outputEntry id="O4"><text>"council"</text></outputEntry><outputEntry id="L4"><text>"CORP-21"</text></outputEntry></rule><rule id="Rule_Objection"> ¦ Row 3 (Deadline "appeal") [Rule_Appeal]: new
            processes/allowance.dmn ¦ hitPolicy="UNIQUE" ¦ hitPolicy="FIRST" ¦ hit policy: UNIQUE → FIRST
            processes/allowance.dmn ¦ name="Allowance" ¦ name="Allowances" ¦ name: Allowance → Allowances
            processes/allowance.dmn ¦ <text>stageNumber</text> ¦ <text>stageNumber + 1</text> ¦ expression: stageNumber → stageNumber + 1
            processes/allowance.dmn ¦ label="Owed by" ¦ label="Who owes it" ¦ name: Owed by → Who owes it
            processes/tone.dmn ¦ "child" ++ "adult" ++ "?" ++ "plain" ++ "formal" ++ "!" ++ "CHD-16" ++ "rule book 2" ++ "#" ++ <text>"post"</text> ++ <text></text> ++ <text>?</text> ¦ "?" ++ "child" ++ "adult" ++ "!" ++ "plain" ++ "formal" ++ "#" ++ "CHD-16" ++ "rule book 2" ++ <text>?</text> ++ <text>"post"</text> ++ <text></text> ¦ moved from row 1 to row 2; the order means nothing in this table, whose hit policy is UNIQUE
            forms/answer-letter.form ¦ "label": "Plain" ¦ "label": "In plain words" ¦ option “plain”: Plain → In plain words
            forms/answer-letter.form ¦ { "label": "Plain", "value": "plain" }, ¦ '' ¦ option “plain”: withdrawn, was “Plain”
            forms/answer-letter.form ¦ { "label": "Plain", "value": "plain" }, ¦ { "label": "Plain", "value": "plain" }, { "label": "Warm", "value": "warm" }, ¦ option “warm”: new, “Warm”
            forms/answer-letter.form ¦ { "label": "Plain", "value": "plain" }, { "label": "Formal", "value": "formal" } ¦ { "label": "Formal", "value": "formal" }, { "label": "Plain", "value": "plain" } ¦ order of the options: plain, formal → formal, plain
            forms/answer-letter.form ¦ "validate": { "maxLength": 2000 } ¦ "validate": { "maxLength": 2000, "required": true } ¦ must be answered: no → yes
            forms/answer-letter.form ¦ "=tone != \\"plain\\"" ¦ "=tone = null" ¦ hidden when: =tone != "plain" → =tone = null
            forms/answer-letter.form ¦ "dateLabel": "Sent on" ¦ "dateLabel": "Posted on" ¦ label: Sent on → Posted on
            forms/answer-letter.form ¦ "key": "sentOn" ¦ "key": "postedOn" ¦ key: sentOn → postedOn
            forms/answer-letter.form ¦ { "type": "checkbox", "key": "copied", "label": "The Ombudsman gets a copy" }, ¦ '' ¦ Checkbox “The Ombudsman gets a copy” [copied]: gone
            forms/answer-letter.form ¦ { "type": "separator" ¦ { "type": "number", "key": "pages", "label": "Pages" }, { "type": "separator" ¦ Number “Pages” [pages]: new
            forms/answer-letter.form ¦ { "type": "checkbox", "key": "byPost", "label": "It goes by post" }, ++ { "type": "text", "id" ¦ '' ++ { "type": "checkbox", "key": "byPost", "label": "It goes by post" }, { "type": "text", "id" ¦ Checkbox “It goes by post” [byPost]: moved from after “Answer” to first
            forms/answer-letter.form ¦ "Thank you." ¦ "Thank you very much." ¦ text: Thank you. → Thank you very much.
            letters/refusal.md ¦ and have decided on what we can consider. ¦ and have decided what we can consider. ¦ and have decided what we can consider.”
            letters/refusal.md ¦ ## Our decision, and why ¦ ## What we have decided ¦ text: ## Our decision, and why → ## What we have decided
            letters/refusal.md ¦ {{> ombudsman}} ¦ {{> contact}}\\n\\n{{> ombudsman}} ¦ Part “contact” [line 11]: new
            letters/response.md ¦ {{> actions}} ¦ '' ¦ Part “actions” [line 13]: gone
            letters/parts/review.md ¦ {{#reviewBy}}Please ask by {{reviewBy}}.{{/reviewBy}} ¦ Please ask by {{reviewBy}}. ¦ text:
            letters/acknowledgement.md ¦ {{#outcomeWanted}} ¦ {{^outcomeWanted}} ¦ Only with “outcomeWanted” [line 16]: gone
            """;

    /** One change, and part of what is said of it. */
    record Changed(String file, String now, String then, String says) {
        @Override
        public String toString() {
            return says;
        }

        FolderDifferences compared() {
            var before = bytes(HouseSamples.files());
            var text = HouseSamples.files().containsKey(file) ? HouseSamples.files().get(file) : new String(product().get(file), StandardCharsets.UTF_8);
            var old = now.split(" \\+\\+ ", -1);
            var fresh = then.split(" \\+\\+ ", -1);
            for (int i = 0; i < old.length; i++) {
                assertThat(text).contains(old[i]);
                text = text.replace(old[i], fresh[i]);
            }
            var after = new TreeMap<>(before);
            after.put(file, text.getBytes(StandardCharsets.UTF_8));
            return FolderDifferences.of(before, after);
        }
    }

    static Stream<Changed> changes() {
        return CHANGES.lines().map(line -> line.split(" ¦ ")).map(part -> new Changed(part[0], part[1].replace("''", ""), part[2].replace("''", "").replace("\\n", "\n"), part[3]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void areSaidInWords(Changed changed) {
        var compared = changed.compared();

        assertThat(compared.files()).hasSize(1);
        assertThat(DifferenceText.of(compared.files().get(0), false)).contains(changed.says());
    }

    /** What is said of every change: the table in docs/compare.md is made here. */
    @Test
    void areShownInTheDocuments() throws IOException {
        var rows = changes().map(changed -> "| %s | %s | %s | %s |".formatted(changed.file().replaceFirst(".*/", ""), code(changed.now()), code(changed.then()),
                DifferenceText.of(changed.compared().files().get(0), false).lines().skip(1).map(line -> cell(line.strip())).collect(joining("<br>")))).toList();
        var page = Files.readString(PAGE);
        var made = page.substring(0, page.indexOf("\n| File |") + 1) + String.join("\n", Stream.concat(Stream.of("| File | Instead of | stands | and `compare` says |", "|---|---|---|---|"), rows.stream()).toList()) + "\n";
        GeneratedPage.write(PAGE, made);

        assertThat(rows).hasSizeGreaterThan(35);
        assertThat(Files.readString(PAGE)).as(GeneratedPage.HOW).isEqualTo(made);
    }

    @Test
    void sayNothingOfTheSameFiles() {
        var compared = FolderDifferences.of(product(), product());

        assertThat(compared.files()).isEmpty();
        assertThat(compared.compared()).isGreaterThan(150);
        assertThat(compared.counts()).isFalse();
    }

    @Test
    void tellADrawingThatOnlyMovedFromWhatACaseMeets() {
        var stage = changed("processes/stage.bpmn", "<dc:Bounds x=\"1025\"", "<dc:Bounds x=\"1020\"");

        assertThat(stage.files()).singleElement().extracting(FileDifferences::kind).isEqualTo(Kind.DRAWING);
        assertThat(stage.counts()).isFalse();
        assertThat(CompareCommand.text("a", "b", stage, false)).isEqualTo("a → b: nothing differs that a case could meet, of " + stage.compared() + " compared; 1 is only drawn or written differently (processes/stage.bpmn; --all says how).\n");
        assertThat(CompareCommand.text("a", "b", stage, true)).contains("Service task “Set response deadline” [ServiceTask_SetResponseDeadline]: drawing only");
    }

    @Test
    void sayThatAFileIsOnlyWrittenDifferently() {
        assertThat(changed("processes/stage.bpmn", "exporterVersion=\"5.36.0\"", "exporterVersion=\"5.40.0\"").files()).singleElement().extracting(FileDifferences::kind).isEqualTo(Kind.WRITTEN);
        assertThat(changed("processes/allowance.dmn", "\"kent-one-stage\", \"kent-two-stage\"</text>", "\"kent-two-stage\",\"kent-one-stage\"</text>").files()).singleElement().extracting(FileDifferences::kind).isEqualTo(Kind.WRITTEN);
        assertThat(changed("forms/approve-response.form", "\"row\": \"Row_3\"", "\"row\": \"Row_9\"").files()).singleElement().extracting(FileDifferences::kind).isEqualTo(Kind.DRAWING);
    }

    /** A folder without a letter has the product's, and blank lines and where a line ends mean nothing. */
    @Test
    void compareTheLettersThatWouldBeSent() {
        var letters = product();
        letters.keySet().removeIf(name -> !name.startsWith("letters/"));
        var own = new TreeMap<>(letters);
        own.put("letters/refusal.code.md", own.get("letters/refusal.md"));
        var written = new TreeMap<>(letters);
        written.put("letters/refusal.md", new String(own.get("letters/refusal.md"), StandardCharsets.UTF_8).replace("and have decided", "and\nhave decided").getBytes(StandardCharsets.UTF_8));

        assertThat(FolderDifferences.of(Map.of(), letters).files()).isEmpty();
        assertThat(CompareCommand.text("a", "b", FolderDifferences.of(Map.of(), own), false)).contains("letters/refusal.code.md (Refusal, code): new\n", "Title “Whether we can consider your complaint”", "Part “ombudsman”");
        assertThat(FolderDifferences.of(letters, written).files()).singleElement().extracting(FileDifferences::kind).isEqualTo(Kind.WRITTEN);
    }

    @Test
    void nameFilesThatAreNewGoneOrCalledOtherwise() {
        var after = product();
        after.put("processes/stages.bpmn", after.remove("processes/stage.bpmn"));
        after.remove("forms/wrong-file.form");
        after.put("forms/visit-site.form", new String(after.get("forms/duty-done.form"), StandardCharsets.UTF_8).replace("duty-done", "visit-site").getBytes(StandardCharsets.UTF_8));

        var text = CompareCommand.text("a", "b", FolderDifferences.of(product(), after), false);

        assertThat(text).contains("forms/visit-site.form (visit-site): new\n", "forms/wrong-file.form (wrong-file): gone\n", "processes/stages.bpmn (Stage), before processes/stage.bpmn\n").contains("3 files differ, of ");
    }

    @Test
    void sayWhatCouldNotBeReadAndCompareTheRest() {
        var after = product();
        after.put("processes/stage.bpmn", "<definitions".getBytes(StandardCharsets.UTF_8));
        after.put("forms/leave.form", "{".getBytes(StandardCharsets.UTF_8));
        after.put("forms/duty-done.form", new String(after.get("forms/duty-done.form"), StandardCharsets.UTF_8).replace("\"label\": \"", "\"label\": \"So: ").getBytes(StandardCharsets.UTF_8));

        var compared = FolderDifferences.of(product(), after);

        assertThat(compared.unread()).extracting(Finding::file).containsExactly("forms/leave.form", "processes/stage.bpmn");
        assertThat(compared.files()).extracting(FileDifferences::name).containsExactly("forms/duty-done.form");
    }

    /** Each kind of thing that a file of the product says, changed once: an attribute or a text of a model or table, a value of a form. */
    @Test
    void seeEverythingThatAFileSays() throws Exception {
        var unseen = new ArrayList<String>();
        var tried = new HashSet<String>();
        for (var file : product().entrySet()) {
            if (file.getKey().startsWith("letters/")) {
                letter(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8), tried, unseen);
            } else if (file.getKey().endsWith(".form")) {
                form(file.getKey(), file.getValue(), tried, unseen);
            } else {
                model(file.getKey(), file.getValue(), tried, unseen);
            }
        }

        assertThat(tried).hasSizeGreaterThan(120);
        assertThat(unseen).isEmpty();
    }

    /** What says nothing of a case: who wrote the file, ids that nothing names, and where things are drawn. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("definitions @(exporter|exporterVersion|executionPlatform|executionPlatformVersion|targetNamespace|namespace|id)|.*(EventDefinition|Entry|Expression|decisionTable|put|rule) @id"
            + "|.* @(type|width)|(outgoing|incoming) text|(BPMN|DMN|Bounds|waypoint).*");

    private static void model(String name, byte[] bytes, Set<String> tried, List<String> unseen) throws Exception {
        var document = parse(bytes);
        var before = written(document);
        var nodes = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < nodes.getLength(); i++) {
            var element = (Element) nodes.item(i);
            for (var attribute : XmlFile.attributes(element)) {
                var what = element.getLocalName() + " @" + attribute.getLocalName();
                if (!SAYS_NOTHING.matcher(what).matches() && tried.add(what)) {
                    var value = attribute.getValue();
                    attribute.setValue(value.equals("true") ? "false" : value.equals("false") ? "true" : value + "x");
                    compare(name, before, written(document), what, unseen);
                    attribute.setValue(value);
                }
            }
            var text = element.getFirstChild();
            var what = element.getLocalName() + " text";
            if (text != null && text.getNodeType() == Node.TEXT_NODE && text.getNextSibling() == null && !text.getNodeValue().isBlank() && !SAYS_NOTHING.matcher(what).matches()
                    && tried.add(what + " in " + element.getParentNode().getLocalName())) {
                var value = text.getNodeValue();
                text.setNodeValue(value + " x");
                compare(name, before, written(document), what, unseen);
                text.setNodeValue(value);
            }
        }
    }

    /** Each line of a letter says something. */
    private static void letter(String name, String text, Set<String> tried, List<String> unseen) {
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var changed = new ArrayList<>(lines);
                changed.set(i, lines.get(i).endsWith("}}") ? lines.get(i).replaceFirst("}}$", "x}}") : lines.get(i) + "x");
                tried.add("line of a letter");
                compare(name, text.getBytes(StandardCharsets.UTF_8), String.join("\n", changed).getBytes(StandardCharsets.UTF_8), name + ", line " + (i + 1), unseen);
            }
        }
    }

    private static void form(String name, byte[] bytes, Set<String> tried, List<String> unseen) throws IOException {
        var json = new ObjectMapper();
        var root = (ObjectNode) json.readTree(bytes);
        var before = json.writeValueAsBytes(root);
        walk(root, "form", (what, changed) -> {
            if (!what.matches("form exporter .*|form executionPlatform.*|.*layout.*|component id") && tried.add(what)) {
                changed.run();
                try {
                    compare(name, before, json.writeValueAsBytes(root), what, unseen);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private interface Change {
        void make(String what, Runnable changed);
    }

    private static void walk(ObjectNode node, String path, Change change) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var value = node.get(name);
            if (value instanceof ObjectNode object) {
                walk(object, path + " " + name, change);
            } else if (value instanceof ArrayNode array) {
                array.forEach(one -> walk((ObjectNode) one, name.equals("components") ? "component" : path + " " + name, change));
            } else {
                change.make(path + " " + name, () -> node.set(name, value.isBoolean() ? BooleanNode.valueOf(!value.asBoolean()) : TextNode.valueOf(value.asText() + "x")));
                node.set(name, value);
            }
        }
    }

    private static void compare(String name, byte[] before, byte[] after, String what, List<String> unseen) {
        var files = FolderDifferences.of(Map.of(name, before), Map.of(name, after));
        if (!files.counts()) {
            unseen.add(name + ": " + what);
        }
    }

    private static Document parse(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static byte[] written(Document document) throws Exception {
        var text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static FolderDifferences changed(String file, String now, String then) {
        var after = product();
        var text = new String(after.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(now);
        after.put(file, text.replace(now, then).getBytes(StandardCharsets.UTF_8));
        return FolderDifferences.of(product(), after);
    }

    static Map<String, byte[]> product() {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var file : ModelFiles.of(".").entrySet()) {
                files.put(file.getKey(), file.getValue().getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static String code(String text) {
        var one = text.replaceAll("\\s+", " ").replace(" ++ ", " … ").replaceFirst("^\\+\\+ ", "… ").strip();
        var shown = one.length() > MOST_SHOWN ? one.substring(0, MOST_SHOWN) + " …" : one;
        return shown.isEmpty() ? "nothing" : "<code>" + cell(shown) + "</code>";
    }

    private static String cell(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;").replace("`", "&#96;").replace("*", "&#42;").replace("_", "&#95;").replace("\n", " ");
    }
}
