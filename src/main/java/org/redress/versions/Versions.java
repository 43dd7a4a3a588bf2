package org.redress.versions;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.redress.identity.RecordedRows;
import org.redress.models.DeployedModels;
import org.redress.models.VersionNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps, at each start, which version of the models is the newest, what its note says, and which node deployed it; the row is in the record of changes. */
@Component
@Order(16)
public class Versions implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);
    private static final String TABLE = "model_version";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final VersionNote NONE = new VersionNote("", "", "", "");

    private final DeployedModels models;
    private final RepositoryService repository;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final RecordedRows record;
    private final ThisNode node;
    private final Clock clock;
    private final String folder;

    Versions(DeployedModels models, RepositoryService repository, JdbcTemplate database, TransactionTemplate transaction, RecordedRows record, ThisNode node, Clock clock,
            @Value("${redress.models:}") String folder) {
        this.models = models;
        this.repository = repository;
        this.database = database;
        this.transaction = transaction;
        this.record = record;
        this.node = node;
        this.clock = clock;
        this.folder = folder;
    }

    /** On which version a case runs, in words; empty where nothing is known. */
    public Optional<String> ofCase(String reference) {
        return Objects.requireNonNull(database.execute((ConnectionCallback<Optional<String>>) connection -> StoredVersions.ofCase(connection, reference)));
    }

    /** All versions, the newest at the top. */
    public List<Version> all() {
        return Objects.requireNonNull(database.execute((ConnectionCallback<List<Version>>) StoredVersions::all));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!models.deploys()) {
            return;
        }
        var before = all();
        var digest = FilesOfVersion.digest(models.ofTheStart());
        var known = new HashMap<String, Version>();
        before.forEach(version -> known.put(version.deployment(), version));
        models.deployments().stream().filter(deployment -> !known.containsKey(deployment.getId())).forEach(deployment -> keep(deployment, digest));
        if (!all().stream().findFirst().map(Version::digest).orElse("").equals(digest)) {
            // the engine compares each file with the last of its name, and does not see that one is not there any more
            keep(models.deploy(), digest);
        }
        var newest = all().get(0);
        correct(newest);
        say(all().get(0), before);
        node.started(newest);
    }

    private void keep(Deployment deployment, String started) {
        var files = new HashMap<String, byte[]>();
        repository.getDeploymentResources(deployment.getId()).forEach(file -> files.put(file.getName(), file.getBytes()));
        var digest = FilesOfVersion.digest(files);
        // of those that were deployed before versions were kept, nothing more is known
        boolean now = digest.equals(started) && models.deployments().get(models.deployments().size() - 1).getId().equals(deployment.getId());
        var note = now ? note() : NONE;
        transaction.executeWithoutResult(status -> {
            long number = 1 + Objects.requireNonNull(database.queryForObject("select coalesce(max(id), 0) from model_version", Long.class));
            database.update("insert into model_version (id, deployment_id, digest, files, name, author, reason, note, node, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", number, deployment.getId(), digest, files.size(),
                    text(note.name()), text(note.author()), text(note.reason()), text(note.text()), now ? node.name() : null,
                    now ? LocalDateTime.now(clock) : LocalDateTime.ofInstant(deployment.getDeploymentTime().toInstant(), LONDON));
            record.added(TABLE, number);
        });
    }

    private VersionNote note() {
        var release = Versions.class.getPackage().getImplementationVersion();
        return VersionNote.of(folder).orElseGet(() -> folder.isBlank() ? new VersionNote(release == null ? "Redress" : "Redress " + release, "", "As they come with the product", "") : NONE);
    }

    /** A note that was written or changed afterwards makes no new version: the version is called what its note says now. */
    private void correct(Version newest) {
        var note = VersionNote.of(folder).orElse(NONE);
        if (note.equals(NONE) || note.text().equals(database.execute((ConnectionCallback<String>) connection -> StoredVersions.note(connection, newest).orElse("")))) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            database.update("update model_version set name = ?, author = ?, reason = ?, note = ? where id = ?", note.name(), note.author(), note.reason(), note.text(), newest.number());
            record.changed(TABLE, newest.number(), "name", "author", "reason", "note");
        });
    }

    private void say(Version newest, List<Version> before) {
        if (before.stream().anyMatch(version -> version.number() == newest.number())) {
            LOG.info("The models are {}, as they were deployed on {}.", newest.title(), newest.madeAt().toLocalDate());
            return;
        }
        LOG.info("The models are {}: new cases begin with it, and those that run keep theirs.", newest.title());
        var again = before.stream().filter(version -> version.digest().equals(newest.digest())).findFirst();
        if (again.isPresent() && !before.isEmpty()) {
            LOG.warn("These are the models of {} again. They take the place of {}{}.", again.get().title(), before.get(0).title(), with(before.get(0)));
        } else if (!folder.isBlank() && newest.name() == null) {
            LOG.info("It has no name: write a note, {} beside the folders of models and forms (docs/process-owners.md).", VersionNote.FILE);
        } else if (newest.name() != null && !folder.isBlank() && before.stream().findFirst().map(Version::name).filter(newest.name()::equals).isPresent()) {
            LOG.warn("The note {} says the same name as that of {}: write a new one, so that people can tell them apart.", VersionNote.FILE, before.get(0).title());
        }
    }

    private String with(Version version) {
        var nodes = Objects.requireNonNull(database.execute((ConnectionCallback<Nodes>) StoredVersions::nodes)).all().stream().filter(other -> other.digest().equals(version.digest())).map(Nodes.Node::name).toList();
        return nodes.isEmpty() ? "" : ", with which " + String.join(", ", nodes) + " still " + (nodes.size() == 1 ? "runs" : "run");
    }

    private static @Nullable String text(String said) {
        return said.isEmpty() ? null : said;
    }
}
