package org.redress.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool of connections, with an ear for what the database says of itself and of what it did not take: whoever else hears it hears no value. */
final class Watched extends DelegatingDataSource {
    private static final int SECONDS = 2;

    private final Outage outage;
    private final UnaryOperator<SQLException> heard;

    /**
     * Around a pool.
     *
     * @param heard hears everything that the database says, as it was said
     */
    Watched(DataSource pool, Outage outage, UnaryOperator<SQLException> heard) {
        super(pool);
        this.outage = outage;
        this.heard = heard;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!outage.mayTry()) {
            throw new SQLException("The database did not answer a moment ago.", "08001");
        }
        try {
            var connection = super.getConnection();
            if (outage.isWithoutConnections()) {
                if (!connection.isValid(SECONDS)) {
                    connection.close();
                    throw new SQLException("The connection does not work yet.", "08006");
                }
                outage.connected();
            }
            return (Connection) listening(connection, Connection.class, outage.over());
        } catch (SQLException e) {
            outage.begins(e);
            // who is not connected yet has asked for no row, and the place of the database is to be said
            throw heard.apply(e);
        }
    }

    private SQLException told(SQLException said, int overBefore) {
        var heardOf = heard.apply(said);
        outage.met(heardOf, overBefore);
        return Sayings.without(heardOf);
    }

    private Object listening(Object of, Class<?> as, int overBefore) {
        return Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {as}, new Ear(of, overBefore));
    }

    /** Passes everything on to a connection or a statement. */
    private final class Ear implements InvocationHandler {
        private final Object of;
        private final int overBefore;

        private Ear(Object of, int overBefore) {
            this.of = of;
            this.overBefore = overBefore;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
                return proxy == arguments[0];
            }
            try {
                var result = method.invoke(of, arguments);
                return result instanceof Statement && of instanceof Connection ? listening(result, kind(result), overBefore) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof SQLException said ? told(said, overBefore) : e.getCause();
            }
        }
    }

    private static Class<?> kind(Object statement) {
        return statement instanceof CallableStatement ? CallableStatement.class : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    }
}
