package org.redress.audit;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.collection.AbstractCollectionPersister;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.redress.audit.Audit.Change;
import org.redress.audit.Audit.Place;
import org.springframework.stereotype.Component;

/**
 * Notes every row that Hibernate writes, and has the entries written when the transaction ends: after the last change, before the
 * commit. If they cannot be written, the changes are not committed either.
 */
@Component
class ChangeListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener, PostCollectionRecreateEventListener,
        PostCollectionUpdateEventListener, PostCollectionRemoveEventListener {
    private final transient Audit audit;
    private final transient Map<SessionImplementor, Changes> open = new ConcurrentHashMap<>();

    private record Changes(Map<Place, Change> rows, Set<String> removed, List<Entry> access) {}

    ChangeListener(Audit audit, EntityManagerFactory entities) {
        this.audit = audit;
        var registry = Objects.requireNonNull(entities.unwrap(SessionFactoryImplementor.class).getServiceRegistry().getService(EventListenerRegistry.class));
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
        registry.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_UPDATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_REMOVE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        row(event.getSession(), event.getPersister(), event.getId()).insert();
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        var persister = (AbstractEntityPersister) event.getPersister();
        var dirty = Objects.requireNonNullElseGet(event.getDirtyProperties(), () -> new int[0]);
        row(event.getSession(), persister, event.getId())
                .update(IntStream.of(dirty).boxed().flatMap(property -> Stream.of(persister.getPropertyColumnNames(property))).toList());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        row(event.getSession(), event.getPersister(), event.getId()).update(List.of());
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        // a new row begins with collections that have nothing in them
        if (!event.getCollection().empty()) {
            collection(event, event.getCollection());
        }
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        collection(event, event.getCollection());
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        collection(event, event.getCollection());
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    /** A whole case is gone; its key goes with it. */
    void remove(SessionImplementor session, String reference) {
        changes((EventSource) session).removed().add(reference);
    }

    /** A row was written without Hibernate. */
    void written(SessionImplementor session, String table, long id) {
        change((EventSource) session, table, id).insert();
    }

    /** Columns of a row were changed without Hibernate. */
    void changed(SessionImplementor session, String table, long id, List<String> columns) {
        change((EventSource) session, table, id).update(columns);
    }

    /** Somebody was given something, or had it taken away. */
    void access(SessionImplementor session, Entry entry) {
        changes((EventSource) session).access().add(entry);
    }

    private Change row(EventSource session, EntityPersister persister, Object id) {
        return change(session, ((AbstractEntityPersister) persister).getTableName(), id);
    }

    private void collection(AbstractCollectionEvent event, PersistentCollection<?> collection) {
        var known = Objects.requireNonNull(event.getSession().getPersistenceContext().getCollectionEntry(collection));
        // a new collection has no persister from before, a removed one none for later
        var descriptor = (AbstractCollectionPersister) Objects.requireNonNullElseGet(known.getCurrentPersister(), known::getLoadedPersister);
        // the other side of a collection of entities is their own column
        if (!descriptor.isInverse()) {
            change(event.getSession(), descriptor.getTableName(), event.getAffectedOwnerIdOrNull()).update(List.of());
        }
    }

    private Change change(EventSource session, String table, Object id) {
        return changes(session).rows().computeIfAbsent(new Place(table, ((Number) id).longValue()), place -> new Change());
    }

    private Changes changes(EventSource session) {
        return open.computeIfAbsent(session, first -> {
            session.getActionQueue().registerProcess(this::write);
            session.getActionQueue().registerProcess((committed, ended) -> open.remove(session));
            return new Changes(new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>());
        });
    }

    private void write(SessionImplementor session) {
        var changes = open.remove(session);
        if (changes != null) {
            session.doWork(connection -> audit.write(connection, changes.rows(), changes.removed(), changes.access()));
        }
    }
}
