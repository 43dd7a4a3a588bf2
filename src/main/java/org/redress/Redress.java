package org.redress;

import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.redress.audit.AuditCommand;
import org.redress.council.CouncilsCommand;
import org.redress.deadline.DueCommand;
import org.redress.deadline.RecountCommand;
import org.redress.load.LoadCommand;
import org.redress.replay.ReplayCommand;
import org.redress.replay.ScriptSchema;
import org.redress.takeover.TakeoverCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product: without arguments the server, with {@code due}, {@code replay}, {@code schema}, {@code recount}, {@code councils}, {@code takeover}, {@code audit} or {@code load} a command that answers and ends. */
// the engine's REST API is there only when access.RestApi brings it
@SpringBootApplication(exclude = CamundaBpmRestJerseyAutoConfiguration.class)
public class Redress {
    private static final String USAGE = """
            redress                                    starts the server
            redress due 2019-08-09 "20 working days"   says when something is due, and why
            redress replay "19 010 314" [--json]       plays a published case, or script files, through the product
            redress replay my-case.yaml --watch        plays it again each time that it, or a model, is saved
            redress replay --stay                      stays, and plays for every other redress replay of yours
            redress schema                             prints the JSON Schema of script files, for editors
            redress recount [--preview]                lets open deadlines follow the bank holidays and the allowances
            redress councils FILE                      adds and changes councils as a file says
            redress takeover FILE --as=PERSON          takes open cases of another system over; --dry-run only says what would come of it
            redress audit verify [--since ANCHOR]      checks the record of changes of the configured database
            redress load --open N --closed M           fills an empty PostgreSQL database with made cases, to measure
            redress help                               says this
            """;
    private static final int NOT_UNDERSTOOD = 2;

    /** As Spring Boot reads them; --debug and the like have no value. */
    private static final Pattern SETTING = Pattern.compile("--[A-Za-z][\\w.\\-\\[\\]]*(=.*)?", Pattern.DOTALL);

    static {
        // the webapps and the filters' own date expressions know only the JVM's zone (WD-13)
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    }

    public static void main(String[] arguments) {
        var command = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (rest.contains("--help") || rest.contains("-h") ? "help" : command) {
            case "due" -> exit(DueCommand.run(rest, System.out, System.err));
            case "replay" -> exit(ReplayCommand.run(rest, System.out, System.err));
            case "schema" -> System.out.print(ScriptSchema.text());
            case "recount" -> exit(RecountCommand.run(rest, System.out, System.err));
            case "takeover" -> exit(TakeoverCommand.run(rest, System.out, System.err));
            case "councils" -> exit(CouncilsCommand.run(rest, System.out, System.err));
            case "audit" -> exit(AuditCommand.run(rest, System.out, System.err));
            case "load" -> exit(LoadCommand.run(rest, System.out, System.err));
            case "help", "--help", "-h" -> System.out.print(USAGE);
            default -> serve(arguments);
        }
    }

    /** Starts the server with settings alone; a mistyped command must not start one, nor make a database. */
    private static void serve(String[] arguments) {
        var strange = Arrays.stream(arguments).filter(argument -> !SETTING.matcher(argument).matches()).findFirst();
        if (strange.isPresent()) {
            System.err.println(strange.get().startsWith("-")
                    ? "\"" + strange.get() + "\" is no setting: settings are written --name=value, such as --server.port=9090."
                    : "\"" + strange.get() + "\" is no command; the commands are due, replay, schema, recount, councils, takeover, audit, load and help, and without one the server starts.");
            exit(NOT_UNDERSTOOD);
        }
        SpringApplication.run(Redress.class, arguments);
    }

    private static void exit(int code) {
        System.out.flush();
        System.exit(code);
    }
}
