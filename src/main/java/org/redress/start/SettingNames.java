package org.redress.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.redress.identity.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The settings that there are: one that is mistyped counts for nothing, and nobody would notice. */
public final class SettingNames implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Those that have no value unless somebody gives one; all others are in application.yaml. */
    static final Set<String> WITHOUT_VALUE = Set.of("redress.admin.id", "redress.admin.password", "redress.bank-holidays", "redress.councils", "redress.demo.password-file", "redress.models",
            "redress.reminder.at", "redress.reminder.before", "redress.search.in-a-row", "redress.search.longest", "redress.search.one-more-after", "redress.services",
            "redress.sign-in.common-passwords", "redress.sign-in.councils", "redress.sign-in.secret-key");
    /** Behind it stands the id of a server. */
    private static final String OF_SERVERS = "redress.sign-in.councils.";
    private static final String OURS = "redress.";
    private static final Set<String> OTHERS = Set.of("camunda", "debug", "logging", "management", "server", "spring", "springdoc", "trace");
    private static final int CLOSE = 4;
    /** Variables of others may look like ours: Kubernetes makes REDRESS_PORT of a service called redress. */
    private static final int CLOSE_IN_THE_ENVIRONMENT = 2;
    private static final Pattern OF_THE_ENVIRONMENT = Pattern.compile("(REDRESS|SPRING|SERVER|MANAGEMENT|CAMUNDA)_[A-Z0-9_]+");

    /** What somebody has written: a file beside the program, or JSON in a variable. The command line is read before, and a test compares what is in the program itself. */
    private static final Pattern WRITTEN = Pattern.compile("Config resource (?!.*class path resource).*|spring\\.application\\.json");
    private static final Logger LOG = LoggerFactory.getLogger(SettingNames.class);

    /** Read once, and those of the libraries only if somebody has set one. */
    private static final class Known {
        static final Set<String> OURS = known();
    }

    private static final class Theirs {
        static final FrameworkSettings ALL = FrameworkSettings.read();
    }

    /** Refuses to start where a file of settings has one that there is not, and says it of the environment, in which others have names too. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        for (var source : context.getEnvironment().getPropertySources()) {
            boolean environment = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            if (!(source instanceof EnumerablePropertySource<?> names) || !environment && !WRITTEN.matcher(source.getName()).matches()) {
                continue;
            }
            for (var name : names.getPropertyNames()) {
                if (environment) {
                    meantInTheEnvironment(name).ifPresent(LOG::warn);
                } else if (name.startsWith(OURS) || OTHERS.contains(first(name))) {
                    wrong(name).ifPresent(sentence -> {
                        throw new StartRefused(sentence);
                    });
                }
            }
        }
    }

    /** Why nothing is called so, if that is so. Of a library's setting it is said only where one is meant that there is: not every one is in its list. */
    public static Optional<String> wrong(String name) {
        var first = first(name);
        var ours = Known.OURS;
        var wanted = plain(name);
        if (OTHERS.contains(first)) {
            return Theirs.ALL.has(name) ? Optional.empty() : close(name, Theirs.ALL.names()).map(meant -> "There is no setting " + name + "; there is " + meant + ".");
        }
        if (first.equals("redress") && (ours.stream().anyMatch(one -> plain(one).equals(wanted) || wanted.startsWith(plain(one) + "[")) || name.startsWith(OF_SERVERS))) {
            return Optional.empty();
        }
        return Optional.of("There is no setting " + name + close(name, ours).map(meant -> "; there is " + meant).orElse("") + ".");
    }

    /** A variable that counts for nothing, and is nearly one that would count. */
    static Optional<String> meantInTheEnvironment(String variable) {
        if (!OF_THE_ENVIRONMENT.matcher(variable).matches()) {
            return Optional.empty();
        }
        var known = variable.startsWith("REDRESS_") ? Known.OURS : Theirs.ALL.names();
        if (known.stream().map(SettingNames::variable).anyMatch(one -> variable.equals(one) || variable.startsWith(one + "_"))) {
            return Optional.empty();
        }
        return known.stream().map(SettingNames::variable).filter(one -> distance(one, variable) <= CLOSE_IN_THE_ENVIRONMENT).min(Comparator.comparingInt(one -> distance(one, variable)))
                .map(meant -> "The environment has " + variable + ", which no setting reads; there is " + meant + ".");
    }

    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String first(String name) {
        return name.replaceFirst("[.\\[].*", "");
    }

    private static Optional<String> close(String name, Set<String> names) {
        var wanted = plain(name);
        return names.stream().filter(one -> Math.abs(plain(one).length() - wanted.length()) <= CLOSE && distance(plain(one), wanted) <= CLOSE)
                .min(Comparator.comparingInt(one -> distance(plain(one), wanted)));
    }

    /** The names of all settings of ours. */
    static Set<String> known() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(ours());
        Properties given = Objects.requireNonNull(yaml.getObject());
        var names = new TreeSet<>(WITHOUT_VALUE);
        given.keySet().stream().map(String::valueOf).filter(name -> name.startsWith(OURS)).forEach(names::add);
        return names;
    }

    private static Resource[] ours() {
        try {
            // whatever else of this name lies beside it
            return new PathMatchingResourcePatternResolver().getResources("classpath*:application.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the configuration compares names. */
    static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters have to be put in, left out or changed to make one of the other. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
