package org.redress.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseAttachments;
import org.redress.casefile.CaseAttachments.Room;
import org.redress.casefile.NewAttachment;
import org.redress.testing.Office;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds on each database alike. */
public final class AttachmentChecks {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int TWO = 2;

    private AttachmentChecks() {}

    /** A file of several pieces comes out as it went in. */
    public static void givesOutWhatItTook(ApplicationContext product, String reference) throws IOException {
        var content = Files.photograph(700);
        product.getBean(Office.class).as("kent-officer");
        try {
            var attachments = product.getBean(Attachments.class);
            var large = new byte[3 * MEGABYTE + 7];
            System.arraycopy(content, 0, large, 0, content.length);
            var added = attachments.add(reference, Details.named("Quillfeather.jpg"), new ByteArrayInputStream(large));
            try (var opened = attachments.open(reference, added.attachment().number(), false, false).content()) {
                assertThat(opened.readAllBytes()).isEqualTo(large);
            }
            try (var copy = attachments.open(reference, added.attachment().number(), false, true).content()) {
                assertThat(copy.readAllBytes()).hasSizeLessThan(content.length);
            }
        } finally {
            product.getBean(Office.class).signOut();
        }
    }

    /** Of two files at the same moment, for which there is not room enough, one is kept. */
    public static void letsOneOfTwoIntoTheLastRoom(ApplicationContext product, String reference) throws Exception {
        var attachments = product.getBean(CaseAttachments.class);
        var transaction = product.getBean(TransactionTemplate.class);
        var together = new CyclicBarrier(TWO);
        var threads = Executors.newFixedThreadPool(TWO);
        try {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < TWO; i++) {
                var content = Files.pdf("file " + i);
                var file = new NewAttachment("two.pdf", AttachmentKind.OTHER, null, null, AttachmentView.NOT_YET, LocalDate.of(2026, 6, 1), "kent-officer", "application/pdf", 60, digest(content), false,
                        List.of(), false, null, null);
                long held = attachments.all(reference).stream().mapToLong(AttachmentView::bytes).sum();
                work.add(() -> {
                    try {
                        transaction.executeWithoutResult(status -> attachments.add(reference, file, new Room(100, held + 100), id -> {
                            product.getBean(Pieces.class).write(id, new ByteArrayInputStream(content));
                            await(together);
                        }));
                        return true;
                    } catch (CannotBeKept full) {
                        return false;
                    }
                });
            }
            var kept = new ArrayList<Boolean>();
            for (var done : threads.invokeAll(work)) {
                kept.add(done.get());
            }
            assertThat(kept).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Spool.digest().digest(content));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
