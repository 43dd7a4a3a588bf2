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
import org.redress.identity.StartRefused;
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

    /** Refuses to start where a file of settings has one of ours that there is not. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        for (var source : context.getEnvironment().getPropertySources()) {
            boolean ofTheSystem = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                    || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
            if (!ofTheSystem && source instanceof EnumerablePropertySource<?> names) {
                for (var name : names.getPropertyNames()) {
                    if (name.startsWith(OURS)) {
                        wrong(name).ifPresent(sentence -> {
                            throw new StartRefused(sentence);
                        });
                    }
                }
            }
        }
    }

    /** Why nothing is called so, if that is so. */
    public static Optional<String> wrong(String name) {
        var first = name.replaceFirst("[.\\[].*", "");
        if (OTHERS.contains(first)) {
            return Optional.empty();
        }
        var known = known();
        var wanted = plain(name);
        if (first.equals("redress") && (known.stream().anyMatch(one -> plain(one).equals(wanted) || wanted.startsWith(plain(one) + "[")) || name.startsWith(OF_SERVERS))) {
            return Optional.empty();
        }
        var close = known.stream().min(Comparator.comparingInt(one -> distance(plain(one), wanted))).filter(one -> distance(plain(one), wanted) <= CLOSE);
        return Optional.of("There is no setting " + name + close.map(one -> "; there is " + one).orElse("") + ".");
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
    private static String plain(String name) {
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
