package org.redress.start;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.WrongDbException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jspecify.annotations.Nullable;
import org.redress.identity.StartRefused;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.core.convert.ConversionFailedException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Why a start ended, as a sentence that says what to do, where it is foreseen; docs/operations.md says more about each. No sentence repeats what a row holds or a password.
 *
 * @param code with which the program ends
 */
public record WhyNotStarted(String sentence, ExitCode code) {
    private static final Pattern SETTING = Pattern.compile("\\$\\{([^:}]+)");
    /** How H2 names it. */
    private static final Pattern PLACE = Pattern.compile("^Database \"(.+?)\" not found");
    private static final Pattern CONVERTED = Pattern.compile("Failed to convert to type (?:.*\\.)?(\\w+)");
    private static final Pattern TIMES = Pattern.compile("(?s)Encountered invalid @Scheduled method '\\w+': (.*)");
    private static final String DOCS = " (docs/operations.md).";
    private static final String OF_SQL = "SQL state ";
    /** Of PostgreSQL: nobody let go of a lock in time; nothing is changed then. */
    private static final String HELD = "55P03";

    /** The first reason that we know, from the outside in. */
    public static Optional<WhyNotStarted> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** With which code a start ends that failed like this, whoever has said why. */
    public static ExitCode code(Throwable failure) {
        return of(failure).map(WhyNotStarted::code).orElse(ExitCode.UNFORESEEN);
    }

    private static @Nullable WhyNotStarted known(Throwable cause) {
        if (cause instanceof StartRefused refused) {
            return new WhyNotStarted(Objects.requireNonNullElse(refused.getMessage(), ""), refused instanceof StartLater ? ExitCode.LATER : ExitCode.REFUSED);
        }
        if (cause instanceof SQLException sql) {
            return ofDatabase(sql);
        }
        var schema = ofSchema(cause);
        return schema != null ? schema : ofSettings(cause);
    }

    private static @Nullable WhyNotStarted ofSettings(Throwable cause) {
        if (cause instanceof ConfigDataNotFoundException file) {
            return refused("There is no file of settings " + file.getReferenceDescription().replaceFirst(".*location '(.*)'$", "$1") + ": look at spring.config.location, spring.config.additional-location and spring.config.import.");
        }
        if (cause instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return refused("A file of settings cannot be read: " + yaml.getProblem() + ", in line " + (yaml.getProblemMark().getLine() + 1) + ".");
        }
        if (cause instanceof PortInUseException port) {
            return later("Port " + port.getPort() + " is in use by another program, or by another Redress: stop that one, or choose another port (server.port, management.server.port).");
        }
        if (cause instanceof WebServerException && cause.getCause() != null && !(cause.getCause() instanceof WebServerException)) {
            return refused("The server cannot listen: " + line(cause.getCause()) + ". Choose another port or address (server.port, server.address).");
        }
        if (cause instanceof UnsatisfiedDependencyException wanted && wanted.getCause() instanceof TypeMismatchException wrong && wanted.getInjectionPoint() != null) {
            var value = wanted.getInjectionPoint().getAnnotation(Value.class);
            var name = SETTING.matcher(value == null ? "" : value.value());
            return refused("The setting " + (name.find() ? name.group(1) : wanted.getBeanName()) + " is \"" + wrong.getValue() + "\", which is no " + kind(wrong.getRequiredType()) + ".");
        }
        if (cause instanceof InvalidConfigurationPropertyValueException wrong) {
            var type = CONVERTED.matcher(wrong.getReason());
            return refused("The setting " + wrong.getName() + " is \"" + wrong.getValue() + "\", which is " + (type.matches() ? "no " + kind(type.group(1)) : "not taken: " + wrong.getReason()) + ".");
        }
        if (cause instanceof BindException bind) {
            return refused("The setting " + (bind.getProperty() == null ? bind.getName() : bind.getProperty().getName()) + " has a value that is no " + kind(wanted(bind)) + ".");
        }
        var times = TIMES.matcher(Objects.requireNonNullElse(cause.getMessage(), ""));
        if (cause instanceof IllegalStateException && times.matches()) {
            return refused("A setting says when something is done, and cannot be read: " + times.group(1).lines().findFirst().orElse("") + ".");
        }
        return null;
    }

    private static @Nullable Class<?> wanted(BindException bind) {
        for (Throwable cause = bind; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion) {
                return conversion.getTargetType().getType();
            }
        }
        return bind.getTarget().getType().resolve();
    }

    private static String kind(@Nullable Class<?> type) {
        return kind(type == null ? "value of its kind" : type.getSimpleName());
    }

    private static String kind(String name) {
        return switch (name) {
            case "int", "Integer", "long", "Long" -> "whole number";
            case "double", "Double" -> "number";
            case "boolean", "Boolean" -> "true or false";
            case "Duration" -> "time, such as 30s, 10m or 12h";
            case "DataSize" -> "size, such as 300KB or 2MB";
            case "LocalTime" -> "time of day";
            default -> name;
        };
    }

    private static @Nullable WhyNotStarted ofSchema(Throwable cause) {
        if (cause instanceof WrongDbException engine) {
            return refused("The engine's tables are those of version " + engine.getDbVersion() + ", and this program has " + engine.getLibraryVersion()
                    + ": start the version that goes with them, or restore a backup from before the upgrade" + DOCS);
        }
        if (cause instanceof SchemaManagementException tables) {
            return refused("The tables of this database are not those of this version (" + line(tables).replaceFirst("^Schema-validation: ", "")
                    + "): start the version that wrote it last, or restore a backup" + DOCS);
        }
        if (cause instanceof FlywayValidateException) {
            return refused("A step of an earlier upgrade of this database is not the one that this version has, or did not come to its end: restore the backup from before the upgrade and start again"
                    + DOCS);
        }
        if (cause instanceof FlywayMigrateException step && step.getMigration() != null) {
            return state(step).equals(OF_SQL + HELD) ? held() : refused("The database could not be brought to version " + step.getMigration().getVersion() + " of its tables (" + state(step)
                    + "): it is no database of Redress, or somebody changed it; restore the backup from before the upgrade" + DOCS);
        }
        return cause instanceof FlywayException && !(cause.getCause() instanceof SQLException) ? refused("The tables could not be brought to this version: " + line(cause) + DOCS) : null;
    }

    private static String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return OF_SQL + sql.getSQLState();
            }
        }
        return line(failure);
    }

    /** By the codes of H2 and PostgreSQL; other words of theirs may repeat what stands in a row. */
    private static @Nullable WhyNotStarted ofDatabase(SQLException sql) {
        switch (sql.getErrorCode()) {
            case 90020:
                return later("The database file is in use by a running server.");
            case 90146:
                return refused(noDatabase(sql));
            case 90030:
                return refused("The database file is damaged or cut off: restore the last backup" + DOCS);
            case 90048:
                return refused("The database file was written by another version of H2: start the version of Redress that wrote it" + DOCS);
            case 90097:
                return refused("The database can be read and not written.");
            case 90100:
                return later("There is no room left for the database: make room and start again.");
            case 90028, 90031:
                return refused("The database file cannot be read: restore the last backup if it is damaged or cut off, or look at its owner and its disk" + DOCS);
            default:
                break;
        }
        var state = Objects.requireNonNullElse(sql.getSQLState(), "");
        if (state.startsWith("08") || state.equals("57P03") || state.equals("57P01")) {
            return later("The database cannot be reached (" + (causedBy(sql, UnknownHostException.class) ? "nothing is known of its host" : line(sql)) + ").");
        }
        return switch (state) {
            case "53300" -> later("The database has no connection free: give it more (max_connections), or the product fewer (spring.datasource.hikari.maximum-pool-size)" + DOCS);
            case HELD -> held();
            case "28000", "28P01" -> refused("The database does not let in the user of spring.datasource.username (or spring.flyway.user) with the password that was given: look at both, and at what the server admits" + DOCS);
            case "3D000" -> refused("There is no database of the name in spring.datasource.url: make it first" + DOCS);
            case "3F000" -> refused("There is no schema in which the tables could be: make it, or leave currentSchema out of spring.datasource.url" + DOCS);
            case "42501" -> refused("The user of the database may not do what the start needs (" + line(sql) + "): give it the rights that are listed under two database users" + DOCS);
            case "25006" -> refused("The database takes no changes: it is a standby, or was made read only. Name the one that is written in spring.datasource.url" + DOCS);
            default -> null;
        };
    }

    /** With the place, because the folder is often not the one that was meant. */
    private static String noDatabase(SQLException sql) {
        var place = PLACE.matcher(Objects.requireNonNullElse(sql.getMessage(), ""));
        return "There is no database here yet" + (place.find() ? " (" + place.group(1) + ")" : "") + ".";
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The first line, without what PostgreSQL puts before it and without an end. */
    private static String line(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName()).lines().findFirst().orElse("").replaceFirst("^(ERROR|FATAL): ", "").replaceFirst("\\.$", "");
    }

    private static WhyNotStarted held() {
        return later("A table of the database could not be changed, because another program writes to it: stop every node and whatever else does (pg_stat_activity shows it, also what an earlier start has left at work), and start again" + DOCS);
    }

    private static WhyNotStarted later(String sentence) {
        return new WhyNotStarted(sentence, ExitCode.LATER);
    }

    private static WhyNotStarted refused(String sentence) {
        return new WhyNotStarted(sentence, ExitCode.REFUSED);
    }
}
