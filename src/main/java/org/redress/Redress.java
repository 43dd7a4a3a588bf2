package org.redress;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.redress.audit.AuditCommand;
import org.redress.council.CouncilsCommand;
import org.redress.deadline.DueCommand;
import org.redress.deadline.RecountCommand;
import org.redress.load.LoadCommand;
import org.redress.models.CheckCommand;
import org.redress.models.CompareCommand;
import org.redress.models.TemplatesCommand;
import org.redress.move.MoveCommand;
import org.redress.operation.InspectCommand;
import org.redress.operation.RestoredCommand;
import org.redress.reading.ReadCommand;
import org.redress.replay.ReplayCommand;
import org.redress.replay.ScriptSchema;
import org.redress.replay.TryCommand;
import org.redress.start.CommandLine;
import org.redress.start.DatabaseAtStart;
import org.redress.start.ExitCode;
import org.redress.start.SettingNames;
import org.redress.start.WhyNotStarted;
import org.redress.takeover.TakeoverCommand;
import org.redress.versions.ModelsCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/** The product: without arguments the server, with a command, such as {@code due} or {@code inspect}, something that answers and ends. */
// the engine's REST API is there only when access.RestApi brings it
// pages are not made of templates: Mustache is for letters, which are not views
@SpringBootApplication(exclude = {CamundaBpmRestJerseyAutoConfiguration.class, MustacheAutoConfiguration.class})
public class Redress {
    private static final String USAGE = """
            redress                                    starts the server
            redress due 2019-08-09 "20 working days"   says when something is due, and why
            redress replay "19 010 314" [--json]       plays a published case, or script files, through the product
            redress replay my-case.yaml --watch        plays it again each time that it, or a model, is saved
            redress replay --stay                      stays, and plays for every other redress replay and try of yours; --end ends it, --alone does without
            redress try FOLDER [CASE …] [--json]       plays cases with the models as they are and with those of a folder, and says what differs
            redress schema                             prints the JSON Schema of script files, for editors
            redress check [FOLDER] [--strict]          says what a start would refuse in models, tables and forms, and what it advises
            redress compare [OLD] NEW [--pictures=DIR] says what differs between two folders of models, tables and forms, and draws it
            redress templates [FOLDER]                 writes what Camunda Modeler offers for elements, with the deadlines, forms and groups of a folder
            redress models [--json]                    lists the versions of the models, who runs on each, and which nodes have which
            redress models write VERSION FOLDER        writes the files of a version into a folder
            redress move --preview [--json] [--council=NAME]
                                                       says of each running case whether it can go on with the newest models, and what would become of it
            redress recount [--preview]                lets open deadlines follow the bank holidays and the allowances
            redress councils FILE                      adds and changes councils as a file says
            redress takeover FILE --as=PERSON          takes open cases of another system over; --dry-run only says what would come of it
            redress audit verify [--since ANCHOR]      checks the record of changes of the configured database; --out FILE writes all findings
            redress audit removed [--out FILE]         gives the numbers of the cases that were removed, for a restore
            redress audit baseline --by=NAME …         somebody answers for what it found, and the chain says so
            redress read FILE [--json]                 says what an Ombudsman's decision says: agreed actions, sums, periods, each beside its sentence
            redress read --measure=FOLDER              says how well that is read, of texts with what is true beside them
            redress inspect [--json] [--out=FILE]      says what is in the configured database, what stands still and what does not fit; changes nothing
            redress restored [--removed=FILE]          once after a backup was restored, before the server starts on it
            redress load --open N --closed M           fills an empty PostgreSQL database with made cases, to measure
            redress help                               says this
            """;
    /** Each command with its options. */
    private static final Map<String, List<String>> COMMANDS = commands();

    static {
        // the webapps and the filters' own date expressions know only the JVM's zone (WD-13)
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
        // what libraries ask other servers by HTTP, such as for the keys of tokens: nobody waits without end for one that is silent
        List.of("sun.net.client.defaultConnectTimeout", "sun.net.client.defaultReadTimeout").stream().filter(name -> System.getProperty(name) == null)
                .forEach(name -> System.setProperty(name, "5000"));
    }

    private static Map<String, List<String>> commands() {
        var commands = new LinkedHashMap<String, List<String>>();
        commands.put("due", List.of());
        commands.put("replay", List.of("--json", "--watch", "--stay", "--alone", "--end"));
        commands.put("try", List.of("--json", "--before"));
        commands.put("schema", List.of());
        commands.put("check", List.of("--json", "--strict", "--groups", "--councils"));
        commands.put("compare", List.of("--json", "--all", "--pictures"));
        commands.put("templates", List.of("--groups"));
        commands.put("models", List.of("--json"));
        commands.put("move", List.of("--preview", "--json", "--council"));
        commands.put("recount", List.of("--preview"));
        commands.put("councils", List.of());
        commands.put("takeover", List.of("--as", "--council", "--dry-run"));
        commands.put("audit", List.of("--since", "--out", "--by", "--because"));
        commands.put("read", List.of("--json", "--measure"));
        commands.put("inspect", List.of("--json", "--out"));
        commands.put("restored", List.of("--removed", "--last", "--moved"));
        commands.put("load", List.of("--open", "--closed", "--templates", "--sets", "--at-once", "--password"));
        commands.put("help", List.of());
        return commands;
    }

    public static void main(String[] arguments) {
        waitForNobodyWithoutEnd();
        var command = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (rest.contains("--help") || rest.contains("-h") || command.equals("--help") || command.equals("-h")) {
            command = "help";
        } else if (COMMANDS.containsKey(command)) {
            refuse(CommandLine.wrongBehind(command, rest, COMMANDS.get(command)));
        }
        switch (command) {
            case "due" -> exit(DueCommand.run(rest, System.out, System.err));
            case "replay" -> exit(ReplayCommand.run(rest, System.out, System.err));
            case "try" -> exit(TryCommand.run(rest, System.out, System.err));
            case "schema" -> System.out.print(ScriptSchema.text());
            case "check", "compare" -> {
                // nothing but what is found is printed
                LoggingSystem.get(Redress.class.getClassLoader()).beforeInitialize();
                exit(command.equals("check") ? CheckCommand.run(rest, System.out, System.err) : CompareCommand.run(rest, System.out, System.err));
            }
            case "templates" -> {
                LoggingSystem.get(Redress.class.getClassLoader()).beforeInitialize();
                exit(TemplatesCommand.run(rest, System.out, System.err));
            }
            case "read" -> {
                LoggingSystem.get(Redress.class.getClassLoader()).beforeInitialize();
                exit(ReadCommand.run(rest, System.out, System.err));
            }
            case "models" -> exit(ModelsCommand.run(rest, System.out, System.err));
            case "move" -> exit(MoveCommand.run(rest, System.out, System.err));
            case "recount" -> exit(RecountCommand.run(rest, System.out, System.err));
            case "takeover" -> exit(TakeoverCommand.run(rest, System.out, System.err));
            case "councils" -> exit(CouncilsCommand.run(rest, System.out, System.err));
            case "audit" -> exit(AuditCommand.run(rest, System.out, System.err));
            case "load" -> exit(LoadCommand.run(rest, System.out, System.err));
            case "inspect" -> exit(InspectCommand.run(rest, System.out, System.err));
            case "restored" -> exit(RestoredCommand.run(rest, System.out, System.err));
            case "help" -> System.out.print(USAGE);
            default -> serve(arguments);
        }
    }

    /** What calls others over HTTP with the JDK's own client, such as that of GOV.UK Notify, waits a bounded time and never sends anything twice by itself. */
    private static void waitForNobodyWithoutEnd() {
        Map.of("sun.net.http.retryPost", "false", "sun.net.client.defaultConnectTimeout", "10000", "sun.net.client.defaultReadTimeout", "60000").forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    /** Starts the server with settings alone; a mistyped command must not start one, nor make a database. */
    private static void serve(String[] arguments) {
        refuse(CommandLine.wrongForTheServer(List.of(arguments), String.join(", ", COMMANDS.keySet()).replaceFirst(", help$", " and help")));
        var product = new SpringApplication(Redress.class);
        product.addInitializers(new SettingNames(), new DatabaseAtStart());
        try {
            product.run(arguments);
        } catch (RuntimeException | Error e) {
            // why has been said
            exit(WhyNotStarted.code(e).code());
        }
    }

    private static void refuse(Optional<String> sentence) {
        if (sentence.isPresent()) {
            System.err.println(sentence.get());
            exit(ExitCode.NOT_DONE.code());
        }
    }

    private static void exit(int code) {
        System.out.flush();
        System.exit(code);
    }
}
