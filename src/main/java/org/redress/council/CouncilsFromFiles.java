package org.redress.council;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.redress.identity.Organisations;
import org.redress.identity.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Councils that come from a file, with the same checks as those from the page: all of the file, or nothing. */
@Component
public class CouncilsFromFiles {
    /** The four councils of the published cases and their Ombudsman. */
    private static final String PUBLISHED = "/org/redress/council/published.yaml";
    /** What a tenant of an earlier version is given, of which nobody has said more: as the tables said before. */
    private static final String EARLIER = "/org/redress/council/earlier.yaml";

    private final Councils councils;
    private final Tenants tenants;
    private final Organisations organisations;

    CouncilsFromFiles(Councils councils, Tenants tenants, Organisations organisations) {
        this.councils = councils;
        this.tenants = tenants;
        this.organisations = organisations;
    }

    /**
     * Brings the councils of a file to what it says of them.
     *
     * @return what came of each, by id
     * @throws FileRefused with all that is wrong; nothing was changed
     */
    @Transactional
    public Map<String, Councils.Kept> read(Path file) {
        return keep(CouncilsFile.read(file));
    }

    /** Adds the councils of the published cases, where they are missing; gives the ids of all. Those that are there stay as they are. */
    @Transactional
    public List<String> addPublished() {
        var published = entries(PUBLISHED);
        published.stream().filter(entry -> councils.find(entry.id()).isEmpty()).forEach(entry -> councils.keep(entry.over(null), null));
        return published.stream().map(CouncilsFile.Entry::id).toList();
    }

    /** Gives the tenants of an earlier version what the tables of that version said of them. */
    @Transactional
    public void adoptEarlier() {
        var known = new LinkedHashMap<String, CouncilsFile.Entry>();
        entries(PUBLISHED).forEach(entry -> known.put(entry.id(), entry));
        var any = entries(EARLIER).get(0).over(null);
        for (var id : tenants.all()) {
            if (councils.find(id).isEmpty()) {
                boolean ombudsman = known.containsKey(id) ? known.get(id).over(null).ombudsman() : tenants.ofOmbudsman(id);
                var base = known.containsKey(id) ? known.get(id).over(null) : any;
                councils.adopt(new Profile(id, ombudsman, organisations.name(id), ombudsman ? null : id.toUpperCase(Locale.ROOT), base.calendar(), base.contact(),
                        councils.servicesOf(id), ombudsman ? List.of() : base.procedures()));
            }
        }
    }

    private Map<String, Councils.Kept> keep(CouncilsFile file) {
        var kept = new LinkedHashMap<String, Councils.Kept>();
        var wrong = new ArrayList<String>();
        for (var entry : file.entries()) {
            try {
                kept.put(entry.id(), councils.keep(entry.over(councils.find(entry.id()).orElse(null)), null));
            } catch (CouncilRefused e) {
                e.wrong().forEach(one -> wrong.add(entry.sentence(one)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new FileRefused(wrong);
        }
        return kept;
    }

    /** The names of the published cases' councils by their ids, without the Ombudsman's. */
    public static Map<String, String> publishedNames() {
        var names = new LinkedHashMap<String, String>();
        entries(PUBLISHED).stream().map(entry -> entry.over(null)).filter(council -> !council.ombudsman()).forEach(council -> names.put(council.id(), council.name()));
        return names;
    }

    private static List<CouncilsFile.Entry> entries(String resource) {
        try (var reader = new InputStreamReader(Objects.requireNonNull(CouncilsFromFiles.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            return CouncilsFile.read(reader).entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
