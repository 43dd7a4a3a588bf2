package org.redress.attachments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentState;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseAttachments.Room;
import org.redress.casefile.CaseAttachments.SameFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.NewAttachment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * The files of a case for what makes others of them, and what the product makes, kept like any other: copies, bundles, letters as they were sent. It asks nobody: whoever has it made was asked before. Nothing scans
 * what the product makes.
 */
@Component
public class MadeFiles {
    /** A letter that was sent is kept, however full the case is. */
    private static final Room OF_LETTERS = new Room(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final String PDF = "application/pdf";

    private final CaseAttachments attachments;
    private final Pieces pieces;
    private final JdbcTemplate jdbc;
    private final Room room;

    MadeFiles(CaseAttachments attachments, Pieces pieces, JdbcTemplate jdbc, @Value("${redress.attachments.case}") DataSize ofCase, @Value("${redress.attachments.most}") int files) {
        this.attachments = attachments;
        this.pieces = pieces;
        this.jdbc = jdbc;
        this.room = new Room(files, ofCase.toBytes());
    }

    /** Writes what is kept, once. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * What is known of it before it is written.
     *
     * @param by the user id of whoever has it made
     * @param type its media type
     */
    public record Made(String name, AttachmentKind kind, @Nullable String description, String marking, LocalDate on, String by, String type) {}

    /**
     * Keeps a file in a case, with its digest; the same bytes are kept once.
     *
     * @throws CannotBeKept if the case has no room left
     */
    public AttachmentView keep(String reference, Made made, Writing writing) {
        return keep(reference, made, writing, () -> "");
    }

    /**
     * The same, with something beside it that is known when it is written, and that goes with it; nothing of a blank one.
     *
     * @throws CannotBeKept if the case has no room left
     */
    public AttachmentView keep(String reference, Made made, Writing writing, Supplier<String> source) {
        try {
            return keep(reference, made, null, room, writing, id -> beside(id, source.get()));
        } catch (SameFile before) {
            throw new CannotBeKept("The case holds exactly this already, as number " + before.same().number() + ".");
        }
    }

    /**
     * Keeps a letter as it was sent; one that the case has to the byte already is kept once.
     *
     * @param letter the row of the letter
     * @param source what it was made from, as data
     * @return the attachment; none if there is the same already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AttachmentView> keepSent(String reference, String name, String marking, LocalDate sentOn, long letter, byte[] pdf, String source) {
        // before, so that nothing is undone of the step in which it was sent
        return same(reference, pdf).isPresent() ? Optional.empty() : Optional.of(keepPdf(reference, name, marking, sentOn, letter, pdf, source));
    }

    /**
     * Keeps a letter that went out to somebody and was given back after that, so that it is none of the letters of the case.
     *
     * @return the attachment; where the case has it to the byte already, that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AttachmentView keepGivenBack(String reference, String name, String marking, LocalDate sentOn, byte[] pdf, String source) {
        return same(reference, pdf).orElseGet(() -> keepPdf(reference, name, marking, sentOn, null, pdf, source));
    }

    private Optional<AttachmentView> same(String reference, byte[] pdf) {
        var sha256 = HexFormat.of().formatHex(Spool.digest().digest(pdf));
        return attachments.all(reference).stream().filter(one -> one.setAside() == null && one.kind() == AttachmentKind.SENT && one.sha256().equals(sha256)).findFirst();
    }

    private AttachmentView keepPdf(String reference, String name, String marking, LocalDate sentOn, @Nullable Long letter, byte[] pdf, String source) {
        return keep(reference, new Made(name, AttachmentKind.SENT, null, marking, sentOn, CaseFiles.PRODUCT, PDF), letter, OF_LETTERS, out -> out.write(pdf), id -> beside(id, source));
    }

    private void beside(long id, String source) {
        if (!source.isBlank()) {
            jdbc.update("insert into attachment_source (attachment_id, content) values (?, ?)", id, source);
        }
    }

    /** What a letter that was sent was made from, or what was kept beside something else that the product made; none for other attachments. */
    @Transactional(readOnly = true)
    public Optional<String> source(long attachment) {
        return jdbc.query("select content from attachment_source where attachment_id = ?", (row, number) -> row.getString(1), attachment).stream().findFirst();
    }

    private AttachmentView keep(String reference, Made made, @Nullable Long letter, Room in, Writing writing, LongConsumer beside) {
        try (var spool = Spool.written(writing::to)) {
            var added = new NewAttachment(FileName.clean(made.name()), made.kind(), made.description(), null, made.marking(), made.on(), made.by(), made.type(), spool.bytes(), spool.sha256(),
                    false, List.of(), false, null, letter);
            return attachments.add(reference, added, in, id -> {
                pieces.write(id, spool.open());
                beside.accept(id);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes of an attachment that can be opened.
     *
     * @throws CannotBeKept if it waits for the scanner, was refused or set aside, or is not what it was
     */
    public InputStream open(AttachmentView one) {
        if (one.state() != AttachmentState.KEPT || one.setAside() != null) {
            throw new CannotBeKept("Number " + one.number() + " cannot be opened.");
        }
        if (!pieces.sha256(one.id()).equals(one.sha256())) {
            throw new CannotBeKept("Number " + one.number() + " is not what it was when it was added; tell whoever runs Redress.");
        }
        return pieces.open(one.id());
    }

    /** What is given out of an attachment, with the digest of that. */
    public record Shared(InputStream content, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /**
     * What of an attachment is shared: the copy without what it says of itself where somebody decided so, otherwise the file.
     *
     * @throws CannotBeKept if it cannot be opened, or there is no such copy of it
     */
    public Shared share(AttachmentView one) {
        var whole = open(one);
        if (!one.withoutMetadata()) {
            return new Shared(whole, one.sha256());
        }
        try (var in = new BufferedInputStream(whole)) {
            if (!PictureCopy.isPossible(one.type())) {
                throw new IOException("There is no such copy of " + one.type());
            }
            // whole before a byte goes out: a picture that is broken has no copy
            var copied = Spool.written(out -> PictureCopy.write(one.type(), in, out));
            return new Shared(copied.openLast(), copied.sha256());
        } catch (IOException e) {
            throw new CannotBeKept("Of number " + one.number() + " there is no copy without what it says of itself. Say again with whom it may be shared, and how.");
        }
    }
}
