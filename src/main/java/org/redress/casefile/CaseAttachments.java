package org.redress.casefile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The attachments of cases, without their bytes (DAT-04, LGS-11). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseAttachments {
    private final AttachmentRepository attachments;
    private final ComplaintRepository complaints;
    private final EntityManager entities;
    private final Clock clock;

    CaseAttachments(AttachmentRepository attachments, ComplaintRepository complaints, EntityManager entities, Clock clock) {
        this.attachments = attachments;
        this.complaints = complaints;
        this.entities = entities;
        this.clock = clock;
    }

    /** What a case may hold: how many attachments, and how many bytes in all. */
    public record Room(int files, long bytes) {}

    /** Something waits for the scanner. */
    public record Waiting(String reference, int number, LocalDateTime since) {}

    /**
     * Puts a file into a case, unless it holds the same one already; then that is given. What has been set aside is none.
     *
     * @param bytes puts the bytes beside the row that has this id, before anybody else has to wait
     * @throws CannotBeKept if there is no room left
     */
    public AttachmentView add(String reference, NewAttachment added, Room room, LongConsumer bytes) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        var attachment = attachments.save(new Attachment(complaint, added, LocalDateTime.now(clock)));
        entities.flush();
        bytes.accept(attachment.view().id());
        // one after the other from here: what there is decides (decision record 37)
        entities.refresh(complaint, LockModeType.PESSIMISTIC_WRITE);
        var there = all(reference);
        // a letter that was sent is kept as that, also where somebody has added a copy of it
        there.stream().filter(one -> added.kind() != AttachmentKind.SENT || one.kind() == AttachmentKind.SENT).filter(one -> one.setAside() == null && one.sha256().equals(added.sha256())).findFirst().ifPresent(same -> {
            throw new SameFile(same);
        });
        if (there.size() >= room.files()) {
            throw new CannotBeKept("This case has " + there.size() + " attachments, which is as many as it may have.");
        }
        if (there.stream().mapToLong(AttachmentView::bytes).sum() + added.bytes() > room.bytes()) {
            throw new CannotBeKept("The attachments of a case may have " + room.bytes() / (1024 * 1024) + " MB in all, and this file is too large for what is left.");
        }
        attachment.count(there.stream().mapToInt(AttachmentView::number).max().orElse(0) + 1);
        entities.flush();
        return attachment.view();
    }

    /** The case holds the same bytes already. */
    public static final class SameFile extends RuntimeException {
        private final transient AttachmentView same;

        SameFile(AttachmentView same) {
            super("The case holds this file already, as number " + same.number() + ".");
            this.same = same;
        }

        /** The one that is there. */
        public AttachmentView same() {
            return same;
        }
    }

    /** All of a case, by number; what was set aside is among them. */
    @Transactional(readOnly = true)
    public List<AttachmentView> all(String reference) {
        return attachments.findByComplaintReferenceAndNumberIsNotNullOrderByNumber(reference).stream().map(Attachment::view).toList();
    }

    /** One of a case. */
    @Transactional(readOnly = true)
    public Optional<AttachmentView> find(String reference, int number) {
        return attachments.findByComplaintReferenceAndNumber(reference, number).map(Attachment::view);
    }

    /** What waits for the scanner in any case, after an id, at most so many. */
    @Transactional(readOnly = true)
    public List<AttachmentView> waiting(long after, int most) {
        return attachments.waiting(after, Limit.of(most)).stream().map(Attachment::view).toList();
    }

    /** What waits for the scanner at a council. */
    @Transactional(readOnly = true)
    public List<Waiting> waitingAt(String council, int most) {
        return attachments.waitingAt(council, Limit.of(most)).stream().map(row -> new Waiting((String) row[0], (Integer) row[1], (LocalDateTime) row[2])).toList();
    }

    /**
     * The scanner has looked at it.
     *
     * @param found what it found, if it found anything
     * @return where it is, if it was still waiting
     */
    public Optional<Waiting> scanned(long id, @Nullable String found) {
        var attachment = attachments.findById(id).filter(one -> one.view().state() == AttachmentState.WAITING);
        attachment.ifPresent(one -> {
            if (found == null) {
                one.pass();
            } else {
                one.refuse(found);
            }
        });
        return attachment.map(one -> new Waiting(one.reference(), one.view().number(), one.view().addedAt()));
    }

    /** A refused one came again, and waits to be looked at again. */
    public void waitAgain(String reference, int number) {
        attachment(reference, number).waitAgain();
    }

    /** Says with whom it may be shared, and whether as the copy without what it says of itself. */
    public void mark(String reference, int number, String marking, boolean withoutMetadata) {
        attachment(reference, number).mark(marking, withoutMetadata);
    }

    /** It was filed wrongly: it stays, and only supervisors open it. */
    public void setAside(String reference, int number, LocalDate on, String by, String reason) {
        attachment(reference, number).setAside(on, by, reason);
    }

    /** All of a file whose letters are in another case now go there with them. */
    public void move(String from, String to) {
        attachments.findByComplaintReferenceAndNumberIsNotNullOrderByNumber(from).forEach(attachment -> move(attachment, to));
    }

    /** Those that belong to these letters go with them. */
    void moveWith(Collection<Long> letters, String from, String to) {
        attachments.findByComplaintReferenceAndNumberIsNotNullOrderByNumber(from).stream().filter(attachment -> letters.contains(attachment.view().letter()))
                .forEach(attachment -> move(attachment, to));
    }

    private void move(Attachment attachment, String to) {
        var right = complaints.findByReference(to).orElseThrow();
        entities.flush();
        entities.refresh(right, LockModeType.PESSIMISTIC_WRITE);
        attachment.moveTo(right, all(to).stream().mapToInt(AttachmentView::number).max().orElse(0) + 1);
        entities.flush();
    }

    private Attachment attachment(String reference, int number) {
        return attachments.findByComplaintReferenceAndNumber(reference, number)
                .orElseThrow(() -> new CannotBeKept("Case " + reference + " has no attachment " + number + "."));
    }
}
