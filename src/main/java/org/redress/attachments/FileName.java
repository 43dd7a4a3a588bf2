package org.redress.attachments;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name of a file as text, and nothing else: it opens no path, hides nothing, and turns no line round. */
final class FileName {
    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 12;

    private FileName() {}

    /** The name without folders, control characters and signs that change the direction of writing; "file" where nothing is left. */
    static String clean(@Nullable String sent) {
        var name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", ""), Normalizer.Form.NFC)
                .replaceAll("\\p{Z}+", " ").strip().replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? "file" : shortened(name);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())).strip() + ending;
    }

    /** What comes after the last dot, in small letters; nothing if there is none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name as a header says it (RFC 6266): once in plain letters, once as it is. */
    static String disposition(boolean inline, String name) {
        var plain = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        var exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
