package org.redress.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Enumeration;
import java.util.GregorianCalendar;

/** A page tree as PDF/UA-1. It fetches nothing; the same document gives the same bytes. */
final class Pdf {
    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final ClassLoader XML_OF_JAVA = new WithXmlOfJava(Pdf.class.getClassLoader());

    static {
        // it would tell of each page it lays out, and now and then quote it
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * Libraries in which XML of another maker may be hidden, and is not looked for: what describes a page to programs would be written by whichever is found, and whoever writes it looks through all
     * libraries anew for each page tree.
     */
    private static final class WithXmlOfJava extends ClassLoader {
        WithXmlOfJava(ClassLoader libraries) {
            super(libraries);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/services/javax.xml.") ? Collections.emptyEnumeration() : super.getResources(name);
        }
    }

    static byte[] of(Document document, boolean large) {
        var thread = Thread.currentThread();
        var libraries = thread.getContextClassLoader();
        thread.setContextClassLoader(XML_OF_JAVA);
        try {
            return write(document, large);
        } finally {
            thread.setContextClassLoader(libraries);
        }
    }

    private static byte[] write(Document document, boolean large) {
        var written = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Redress");
        builder.useFont(Fonts::regular, Fonts.FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(Fonts::bold, Fonts.FAMILY, BOLD, FontStyle.NORMAL, true);
        // whatever a page names, it is not fetched
        builder.useExternalResourceAccessControl((uri, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withW3cDocument(Page.of(document, large), null);
        builder.toStream(written);
        try (var renderer = builder.buildPdfRenderer(); var pdf = renderer.createPDFKeepOpen()) {
            var day = GregorianCalendar.from(document.dated().atStartOfDay(ZoneOffset.UTC));
            pdf.getDocumentInformation().setCreationDate(day);
            pdf.getDocumentInformation().setModificationDate(day);
            pdf.setDocumentId(number(document, large));
            pdf.save(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number of what it says: programs take two files with the same one for versions of each other. */
    private static long number(Document document, boolean large) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest((large + document.toString()).getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
