package org.redress.attachments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What kind of file something is by its content. The name makes it more exact (a ZIP that is a Word document) and nothing else. */
@Component
class FileTypes {
    /** What a browser shows as a picture and never runs. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("image/jpeg", "picture (JPEG)"), Map.entry("image/png", "picture (PNG)"),
            Map.entry("image/gif", "picture (GIF)"), Map.entry("image/webp", "picture (WebP)"), Map.entry("image/tiff", "picture (TIFF)"), Map.entry("image/heic", "picture (HEIC)"),
            Map.entry("image/heif", "picture (HEIF)"), Map.entry("application/pdf", "PDF"), Map.entry("text/plain", "text"), Map.entry("text/csv", "table (CSV)"),
            Map.entry("application/msword", "Word document"), Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"),
            Map.entry("application/vnd.ms-excel", "Excel workbook"), Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook"),
            Map.entry("application/vnd.oasis.opendocument.text", "OpenDocument text"), Map.entry("message/rfc822", "e-mail"), Map.entry("application/vnd.ms-outlook", "e-mail (Outlook)"),
            Map.entry("application/zip", "archive (ZIP)"), Map.entry("application/x-tika-msoffice", "Office document"), Map.entry("application/x-tika-ooxml", "Office document"),
            Map.entry("text/html", "web page (HTML)"), Map.entry("image/svg+xml", "drawing (SVG)"), Map.entry("application/octet-stream", "file of an unknown kind"));

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final List<MediaType> refused;
    private final Set<String> refusedEndings;

    FileTypes(@Value("${redress.attachments.refused-types}") List<String> refused, @Value("${redress.attachments.refused-endings}") Set<String> refusedEndings) {
        this.refused = refused.stream().map(FileTypes::parse).map(types.getMediaTypeRegistry()::normalize).toList();
        this.refusedEndings = refusedEndings;
    }

    private static MediaType parse(String type) {
        var parsed = MediaType.parse(type);
        if (parsed == null) {
            throw new IllegalArgumentException("redress.attachments.refused-types: " + type + " is no media type.");
        }
        return parsed;
    }

    /** The type that the content shows. */
    String of(InputStream content, String name) throws IOException {
        try (var in = new BufferedInputStream(content)) {
            return types.detect(in, named(name)).getBaseType().toString();
        }
    }

    /** Whether files of this type or with this name are not taken: what runs, and pages that could. */
    boolean refuses(String type, String name) throws IOException {
        return refusedEndings.contains(FileName.ending(name)) || refused(MediaType.parse(type)) || refused(expected(name));
    }

    private boolean refused(MediaType type) {
        return refused.stream().anyMatch(one -> types.getMediaTypeRegistry().isInstanceOf(type, one));
    }

    /** Whether the end of the name is one that files of this type have, as far as anybody knows. */
    boolean fits(String type, String name) throws IOException {
        var registry = types.getMediaTypeRegistry();
        var expected = expected(name);
        var shown = registry.normalize(MediaType.parse(type));
        return expected.equals(MediaType.OCTET_STREAM) || registry.isInstanceOf(shown, expected) || registry.isInstanceOf(expected, shown) && !shown.equals(MediaType.OCTET_STREAM);
    }

    /** What the name says. */
    private MediaType expected(String name) throws IOException {
        return types.getMediaTypeRegistry().normalize(types.detect(null, named(name)));
    }

    private static Metadata named(String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return metadata;
    }

    /** Whether a browser shows it as a picture without running anything. */
    static boolean isPicture(String type) {
        return PICTURES.contains(type);
    }

    /** The type as people read it. */
    static String words(String type) {
        return WORDS.getOrDefault(type, type);
    }
}
