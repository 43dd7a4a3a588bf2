package org.redress.attachments;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseAttachments.Room;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.NewAttachment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files that the product itself makes and keeps in a case, such as a letter that was sent; nothing scans them, and the room of a case is not theirs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OwnFiles {
    private static final Room ROOM = new Room(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final String PDF = "application/pdf";

    private final CaseAttachments attachments;
    private final Pieces pieces;
    private final JdbcTemplate jdbc;

    OwnFiles(CaseAttachments attachments, Pieces pieces, JdbcTemplate jdbc) {
        this.attachments = attachments;
        this.pieces = pieces;
        this.jdbc = jdbc;
    }

    /**
     * Keeps a letter as it was sent; one that the case has to the byte already is kept once.
     *
     * @param source what it was made from, as data
     * @return the attachment; none if there is the same already
     */
    public Optional<AttachmentView> keep(String reference, String name, String marking, LocalDate sentOn, long letter, byte[] pdf, String source) {
        var sha256 = HexFormat.of().formatHex(Spool.digest().digest(pdf));
        if (attachments.all(reference).stream().anyMatch(one -> one.setAside() == null && one.sha256().equals(sha256))) {
            return Optional.empty();
        }
        var added = new NewAttachment(FileName.clean(name), AttachmentKind.SENT, null, null, marking, sentOn, CaseFiles.PRODUCT, PDF, pdf.length, sha256, false, List.of(), false, null, letter);
        return Optional.of(attachments.add(reference, added, ROOM, id -> {
            pieces.write(id, new ByteArrayInputStream(pdf));
            jdbc.update("insert into attachment_source (attachment_id, content) values (?, ?)", id, source);
        }));
    }

    /** What a file of the product was made from; none for other attachments. */
    @Transactional(readOnly = true)
    public Optional<String> source(long attachment) {
        return jdbc.query("select content from attachment_source where attachment_id = ?", (row, number) -> row.getString(1), attachment).stream().findFirst();
    }
}
