package org.redress.versions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The versions and nodes as they stand in a database, for the product and for commands beside it; nothing is changed. */
public final class StoredVersions {
    private static final String RUNNING = "from ACT_RU_EXECUTION e join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_ where e.PARENT_ID_ is null and p.DEPLOYMENT_ID_ = v.deployment_id";
    private static final String VERSIONS = "select v.id, v.name, v.author, v.reason, v.node, v.made_at, v.digest, v.files, v.deployment_id, (select count(distinct e.BUSINESS_KEY_) " + RUNNING + "),"
            + " (select count(*) " + RUNNING + " and e.BUSINESS_KEY_ is null), (select max(n.id) from model_version n) from model_version v"
            + " where exists (select 1 from ACT_RE_DEPLOYMENT d where d.ID_ = v.deployment_id) order by v.id desc";

    /** A node says each minute that it runs. */
    private static final String NODES = "select n.name, n.version, v.name, n.digest, n.started_at, current_timestamp from model_node n left join model_version v on v.id = n.version"
            + " where n.seen_at > current_timestamp - interval '5' minute order by n.started_at, n.id";

    /** Of the engine's files those that were deployed, and none that it made of them. */
    private static final String FILES = "select NAME_, BYTES_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ = ? and not coalesce(GENERATED_, false)";

    private static final String COURSE = " p.KEY_ in ('complaint', 'service-request', 'ombudsman-case')";
    private static final String RUNS = "select v.id, v.name, max(case when" + COURSE + " then 1 else 0 end), min(coalesce(p.NAME_, p.KEY_)), count(distinct p.KEY_) from ACT_RU_EXECUTION e"
            + " join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_ join model_version v on v.deployment_id = p.DEPLOYMENT_ID_ where e.PARENT_ID_ is null and e.BUSINESS_KEY_ = ? group by v.id, v.name order by 3 desc, v.id desc";
    private static final String RAN = "select v.id, v.name from ACT_HI_PROCINST e join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_ join model_version v on v.deployment_id = p.DEPLOYMENT_ID_"
            + " where e.BUSINESS_KEY_ = ? and" + COURSE + " order by e.START_TIME_ desc";

    private StoredVersions() {}

    /** The newest at the top. */
    public static List<Version> all(Connection connection) throws SQLException {
        var all = new ArrayList<Version>();
        try (var statement = connection.prepareStatement(VERSIONS); var found = statement.executeQuery()) {
            while (found.next()) {
                all.add(new Version(found.getLong(1), found.getString(2), found.getString(3), found.getString(4), found.getString(5), found.getObject(6, LocalDateTime.class), found.getString(7),
                        found.getInt(8), found.getString(9), found.getLong(10), found.getLong(11), found.getLong(1) == found.getLong(12)));
            }
        }
        return all;
    }

    /** Which models the nodes have that run at this moment. */
    public static Nodes nodes(Connection connection) throws SQLException {
        var all = new ArrayList<Nodes.Node>();
        OffsetDateTime now = null;
        try (var statement = connection.prepareStatement(NODES); var found = statement.executeQuery()) {
            while (found.next()) {
                all.add(new Nodes.Node(found.getString(1), Version.title(found.getLong(2), found.getString(3)), found.getString(4), found.getObject(5, OffsetDateTime.class).toInstant()));
                now = found.getObject(6, OffsetDateTime.class);
            }
        }
        return new Nodes(all, now == null ? null : now.toInstant());
    }

    /** The files of a version by their names. */
    static Map<String, byte[]> files(Connection connection, Version version) throws SQLException {
        var files = new TreeMap<String, byte[]>();
        try (var statement = connection.prepareStatement(FILES)) {
            statement.setString(1, version.deployment());
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    files.put(found.getString(1), found.getBytes(2));
                }
            }
        }
        return files;
    }

    /** Whether the files of a version are not those that were deployed: somebody has changed the engine's tables. */
    public static boolean changed(Connection connection, Version version) throws SQLException {
        return !FilesOfVersion.digest(files(connection, version)).equals(version.digest());
    }

    /** The note of a version to the letter, if it had one. */
    static Optional<String> note(Connection connection, Version version) throws SQLException {
        try (var statement = connection.prepareStatement("select note from model_version where id = ?")) {
            statement.setLong(1, version.number());
            try (var found = statement.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * On which version a case runs, in words: that of its course first, then others on which something else of it began. Of a case that is over, that on which its course ended.
     *
     * @return empty where nothing is known
     */
    static Optional<String> ofCase(Connection connection, String reference) throws SQLException {
        var said = new ArrayList<String>();
        try (var statement = asked(connection, RUNS, reference); var found = statement.executeQuery()) {
            while (found.next()) {
                said.add(running(found, said.isEmpty()));
            }
        }
        if (!said.isEmpty()) {
            return Optional.of(String.join("; ", said));
        }
        try (var statement = asked(connection, RAN, reference); var found = statement.executeQuery()) {
            return found.next() ? Optional.of(Version.title(found.getLong(1), found.getString(2))) : Optional.empty();
        }
    }

    private static PreparedStatement asked(Connection connection, String question, String reference) throws SQLException {
        var statement = connection.prepareStatement(question);
        statement.setString(1, reference);
        return statement;
    }

    private static String running(ResultSet found, boolean first) throws SQLException {
        var title = Version.title(found.getLong(1), found.getString(2));
        int more = found.getInt(5) - 1;
        return first ? title : title + " (" + found.getString(4) + (more == 0 ? "" : " and " + more + " more") + ")";
    }
}
