package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

/** What cannot be noted of a session after a request was answered undoes nothing of the answer, unless it is a fault of the product. */
class KeptSessionsTests {
    private final Rows rows = new Rows();
    private final KeptSessions<MapSession> sessions = new KeptSessions<>(rows, Duration.ofMinutes(30), Duration.ofHours(12), (person, id) -> { });
    private KeptSession<MapSession> session;

    @BeforeEach
    void somebodyHasSignedIn() {
        var begun = sessions.createSession();
        begun.setAttribute(KeptSession.PERSON, "kent-officer");
        begun.setAttribute(KeptSession.STANDING, "as it was");
        sessions.save(begun);
        session = sessions.findById(begun.getId());
        session.setAttribute(KeptSession.ADDRESS, "127.0.0.1");
        assertThat(session.isChanged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001"})
    void mayBeLeftUnsavedWhereTheDatabaseGoesOrOthersAreAtIt(String state) {
        rows.refuse(state);

        assertThatCode(() -> sessions.save(session)).doesNotThrowAnyException();
    }

    @Test
    void mayBeLeftUnsavedWhereItHasEndedMeanwhile() {
        rows.deleteById(session.getId());
        rows.refuse("23503");

        assertThatCode(() -> sessions.save(session)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23502", "23503", "22001"})
    void isSavedOrItIsAFault(String state) {
        rows.refuse(state);

        assertThatThrownBy(() -> sessions.save(session)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void isSavedWhenSomebodySignsInOrTheyAreNotSignedIn() {
        var begun = sessions.createSession();
        begun.setAttribute(KeptSession.PERSON, "kent-manager");
        rows.refuse("08006");

        assertThatThrownBy(() -> sessions.save(begun)).isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Rows in memory, which refuse when they are told to. */
    private static final class Rows implements FindByIndexNameSessionRepository<MapSession> {
        private final Map<String, MapSession> kept = new HashMap<>();
        private @Nullable String state;

        void refuse(String as) {
            state = as;
        }

        @Override
        public MapSession createSession() {
            return new MapSession(UUID.randomUUID().toString());
        }

        @Override
        public void save(MapSession session) {
            if (state != null) {
                throw new DataIntegrityViolationException("refused", new SQLException("refused", state));
            }
            kept.put(session.getId(), session);
        }

        @Override
        public @Nullable MapSession findById(String id) {
            return kept.get(id);
        }

        @Override
        public void deleteById(String id) {
            kept.remove(id);
        }

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String name, String value) {
            return Map.of();
        }
    }
}
