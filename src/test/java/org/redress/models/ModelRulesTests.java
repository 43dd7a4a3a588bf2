package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that the start runs: the product keeps them all, and each has a sample that breaks it. */
class ModelRulesTests {
    private static final String BROKEN = """
            folder | processes | '' | '' | the folder holds no model
            links | a.bpmn | '' | '' | leads nowhere
            kind | run.sh | '' | 1 | run.sh, the file: it is neither a model
            doctype | visit.bpmn | '' | <!DOCTYPE a><a/> | the file: it has a DOCTYPE
            readable | visit.bpmn | '' | <a> | the file: it is no XML
            readable | visit.form | '' | { | the form: This is not a Camunda Form
            id-once | other.bpmn | '' | <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="visit" isExecutable="false"/></definitions> | visit.bpmn, the file: it holds the process visit, and so does other.bpmn; keep one of the two
            model-parts | visit.bpmn | <process id | <adHocSubProcess id="Odd"/><process id | Odd: holds adHocSubProcess
            model-scripts | visit.bpmn | <startEvent id="Start" | <scriptTask id="Odd"/><startEvent id="Start" | Odd: is a script
            model-programs | visit.bpmn | camunda:delegateExpression="${setDeadline}" | camunda:class="java.lang.Runtime" | Set: runs a Java class
            model-listeners | visit.bpmn | <extensionElements/> | <extensionElements><camunda:taskListener event="create" class="x"/></extensionElements> | Work: has a listener
            model-delegates | visit.bpmn | ${setDeadline} | ${dataSource} | Set: the product has no delegate dataSource
            model-expressions | visit.bpmn | ${urgent} | ${''.getClass()} | Flow_2: ${''.getClass()} calls a method
            model-expressions | visit.bpmn | ${urgent} | ${urgent &amp;&amp;} | cannot be read
            model-names | visit.bpmn | ${urgent} | ${urgend} | Flow_2: reads urgend, which no form, table or step gives; is it urgent?
            model-names | visit.bpmn | ${urgent} | ${seen} | Flow_2: reads seen, which is free text and stays in the case file
            model-answers | visit.bpmn | ${urgent} | ${subject == 'b'} | Flow_2: ${subject == 'b'} asks for 'b', which no form offers; write one of a, c
            model-own-names | visit.bpmn | <extensionElements/> | <extensionElements><camunda:inputOutput><camunda:inputParameter name="council">medway</camunda:inputParameter></camunda:inputOutput></extensionElements> | Work: sets council, which the product itself says
            model-own-names | visit.bpmn | <extensionElements/> | <multiInstanceLoopCharacteristics camunda:collection="${visitors}" camunda:elementVariable="confirmedBy"/> | sets confirmedBy
            model-own-names | visit.bpmn | <extensionElements/></userTask> | </userTask><callActivity id="Call" calledElement="x"><extensionElements><camunda:in businessKey="KENT-2026-00001"/></extensionElements></callActivity> | Call: hands over KENT-2026-00001 as the case
            model-forms | visit.bpmn | camunda:formRef="visit" camunda:formRefBinding="deployment" camunda:candidateGroups | camunda:formRef="gone" camunda:candidateGroups | Work: shows the form gone, which is not in the folder forms
            model-people | visit.bpmn | camunda:candidateGroups="responders" | camunda:candidateUsers="kent-officer" | Work: names people
            model-people | visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="kent-officer" | Work: is for kent-officer, which can be one person for all cases
            model-people | visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="${'kent-officer'}" | Work: is for ${'kent-officer'}
            model-people | visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="kent-${subject}" | Work: is for kent-${subject}
            model-people | visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="${urgent ? 'kent-officer' : 'kent-clerk'}" | which can be one person
            model-people | visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="${subject}" | Work: is for ${subject}
            model-people | visit.bpmn | camunda:candidateGroups="responders" camunda:dueDate="${visitDue}"><extensionElements/> | camunda:assignee="${visitor}"><extensionElements><camunda:inputOutput><camunda:inputParameter name="visitor">kent-officer</camunda:inputParameter></camunda:inputOutput></extensionElements> | Work: is for ${visitor}
            model-groups | visit.bpmn | "responders" | "responders, answerers" | Work: is for the group answerers, which does not exist
            model-groups-of-all | visit.bpmn | "responders" | "responders,service-housing" | Work: is for the group service-housing, whose people belong to one council
            model-tasks | visit.bpmn | camunda:formRef="visit" camunda:formRefBinding="deployment" camunda:candidateGroups="responders" | camunda:candidateGroups="responders" | Work: shows no form, so that nobody could complete it
            model-tasks | visit.bpmn | camunda:candidateGroups="responders" | '' | Work: is for nobody; name a group
            model-history | visit.bpmn | camunda:historyTimeToLive="P1D" | '' | visit: does not say how long its history is kept
            model-decisions | visit.bpmn | <extensionElements/></userTask> | </userTask><businessRuleTask id="Ask" camunda:decisionRef="gone"/> | Ask: asks the table gone, which is not in the folder
            model-timers | visit.bpmn | <extensionElements/></userTask> | </userTask><intermediateCatchEvent id="Wait"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent> | Wait: waits for PT1S, which is shorter than an hour
            model-timers | visit.bpmn | <extensionElements/></userTask> | </userTask><intermediateCatchEvent id="Wait"><timerEventDefinition><timeDuration>${subject}</timeDuration></timerEventDefinition></intermediateCatchEvent> | Wait: waits for ${subject}
            model-timers | visit.bpmn | <extensionElements/></userTask> | </userTask><intermediateCatchEvent id="Wait"><timerEventDefinition><timeDate>PT1S</timeDate></timerEventDefinition></intermediateCatchEvent> | Wait: waits for PT1S, the same for every case
            model-timers | visit.bpmn | <extensionElements/></userTask> | </userTask><intermediateCatchEvent id="Wait"><timerEventDefinition><timeDate>${'PT1S'}</timeDate></timerEventDefinition></intermediateCatchEvent> | the same for every case
            model-timers | visit.bpmn | <extensionElements/></userTask> | </userTask><boundaryEvent id="Again" attachedToRef="Work" cancelActivity="false"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></boundaryEvent> | Again: fires at R/PT1H
            model-timers | visit.bpmn | <extensionElements/></userTask> | </userTask><boundaryEvent id="Again" attachedToRef="Work" cancelActivity="false"><timerEventDefinition><timeCycle>R101/PT1H</timeCycle></timerEventDefinition></boundaryEvent> | Again: fires at R101/PT1H
            model-timers | visit.bpmn | <process id="visit" isExecutable="true" camunda:historyTimeToLive="P1D"> | <process id="visit" camunda:historyTimeToLive="P1D"><startEvent id="Often"><timerEventDefinition><timeCycle>0 * * * * ?</timeCycle></timerEventDefinition></startEvent> | Often: fires at 0 * * * * ?
            model-repetitions | visit.bpmn | <extensionElements/> | <multiInstanceLoopCharacteristics><loopCardinality>51</loopCardinality></multiInstanceLoopCharacteristics> | Work: is repeated 51 times
            model-repetitions | visit.bpmn | <extensionElements/> | <multiInstanceLoopCharacteristics><loopCardinality>${visits}</loopCardinality></multiInstanceLoopCharacteristics> | Work: is repeated ${visits} times
            model-repetitions | visit.bpmn | <extensionElements/> | <multiInstanceLoopCharacteristics camunda:collection="${visits + 1}" camunda:elementVariable="x"/> | Work: is done for each of ${visits + 1}
            model-repetitions | visit.bpmn | <extensionElements/> | <multiInstanceLoopCharacteristics isSequential="true" camunda:collection="${issuesToAnswer.of(caseReference)}" camunda:elementVariable="x"/> | Work: is done for each of ${issuesToAnswer.of(caseReference)} one after the other
            model-retries | visit.bpmn | <extensionElements/> | <extensionElements><camunda:failedJobRetryTimeCycle>R11/PT5M</camunda:failedJobRetryTimeCycle></extensionElements> | Work: is repeated after R11/PT5M
            model-retries | visit.bpmn | <extensionElements/> | <extensionElements><camunda:failedJobRetryTimeCycle>PT1S,PT1H</camunda:failedJobRetryTimeCycle></extensionElements> | Work: is repeated after PT1S,PT1H
            model-loops | visit.bpmn | <sequenceFlow id="Flow_2" | <serviceTask id="Again" camunda:delegateExpression="${setDeadline}"/><sequenceFlow id="Flow_3" sourceRef="Set" targetRef="Again"/><sequenceFlow id="Flow_4" sourceRef="Again" targetRef="Set"/><sequenceFlow id="Flow_2" | Again: comes back to itself without waiting
            model-loops | visit.bpmn | <extensionElements/></userTask> | </userTask><callActivity id="Call" calledElement="visit"/> | visit: calls itself
            model-removal | visit.bpmn | ${setDeadline} | ${removeCases} | Set: removes cases that were not reviewed
            model-removal | visit.bpmn | ${setDeadline} | #{ removeCases } | Set: removes cases that were not reviewed
            model-move | visit.bpmn | ${setDeadline} | ${moveCases} | Set: moves cases to which nobody agreed
            table-parts | tone.dmn | <decisionTable id="Table"> | <invocation id="Call"/><decisionTable id="Table"> | Call: holds invocation
            table-language | tone.dmn | <inputExpression id="InE" | <inputExpression id="InE" expressionLanguage="juel" | InE: is written in juel
            table-programs | tone.dmn | <text>"b"</text> | <text>function(x) external {java: {class: "x"}}</text> | Answer: runs a program
            version-note | version.yaml | '' | name: Spring | version.yaml, the note: it does not say its author; write three lines
            version-note | version.yaml | '' | title: Spring | version.yaml:1, the note: it says title, which nobody reads
            version-note | version.yaml | '' | name: Spring: more | it cannot be read; write three lines
            version-note | version.yaml | '' | just words | it says nothing that can be read
            table-history | tone.dmn | camunda:historyTimeToLive="P1D" | '' | tone: does not say how long its history is kept
            rows-complete | tone.dmn | <outputEntry id="Answer"><text>"b"</text></outputEntry> | '' | Tone, row 1 (Row): has 3 and 0 cells
            rows-apply | tone.dmn | <text>"c"</text> | <text>"a"</text> | Tone, row 1 (Row): never applies alone, because row 2 (Row2) takes all its cases
            rows-apply | tone.dmn | <text>&gt;= 3</text> | <text>[5..3]</text> | Tone, row 1 (Row), column Visits: “[5..3]” lets nothing in
            answers-offered | tone.dmn | <text>"c"</text> | <text>"c","e"</text> | Tone, row 2 (Row2), column Subject: names "e", which no form offers; write one of a, c
            answers-taken | visit.form | {"label": "C", "value": "c"} | {"label": "C", "value": "c"}, {"label": "E", "value": "e"} | Tone, column Subject: has no row for "e", which a form offers; add a row
            form-fields | visit.form | {"type": "textfield" | {"type": "filepicker" | the form: Field seen: the type filepicker
            form-parts | visit.form | {"type": "textfield" | {"type": "iframe", "url": "https://example.org"}, {"type": "textfield" | iframe: is of the type iframe
            form-parts | visit.form | {"type": "textfield" | {"type": "html", "content": "x"}, {"type": "textfield" | html: is of the type html
            form-parts | visit.form | {"type": "textfield" | {"type": "image", "source": "https://example.org/x"}, {"type": "textfield" | image: is of the type image
            form-texts | visit.form | "label": "Seen" | "label": "{{seen}}" | textfield seen: has a text that is computed
            form-texts | visit.form | "label": "Seen" | "label": "=seen" | textfield seen: has a text that is computed
            form-texts | visit.form | {"type": "textfield" | {"type": "text", "text": "![x](https://example.org/x.png)"}, {"type": "textfield" | text: has markup, a picture or a link
            form-texts | visit.form | {"type": "textfield" | {"type": "text", "text": "<b>x</b>"}, {"type": "textfield" | text: has markup
            form-patterns | visit.form | "maxLength": 100 | "maxLength": 100, "pattern": "^(a+)+$" | textfield seen: has the pattern ^(a+)+$, which repeats something that repeats
            form-patterns | visit.form | "maxLength": 100 | "maxLength": 100, "pattern": "^(?:a|aa)*$" | which repeats something that repeats or chooses itself
            form-patterns | visit.form | "maxLength": 100 | "maxLength": 50000, "pattern": "^a*a*b$" | which can be compared in too many ways
            form-patterns | visit.form | "maxLength": 100 | "maxLength": 100, "pattern": "(?=a)a" | which looks ahead
            form-patterns | visit.form | "maxLength": 100 | "maxLength": 100, "pattern": "(a)\\\\1" | which goes back to what it read before
            form-own-names | visit.form | "key": "visitor" | "key": "confirmedBy" | select confirmedBy: has the key confirmedBy
            letter-kind | letters/respons.md | '' | # A letter | letters/respons.md, the letter: there is no letter respons; call it after one of the letters
            letter-readable | letters/notice.md | '' | # A notice {{words}} {{> signature}} | the letter: it takes in the part signature, which is not there
            letter-names | letters/notice.md | '' | # A notice {{words}} {{complainent}} | letters/notice.md:1, the letter: it names complainent, which cannot be filled in
            letter-parts | letters/refusal.md | '' | # No {{words}} | the letter: it leaves out the right to go to the Ombudsman, with the details (CORP-16)
            letter-writing | letters/notice.md | '' | A notice {{words}} | the letter: it has no title
            letter-remote | letters/notice.md | '' | # A notice {{words}} ![seal](https://example.org/seal.png) | the letter: it has a picture
            feel-read | tone.dmn | <text>"c"</text> | <text>"c</text> | Tone, row 2 (Row2), column Subject: “"c” cannot be read; a text stands in quotation marks: "c"
            feel-read | tone.dmn | <text>"c"</text> | <text>other service</text> | “other service” cannot be read; a text stands in quotation marks: "other service"
            feel-read | tone.dmn | <text>"c"</text> | <text>‘c’</text> | cannot be read; a text stands in quotation marks: "c"
            feel-read | visit.form | =subject = | =subject and ( = | select visitor: “subject and ( = "a"” cannot be read
            feel-names | tone.dmn | <text>"c"</text> | <text>c</text> | Tone, row 2 (Row2), column Subject: “c” reads c, which no form, table or step gives; correct the name; a text stands in quotation marks: "c"
            feel-names | tone.dmn | <text>"c"</text> | <text>adult-care</text> | a text stands in quotation marks: "adult-care"
            feel-names | tone.dmn | <text>"d"</text> | <text>d</text> | Tone, row 2 (Row2), column Tone: “d” reads d
            feel-names | tone.dmn | <text>subject</text> | <text>subjekt</text> | Tone, column Subject: “subjekt” reads subjekt, which no form, table or step gives; is it subject?
            feel-names | tone.dmn | id="tone" | id="put-right" | “subject” reads subject, which this table does not get; it gets answer, field, form
            feel-names | visit.form | =subject = | =subjekt = | select visitor: “subjekt = "a"” reads subjekt
            feel-days | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt; 2026-01-01 | column Seen: “> 2026-01-01” holds 2026-01-01, which is read as a subtraction; write date and time("2026-01-01T00:00:00")
            feel-days | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt;= 1 January 2015 | column Seen: “>= 1 January 2015” holds a day that is not read as one
            feel-days | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt;= date("1 May 2026") | holds date("1 May 2026"), which cannot be read and would be null; write date("2026-04-01")
            feel-days | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt;= date and time("2026-02-30T00:00:00") | which cannot be read and would be null
            feel-types | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt;= date("2026-04-01") | compares a moment with a day, which never agree; write date and time("2026-04-01T00:00:00")
            feel-types | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt;= date and time("2026-04-01T00:00:00Z") | compares a moment with a moment with a time zone
            feel-types | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt;= "2026-04-01" | compares a moment with a text, which never agree; write date and time("2026-04-01T00:00:00")
            feel-types | tone.dmn | <text>&gt;= 3</text> | <text>"3"</text> | column Visits: “"3"” compares a number with a text, which never agree; write 3 without quotation marks
            feel-types | tone.dmn | <text>"c"</text> | <text>3</text> | column Subject: “3” compares a text with a number, which never agree; write it in quotation marks: "3"
            feel-types | tone.dmn | <text>"c"</text> | <text>"c" or "a"</text> | joins a text with and, or; list what may stand there with commas
            feel-types | tone.dmn | <text>"c"</text> | <text>&gt; "b"</text> | asks which is more of texts
            feel-types | tone.dmn | <text>"d"</text> | <text>3</text> | column Tone: “3” gives a number, and the column is for a text
            feel-types | visit.form | =subject = \\"a\\" | =subject = true | select visitor: “subject = true” compares a text with true or false
            feel-functions | tone.dmn | &gt;= date and time("2026-04-01T00:00:00") | &gt;= now() | asks the clock of the machine with now()
            feel-functions | tone.dmn | <text>&gt;= 3</text> | <text>&gt;= 9 ** 9</text> | raises to a power
            feel-functions | tone.dmn | <text>&gt;= 3</text> | <text>&gt;= count(for x in 1..9 return x)</text> | counts through numbers
            feel-functions | tone.dmn | <text>&gt;= 3</text> | <text>some x in [1] satisfies some y in [1] satisfies x = y</text> | goes through a list within a list
            feel-functions | tone.dmn | <text>"c"</text> | <text>matches(?, "c")</text> | calls matches, which is not among the functions
            condition-answers | visit.form | =subject = \\"a\\" | =subject = \\"b\\" | select visitor: “subject = "b"” asks for "b", which nobody can choose
            condition-answers | visit.form | =subject = \\"a\\" | =list contains([\\"a\\", \\"b\\"], subject) | asks for "b", which nobody can choose
            """;

    private static final Path PROCESS_OWNERS = Path.of("docs/process-owners.md");

    record Broken(String rule, String file, String now, String then, String sentence) {
        @Override
        public String toString() {
            return rule + " is broken by " + (then.length() > 60 ? then.substring(0, 60) + "…" : then);
        }
    }

    /** What the product keeps where the file itself, or where it lies, is what is wrong: {@link FolderOfModelsTests}. */
    private static final Set<String> OF_FOLDERS = Set.of(FileRules.FOLDER, FileRules.LINKS);
    private static final Set<String> COMPUTED = Set.of("size", "depth", "file-once", "model-expression-size", "feel-size");

    static Stream<Broken> broken() {
        return BROKEN.lines().map(line -> line.split(" \\| ", 5)).filter(row -> !OF_FOLDERS.contains(row[0]))
                .map(row -> new Broken(row[0], row[1], given(row[2]), given(row[3]), row[4]));
    }

    private static String given(String cell) {
        return cell.equals("''") ? "" : cell;
    }

    @Test
    void areKeptByTheSample() {
        assertThat(SampleModels.findings(Map.of("visit.bpmn", SampleModels.MODEL, "tone.dmn", SampleModels.TABLE, "visit.form", SampleModels.FORM))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void sayWhatIsWrongAndWhatToDo(Broken sample) {
        var findings = SampleModels.findings(sample.file(), sample.now(), sample.then());

        assertThat(findings).filteredOn(finding -> finding.rule().equals(sample.rule())).extracting(Finding::toString)
                .anySatisfy(text -> assertThat(text).contains(sample.sentence()));
    }

    @Test
    void boundWhatWouldCostTooMuchBeforeItIsRead() {
        var deep = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">" + "<lane>".repeat(XmlFile.DEEPEST) + "</lane>".repeat(XmlFile.DEEPEST) + "</definitions>";
        var groups = "{\"components\": [".repeat(16) + "]}".repeat(16);

        assertThat(Stream.of(
                SampleModels.findings("visit.bpmn", "", deep),
                SampleModels.findings("visit.form", "", groups),
                SampleModels.findings("visit.form", "", " ".repeat(Models.LARGEST) + "{}"),
                SampleModels.findings("copy.bpmn", "", SampleModels.MODEL),
                SampleModels.findings("visit.bpmn", "${urgent}", "${" + "!".repeat(ExpressionCheck.DEEPEST) + "urgent}"),
                SampleModels.findings("visit.bpmn", "${urgent}", "${urgent == '" + "a".repeat(ExpressionCheck.LONGEST) + "'}"),
                SampleModels.findings("tone.dmn", "&gt;= 3", "&gt;= " + "(".repeat(Feel.DEEPEST + 1) + "3" + ")".repeat(Feel.DEEPEST + 1)),
                SampleModels.findings("tone.dmn", "&gt;= 3", "&gt;= " + "3 + ".repeat(300) + "3"),
                SampleModels.findings("tone.dmn", "&gt;= 3", "&gt;= - - - 3"),
                SampleModels.findings("tone.dmn", "&gt;= 3", "visits" + " in visits".repeat(Feel.DEEPEST + 1)),
                SampleModels.findings("tone.dmn", "<text>\"c\"</text>", "<text>\"c\"" + ", \"c\"".repeat(Feel.LONGEST_LIST / 5) + "</text>"),
                SampleModels.findings("visit.form", "=subject = ", "=" + "not(".repeat(Feel.DEEPEST + 1) + "subject" + ")".repeat(Feel.DEEPEST + 1) + " = "))
                .map(findings -> findings.stream().map(Finding::rule).filter(rule -> COMPUTED.contains(rule)).distinct().toList()))
                .containsExactly(List.of("depth"), List.of("depth"), List.of("size"), List.of("file-once"), List.of("model-expression-size"), List.of("model-expression-size"),
                        List.of("feel-size"), List.of("feel-size"), List.of("feel-size"), List.of("feel-size"), List.of("feel-size"), List.of("feel-size"));
    }

    @Test
    void boundWhatAllCellsTogetherCost() {
        var rows = IntStream.range(0, 12).mapToObj(i -> ("<rule id=\"Row%d\"><inputEntry><text>\"c\"</text></inputEntry><inputEntry><text>%s%d</text></inputEntry>"
                + "<inputEntry><text></text></inputEntry><outputEntry><text>\"d\"</text></outputEntry></rule>").formatted(i + 3, "visits,".repeat(70), i)).collect(Collectors.joining());

        assertThat(SampleModels.findings("tone.dmn", "</decisionTable>", rows + "</decisionTable>")).filteredOn(finding -> finding.rule().equals("feel-size"))
                .isNotEmpty().hasSizeLessThan(8).allSatisfy(finding -> assertThat(finding.why()).contains("all cells and conditions together would take too long to read"));
    }

    @Test
    void readLongListsOfTextsWithoutEndingTheProgram() {
        var texts = "<text>\"c\"" + ", \"a\"".repeat(Feel.LONGEST_LIST / 6) + "</text>";

        assertThat(SampleModels.findings("tone.dmn", "<text>\"c\"</text>", texts)).extracting(Finding::rule).containsOnly("rows-apply");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="${whoever.answers(execution)}"
            visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="${startedBy}"
            visit.bpmn | camunda:candidateGroups="responders" | camunda:assignee="${visitor}"
            visit.bpmn | <extensionElements/></userTask>      | </userTask><intermediateCatchEvent id="Wait"><timerEventDefinition><timeDate>${overdue.of(visitDue)}</timeDate></timerEventDefinition></intermediateCatchEvent>
            visit.bpmn | <extensionElements/></userTask>      | </userTask><intermediateCatchEvent id="Wait"><timerEventDefinition><timeDuration>P2W</timeDuration></timerEventDefinition></intermediateCatchEvent>
            visit.bpmn | <extensionElements/></userTask>      | </userTask><boundaryEvent id="Again" attachedToRef="Work" cancelActivity="false"><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></boundaryEvent>
            visit.bpmn | <extensionElements/>                 | <extensionElements><camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle></extensionElements>
            visit.bpmn | <extensionElements/>                 | <multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
            visit.form | "maxLength": 100                     | "maxLength": 100, "pattern": "^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$"
            visit.form | "maxLength": 100                     | "maxLength": 100, "pattern": "^[^@ ]+@[^@ ]+$"
            tone.dmn   | <text>"c"</text>                     | <text>not("a")</text>
            tone.dmn   | <text>&gt;= 3</text>                 | <text>[3..5], 7, &gt; 10</text>
            tone.dmn   | <text>&gt;= 3</text>                 | <text>? &gt; 3 and ? &lt; 9</text>
            tone.dmn   | <text>date and time(visitDue)</text> | <text>date and time(visitDue) + duration("P1D")</text>
            visit.form | =subject =                           | =visits = null or subject =
            """)
    void letThroughWhatIsRight(String file, String now, String then) {
        assertThat(SampleModels.findings(file, now, then)).isEmpty();
    }

    @Test
    void knowTheRemovalThatWasReviewed() throws IOException {
        var review = Files.readString(Path.of("processes/retention-review.bpmn"));
        var around = changed(review, "targetRef=\"UserTask_ConfirmRemoval\"", "targetRef=\"ServiceTask_RemoveCases\"");
        var forAll = changed(review, "camunda:candidateGroups=\"supervisors\"", "camunda:candidateGroups=\"responders\"");
        var unasked = changed(review, "${removal == 'remove'}", "${removal != 'remove'}");

        assertThat(Stream.of(review, around, forAll, unasked).map(text -> findings("model-removal", text))).containsExactly(0L, 1L, 1L, 1L);
    }

    @Test
    void knowTheMoveToWhichTwoAgreed() throws IOException {
        var move = Files.readString(Path.of("processes/move-cases.bpmn"));
        var around = changed(move, "targetRef=\"UserTask_ConfirmMove\"", "targetRef=\"ServiceTask_MoveCases\"");
        var alone = changed(move, "camunda:candidateGroups=\"supervisors\"", "camunda:candidateGroups=\"process-owners\"");
        var unasked = changed(move, "${moveConfirmation == 'move'}", "${moveConfirmation != 'move'}");
        var otherForm = changed(move, "camunda:formRef=\"decide-on-move\"", "camunda:formRef=\"see-what-moved\"");

        assertThat(Stream.of(move, around, alone, unasked, otherForm).map(text -> findings("model-move", text))).containsExactly(0L, 1L, 1L, 1L, 1L);
    }

    @Test
    void knowTheStageThatHasNoPeriod() throws IOException {
        var stages = Files.readString(Path.of("processes/next-stage.dmn"));
        var periods = Files.readString(Path.of("processes/allowance.dmn"));
        var fourth = "<rule id=\"Rule_Fourth\"><inputEntry><text>\"three-stage\"</text></inputEntry><inputEntry><text>3</text></inputEntry><inputEntry><text></text></inputEntry>"
                + "<outputEntry><text>\"stage\"</text></outputEntry><outputEntry><text>4</text></outputEntry><outputEntry><text>true</text></outputEntry></rule></decisionTable>";
        var panel = "<rule id=\"Rule_Panel\"><inputEntry><text>\"general\", \"code\"</text></inputEntry><inputEntry><text>2</text></inputEntry><inputEntry><text></text></inputEntry>"
                + "<outputEntry><text>\"review-panel\"</text></outputEntry><outputEntry><text>3</text></outputEntry><outputEntry><text>true</text></outputEntry></rule></decisionTable>";

        assertThat(stageFindings(stages, periods)).isEmpty();
        assertThat(stageFindings(changed(stages, "</decisionTable>", fourth), periods)).singleElement().asString()
                .contains("begins stage 4 of the procedure three-stage with stage, which sets the deadline response, for which allowance.dmn has no row");
        // one sentence for each deadline of the panel, and each procedure
        assertThat(stageFindings(changed(stages, "</decisionTable>", panel), periods)).hasSize(6);
        assertThat(stageFindings(stages, changed(periods, "<text>\"three-stage\"</text>", "<text>\"four-stage\"</text>"))).hasSize(3);
    }

    private static List<Finding> stageFindings(String stages, String periods) throws IOException {
        var files = new TreeMap<>(Map.of("next-stage.dmn", stages, "allowance.dmn", periods));
        for (var model : List.of("stage.bpmn", "investigation.bpmn", "review-panel.bpmn", "agreed-plan.bpmn")) {
            files.put(model, Files.readString(Path.of("processes", model)));
        }
        return SampleModels.findings(files).stream().filter(one -> one.rule().equals("stage-periods")).toList();
    }

    private static String changed(String model, String now, String then) {
        assertThat(model).contains(now);
        return model.replace(now, then);
    }

    private static long findings(String rule, String model) {
        return SampleModels.findings(Map.of("x.bpmn", model)).stream().filter(one -> one.rule().equals(rule)).count();
    }

    @Test
    void haveEachASampleThatBreaksThem() {
        var shown = new TreeSet<>(broken().map(Broken::rule).toList());
        shown.addAll(COMPUTED);
        shown.addAll(OF_FOLDERS);
        // it takes several tables and models together
        shown.add("stage-periods");
        // HouseRulesTests builds their samples
        shown.addAll(List.of("fields-few", "writing-level-size", "folder-copies", "folder-few"));
        HouseSamples.said().values().forEach(findings -> findings.forEach(finding -> shown.add(finding.rule())));

        assertThat(ModelRules.ALL).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(ModelRules.ALL.stream().map(Rule::id).filter(id -> !shown.contains(id))).as("rules that no sample breaks").isEmpty();
        assertThat(shown).as("rules that samples break").hasSameSizeAs(ModelRules.ALL);
    }

    /** A name that a step gives and that is not listed would be refused in models; one that no step gives would not be missed. */
    @Test
    void knowTheVariablesThatTheProductSets() {
        var sources = ProjectFiles.sources().toList();
        var set = Pattern.compile("\\.(?:set|setVariable|setVariableLocal)\\(\\s*\"(\\w+)\"");
        var named = Pattern.compile("\"(\\w+)\"");

        assertThat(Names.GIVEN).containsAll(sources.stream().flatMap(source -> set.matcher(source).results()).map(found -> found.group(1)).collect(Collectors.toSet()));
        assertThat(sources.stream().flatMap(source -> named.matcher(source).results()).map(found -> found.group(1)).collect(Collectors.toSet())).containsAll(Names.GIVEN);
    }

    @Test
    void areTheTableInTheDocuments() throws IOException {
        var rows = Stream.concat(Stream.of("| Rule | What holds | A start |", "|---|---|---|"), Arrays.stream(Rule.About.values()).flatMap(about -> Stream.concat(
                Stream.of("| **" + about.title() + "** | | |"), ModelRules.ALL.stream().filter(rule -> rule.about() == about)
                        .map(rule -> "| `" + rule.id() + "` | " + rule.sentence() + " | " + (rule.refuses() ? "refuses" : "advice") + " |"))))
                .toList();

        assertThat(section(rows)).as(GeneratedPage.HOW).isEqualTo(rows);
    }

    private static List<String> section(List<String> rows) throws IOException {
        var page = Files.readString(PROCESS_OWNERS);
        int from = page.indexOf("| Rule | What holds |");
        int to = page.indexOf("\n\n", from) < 0 ? page.length() : page.indexOf("\n\n", from) + 1;
        GeneratedPage.write(PROCESS_OWNERS, page.substring(0, from) + String.join("\n", rows) + "\n" + page.substring(to));
        return Files.readString(PROCESS_OWNERS).substring(from).lines().takeWhile(line -> line.startsWith("|")).toList();
    }
}
