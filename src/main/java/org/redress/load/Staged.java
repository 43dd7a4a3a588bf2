package org.redress.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.casefile.Reference;
import org.redress.load.Copies.Batch;
import org.redress.load.Copies.Copy;

/**
 * The rows of the templates in temporary tables of one connection, and the statements that multiply them. Which tables there are and what is to be changed in which column is read from the
 * database and from the rows: a new table or column is copied without anybody doing anything.
 */
final class Staged {
    /** The name and the words that stand in the templates for those of the copies. */
    static final Map<String, String> MARKS = Map.of("given", "Zzgiven", "family", "Zzfamily", "place", "Zzplace", "matter", "Zzmatter");

    private static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    /** As the engine writes them: alone, or behind the name of a step; behind two names it is a definition, which is everybody's. */
    private static final String ID = UUID.replace("^", "^([^:]*:)?");
    private static final String DAY = "^\\d{4}-\\d{2}-\\d{2}$";
    /** What people send once, type and have not sent; the bytes of files. */
    private static final Set<String> LEFT_OUT = Set.of("submission", "draft", "draft_loss");
    private static final Set<String> NO_IDS = Set.of("bytes", "sequence_counter_", "long_", "duration_", "priority_", "rev_");
    private static final Set<String> TEXTS = Set.of("character varying", "text");
    private static final List<String> OF_RECORD = List.of("audit", "audit_key");
    private static final String TASKS = "select bundle, id_ from made_act_ru_task";
    /** Engine tables that know no process: what they belong to. */
    private static final List<Owned> OF_ENGINE = List.of(
            new Owned("act_ru_identitylink", "task_id_", TASKS),
            new Owned("act_ru_authorization", "resource_id_", TASKS + " union select bundle, id from made_process"),
            new Owned("act_hi_identitylink", "task_id_", "select bundle, id_ from made_act_hi_taskinst"),
            new Owned("act_hi_dec_in", "dec_inst_id_", "select bundle, id_ from made_act_hi_decinst"),
            new Owned("act_hi_dec_out", "dec_inst_id_", "select bundle, id_ from made_act_hi_decinst"));

    private static final int LONGEST_TOLD = 80;

    private final Connection connection;
    private final Names names;
    private final int sides;
    /** By name, those that others point to first. */
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private long stride = 1;

    private record Column(String name, String type, int longest) {}

    /** A table and what becomes of each of its columns in a copy. */
    private record Table(String name, List<Column> columns, List<String> expressions) {}

    private record Owned(String table, String column, String owners) {}

    private record Key(String child, String column, String parent, String parentColumn) {}

    /** The ids of councils and Ombudsmen, and of the people who work there; these begin with those. */
    record Names(List<String> tenants, List<String> people) {
        private String all() {
            return quoted(Stream.concat(tenants.stream(), people.stream()).toList());
        }

        private String inSet(String column) {
            return IntStream.range(0, tenants.size()).mapToObj(one -> "when " + column + " like '" + tenants.get(one) + "%' then c.tenant" + one + " || substr(" + column + ", " + (tenants.get(one).length() + 1) + ")")
                    .collect(Collectors.joining(" ", "case ", " else " + column + " end"));
        }
    }

    Staged(Connection connection, List<Bundle> bundles, Names names) throws SQLException {
        this.connection = connection;
        this.names = names;
        this.sides = bundles.stream().mapToInt(bundle -> bundle.sides().size()).max().orElse(1);
        bundles(bundles);
        var keys = keys();
        cases(keys);
        engine();
        for (var name : sorted(keys)) {
            var table = tables.get(name);
            tables.remove(name);
            tables.put(name, new Table(name, table.columns(), table.columns().stream().map(column -> "s." + column.name()).toList()));
        }
        stride = stride();
        for (var name : List.copyOf(tables.keySet())) {
            tables.put(name, worked(tables.get(name)));
        }
        execute("create temporary table made_copy (k bigint, bundle integer, days integer, given text, family text, place text, matter text"
                + numbered(", ref%1$d text, key%1$d text, num%1$d integer", "") + IntStream.range(0, names.tenants().size()).mapToObj(", tenant%d text"::formatted).collect(Collectors.joining()) + ")");
    }

    private String numbered(String pattern, String between) {
        return IntStream.range(0, sides).mapToObj(pattern::formatted).collect(Collectors.joining(between));
    }

    private void bundles(List<Bundle> bundles) throws SQLException {
        execute("create temporary table made_bundle (bundle integer, position integer, reference text, key text)");
        execute("create temporary table made_old (bundle integer primary key" + numbered(", old%1$d text, oldkey%1$d text", "") + ")");
        for (var bundle : bundles) {
            int position = 0;
            for (var side : bundle.sides()) {
                try (var insert = connection.prepareStatement("insert into made_bundle values (?, ?, ?, ?)")) {
                    insert.setInt(1, bundle.number());
                    insert.setInt(2, position++);
                    insert.setString(3, side.reference());
                    insert.setString(4, Reference.read(side.reference()).key());
                    insert.executeUpdate();
                }
            }
        }
        execute("insert into made_old select bundle" + numbered(", max(reference) filter (where position = %1$d), max(key) filter (where position = %1$d)", "") + " from made_bundle group by bundle");
    }

    private List<Key> keys() throws SQLException {
        var keys = new ArrayList<Key>();
        query("select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, f.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
                + " join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1] where c.contype = 'f' and c.connamespace = current_schema()::regnamespace order by 1, 2",
                row -> keys.add(new Key(row[0], row[1], row[2], row[3])));
        return keys;
    }

    /** From the case along the keys that lead to it. */
    private void cases(List<Key> keys) throws SQLException {
        stage("complaint", "select b.bundle, t.* from complaint t join made_bundle b on b.reference = t.reference");
        var next = new ArrayList<>(List.of("complaint"));
        while (!next.isEmpty()) {
            var parent = next.remove(0);
            for (var key : keys) {
                if (key.parent().equals(parent) && !tables.containsKey(key.child()) && !LEFT_OUT.contains(key.child())) {
                    stage(key.child(), "select p.bundle, t.* from " + key.child() + " t join made_" + parent + " p on p." + key.parentColumn() + " = t." + key.column());
                    next.add(key.child());
                }
            }
        }
        for (var record : OF_RECORD) {
            stage(record, "select b.bundle, t.* from " + record + " t join made_bundle b on b.reference = t.reference");
        }
    }

    /** The processes of the cases, with those that they called and that called them, and all that belongs to them. */
    private void engine() throws SQLException {
        execute("create temporary table made_process as select b.bundle, p.id_ as id from act_hi_procinst p join made_bundle b on b.reference = p.business_key_");
        while (execute("insert into made_process select distinct m.bundle, p.id_ from act_hi_procinst p join made_process m on m.id in (p.root_proc_inst_id_, p.super_process_instance_id_)"
                + " where p.id_ not in (select id from made_process)") > 0) {
            continue;
        }
        var names = new ArrayList<String>();
        query("select table_name from information_schema.tables where table_schema = current_schema() and (table_name like 'act\\_ru\\_%' or table_name like 'act\\_hi\\_%') order by 1",
                row -> names.add(row[0]));
        for (var name : names) {
            var process = columns(name).stream().map(Column::name).filter(column -> column.equals("proc_inst_id_") || column.equals("process_instance_id_")).findFirst();
            if (process.isPresent() && OF_ENGINE.stream().noneMatch(owned -> owned.table().equals(name))) {
                stage(name, "select m.bundle, t.* from " + name + " t join made_process m on m.id = t." + process.get());
            }
        }
        for (var owned : OF_ENGINE) {
            stage(owned.table(), "select o.bundle, t.* from " + owned.table() + " t join (" + owned.owners() + ") o on o.id_ = t." + owned.column());
        }
        var bytes = tables.values().stream().filter(table -> table.columns().stream().anyMatch(column -> column.name().equals("bytearray_id_")))
                .map(table -> "select bundle, bytearray_id_ from made_" + table.name() + " where bytearray_id_ is not null").collect(Collectors.joining(" union "));
        stage("act_ge_bytearray", "select o.bundle, t.* from act_ge_bytearray t join (" + bytes + ") o on o.bytearray_id_ = t.id_");
        execute("create temporary table made_first as select distinct on (business_key_) id_ from made_act_hi_procinst where business_key_ is not null order by business_key_, start_time_");
    }

    private void stage(String name, String rows) throws SQLException {
        var columns = columns(name);
        execute("create temporary table made_" + name + " as " + rows);
        tables.put(name, new Table(name, columns, List.of()));
    }

    private List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        query("select column_name, data_type, coalesce(character_maximum_length, 0)::text from information_schema.columns where table_schema = current_schema() and table_name = '" + table
                + "' and is_generated = 'NEVER' order by ordinal_position", row -> columns.add(new Column(row[0], row[1], Integer.parseInt(row[2]))));
        return columns;
    }

    private List<String> sorted(List<Key> keys) {
        var sorted = new ArrayList<String>();
        var left = new ArrayList<>(tables.keySet());
        while (!left.isEmpty()) {
            var free = left.stream().filter(name -> keys.stream().noneMatch(key -> key.child().equals(name) && !key.parent().equals(name) && left.contains(key.parent()))).toList();
            sorted.addAll(free);
            left.removeAll(free);
        }
        return sorted;
    }

    /** More than any id: a copy's ids are the template's and so many times its number. */
    private long stride() throws SQLException {
        var most = new long[] {1};
        for (var table : tables.values()) {
            for (var column : table.columns()) {
                if (isId(table.name(), column)) {
                    query("select coalesce(max(" + column.name() + "), 0)::text from made_" + table.name(), row -> most[0] = Math.max(most[0], Long.parseLong(row[0]) + 1));
                }
            }
        }
        return most[0];
    }

    private static boolean isId(String table, Column column) {
        return column.type().equals("bigint") && !table.startsWith("act_") && !NO_IDS.contains(column.name());
    }

    private Table worked(Table table) throws SQLException {
        var texts = table.columns().stream().filter(column -> TEXTS.contains(column.type())).toList();
        var asked = texts.stream().map(column -> facts().map(fact -> "coalesce(bool_or(" + fact.apply("s." + column.name()) + "), false)").collect(Collectors.joining(", ")) + ", coalesce(bool_and("
                + "s." + column.name() + " ~ '" + UUID + "'), false)").collect(Collectors.joining(", "));
        var found = new HashMap<String, boolean[]>();
        if (!texts.isEmpty()) {
            int each = (int) facts().count() + 1;
            query("select " + asked + " from made_" + table.name() + " s", row -> {
                for (int i = 0; i < texts.size(); i++) {
                    var facts = new boolean[each];
                    for (int j = 0; j < each; j++) {
                        facts[j] = "t".equals(row[i * each + j]);
                    }
                    found.put(texts.get(i).name(), facts);
                }
            });
        }
        return new Table(table.name(), table.columns(), table.columns().stream().map(column -> expression(table, column, found.get(column.name()))).toList());
    }

    /** What can be in a text: an id of the engine, a day, a council or a person who works there, a reference, a mark. */
    private Stream<UnaryOperator<String>> facts() {
        return Stream.of(
                column -> column + " ~ '" + ID + "'",
                column -> column + " ~ '" + DAY + "'",
                column -> column + " in (" + names.all() + ")",
                column -> "exists (select from made_bundle b where b.bundle = s.bundle and (position(b.reference in " + column + ") > 0 or position(b.key in " + column + ") > 0))",
                column -> column + " ~* '" + String.join("|", MARKS.values()) + "'");
    }

    private String expression(Table table, Column column, boolean[] facts) {
        var own = "s." + column.name();
        if (isId(table.name(), column)) {
            return own + " + c.k * " + stride;
        }
        if (table.name().equals("case_search") && column.name().equals("number")) {
            return "case s.reference " + numbered("when b.old%1$d then c.num%1$d ", "") + "else s.number end";
        }
        if (column.name().equals("long_")) {
            var type = table.columns().stream().map(Column::name).filter(name -> name.equals("type_") || name.equals("var_type_")).findFirst();
            return type.isEmpty() ? own : "case when s." + type.get() + " = 'date' then s.long_ + c.days * 86400000::bigint else s.long_ end";
        }
        if (column.type().equals("date")) {
            return own + " + c.days";
        }
        if (column.type().startsWith("timestamp")) {
            return own + " + c.days * interval '1 day'";
        }
        return facts == null ? own : text(column, own, facts);
    }

    private String text(Column column, String own, boolean[] facts) {
        // the definition of a process is everybody's, a job and a task are the case's
        boolean id = facts[0] && !column.name().endsWith("def_id_") && !column.name().startsWith("deployment_id") && !column.name().startsWith("dec_req_id");
        if (id && facts[facts.length - 1]) {
            return made(own);
        }
        var expression = own;
        if (facts[4]) {
            for (var mark : MARKS.entrySet()) {
                expression = "replace(replace(" + expression + ", '" + mark.getValue() + "', c." + mark.getKey() + "), '" + mark.getValue().toLowerCase(Locale.ROOT) + "', lower(c."
                        + mark.getKey() + "))";
            }
        }
        if (facts[3]) {
            for (int i = 0; i < sides; i++) {
                expression = "case when b.old" + i + " is null then " + expression + " else replace(replace(" + expression + ", b.old" + i + ", c.ref" + i + "), b.oldkey" + i + ", c.key" + i + ") end";
            }
        }
        // a process can be called like somebody
        boolean person = facts[2] && !column.name().contains("key") && !column.name().contains("def_");
        if (person) {
            expression = "case when " + own + " in (" + names.all() + ") then " + names.inSet(own) + " else " + expression + " end";
        }
        if (facts[1]) {
            expression = "case when " + own + " ~ '" + DAY + "' then (" + own + "::date + c.days)::text else " + expression + " end";
        }
        if (id) {
            expression = "case when " + own + " ~ '" + ID + "' then left(" + own + ", length(" + own + ") - 36) || " + made("right(" + own + ", 36)") + " else " + expression + " end";
        }
        return column.longest() > 0 && (person || facts[3] || facts[4]) ? "left(" + expression + ", " + column.longest() + ")" : expression;
    }

    /** Still an id of the engine's form; those of one copy stand together. */
    private static String made(String id) {
        return "lpad(to_hex(c.k), 8, '0') || substr(" + id + ", 9, 16) || substr(" + id + ", 1, 8) || substr(" + id + ", 33, 4)";
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }

    /** Makes the rows of a batch; gives how many. */
    long copy(Batch batch) throws SQLException {
        execute("truncate made_copy");
        try (var insert = connection.prepareStatement("insert into made_copy values (?, ?, ?, ?, ?, ?, ?" + numbered(", ?, ?, ?", "") + ", ?".repeat(names.tenants().size()) + ")")) {
            for (var copy : batch.copies()) {
                fill(insert, copy);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        execute("analyze made_copy");
        long rows = 0;
        for (var table : tables.values()) {
            if (batch.part().has(table.name())) {
                rows += execute("insert into " + table.name() + " (" + table.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ") select "
                        + String.join(", ", table.expressions()) + " from made_" + table.name() + " s join made_copy c on c.bundle = s.bundle join made_old b on b.bundle = s.bundle"
                        + only(batch.part(), table.name()) + " order by c.k");
            }
        }
        connection.commit();
        return rows;
    }

    private static String only(Part part, String table) {
        if (part == Part.KEPT && table.equals("act_hi_procinst")) {
            return " where s.id_ in (select id_ from made_first)";
        }
        return part == Part.IN_WORK && table.equals("act_ge_bytearray") ? " where s.id_ in (select bytearray_id_ from made_act_ru_variable)" : "";
    }

    private void fill(PreparedStatement insert, Copy copy) throws SQLException {
        insert.setLong(1, copy.number());
        insert.setInt(2, copy.bundle());
        insert.setInt(3, copy.days());
        insert.setString(4, copy.given());
        insert.setString(5, copy.family());
        insert.setString(6, copy.place());
        insert.setString(7, copy.matter());
        for (int i = 0; i < sides; i++) {
            boolean there = i < copy.references().size();
            insert.setString(8 + 3 * i, there ? copy.references().get(i).text() : null);
            insert.setString(9 + 3 * i, there ? copy.references().get(i).key() : null);
            insert.setObject(10 + 3 * i, there ? copy.numbers().get(i) : null, Types.INTEGER);
        }
        for (int i = 0; i < copy.tenants().size(); i++) {
            insert.setString(8 + 3 * sides + i, copy.tenants().get(i));
        }
    }

    /** Above all ids that were made, for copies up to a number. */
    long beyond(long copies) {
        return (copies + 2) * stride;
    }

    private long execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : Math.max(0, statement.getLargeUpdateCount());
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " In: " + sql.substring(0, Math.min(LONGEST_TOLD, sql.length())), e);
        }
    }

    private interface Reader {
        void row(String[] values);
    }

    private void query(String sql, Reader reader) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            var values = new String[found.getMetaData().getColumnCount()];
            while (found.next()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = found.getString(i + 1);
                }
                reader.row(values);
            }
        }
    }
}
