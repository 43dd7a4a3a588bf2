package org.redress.attachments;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.mov.metadata.QuickTimeMetadataDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a picture or a film tells that nobody sees who looks at it: where and when it was taken, with what, by whom (DAT-04). */
final class HiddenFacts {
    private static final String TAKEN = "Where it was taken";
    private static final int MOST = 30;
    private static final int LONGEST = 160;
    private static final Pattern READABLE = Pattern.compile("image/(jpeg|png|tiff|gif|webp|hei[cf]|bmp|avif).*|video/(mp4|quicktime)");

    private static final Map<Integer, String> EXIF = Map.ofEntries(Map.entry(ExifDirectoryBase.TAG_MAKE, "Maker of the camera"), Map.entry(ExifDirectoryBase.TAG_MODEL, "Camera"),
            Map.entry(ExifDirectoryBase.TAG_SOFTWARE, "Program"), Map.entry(ExifDirectoryBase.TAG_ARTIST, "Author"), Map.entry(ExifDirectoryBase.TAG_COPYRIGHT, "Copyright"),
            Map.entry(ExifDirectoryBase.TAG_HOST_COMPUTER, "Computer"), Map.entry(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION, "Description"),
            Map.entry(ExifDirectoryBase.TAG_DATETIME_ORIGINAL, "Taken"), Map.entry(ExifDirectoryBase.TAG_DATETIME, "Changed"), Map.entry(ExifDirectoryBase.TAG_USER_COMMENT, "Comment"),
            Map.entry(ExifDirectoryBase.TAG_CAMERA_OWNER_NAME, "Owner of the camera"), Map.entry(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER, "Number of the camera"),
            Map.entry(ExifDirectoryBase.TAG_WIN_AUTHOR, "Author"), Map.entry(ExifDirectoryBase.TAG_WIN_TITLE, "Title"), Map.entry(ExifDirectoryBase.TAG_WIN_COMMENT, "Comment"),
            Map.entry(ExifDirectoryBase.TAG_WIN_SUBJECT, "Subject"), Map.entry(ExifDirectoryBase.TAG_WIN_KEYWORDS, "Keywords"));
    private static final Map<Integer, String> IPTC = Map.of(IptcDirectory.TAG_BY_LINE, "Author", IptcDirectory.TAG_CAPTION, "Description", IptcDirectory.TAG_CITY, "City",
            IptcDirectory.TAG_HEADLINE, "Title", IptcDirectory.TAG_SUB_LOCATION, "Place", IptcDirectory.TAG_CONTACT, "Contact", IptcDirectory.TAG_CAPTION_WRITER, "Author of the description");
    private static final Pattern XMP = Pattern.compile("(?i).*(creator|author|title|description|owner|location|city|gps|creatortool|credit|contact).*");
    private static final Pattern PLACE = Pattern.compile("(?i).*(location|gps).*");

    private HiddenFacts() {}

    /** One thing a line, such as "Where it was taken: 51.2787, 1.0839"; nothing for files of another kind. */
    static List<String> of(String type, InputStream content, long bytes) {
        if (!READABLE.matcher(type).matches()) {
            return List.of();
        }
        var lines = new LinkedHashSet<String>();
        try (var in = new BufferedInputStream(content)) {
            for (var directory : ImageMetadataReader.readMetadata(in, bytes).getDirectories()) {
                of(directory, lines);
            }
        } catch (ImageProcessingException | IOException | RuntimeException | StackOverflowError e) {
            // a picture that is broken, or made to break whoever reads it
            lines.add("What it says of itself cannot be read whole.");
        }
        // what matters most comes first
        return lines.stream().sorted(Comparator.comparing(line -> !line.startsWith(TAKEN))).limit(MOST).toList();
    }

    private static void of(Directory directory, Set<String> lines) {
        if (directory instanceof GpsDirectory gps && gps.getGeoLocation() != null) {
            var place = gps.getGeoLocation();
            add(lines, TAKEN, String.format(Locale.ROOT, "%.5f, %.5f", place.getLatitude(), place.getLongitude()));
        } else if (directory instanceof ExifThumbnailDirectory) {
            add(lines, "Inside it", "a small picture, which may show what was cut away");
        } else if (directory instanceof ExifDirectoryBase) {
            EXIF.forEach((tag, label) -> add(lines, label, directory.getDescription(tag)));
        } else if (directory instanceof IptcDirectory) {
            IPTC.forEach((tag, label) -> add(lines, label, directory.getDescription(tag)));
        } else if (directory instanceof XmpDirectory xmp) {
            xmp.getXmpProperties().forEach((key, value) -> {
                if (XMP.matcher(key).matches()) {
                    add(lines, key.replaceAll("^.*:|\\[.*", ""), value);
                }
            });
        } else if (directory instanceof PngDirectory) {
            add(lines, "Text", directory.getDescription(PngDirectory.TAG_TEXTUAL_DATA));
        } else if (directory instanceof JpegCommentDirectory) {
            add(lines, "Comment", directory.getDescription(JpegCommentDirectory.TAG_COMMENT));
        } else if (directory instanceof QuickTimeMetadataDirectory) {
            for (var tag : directory.getTags()) {
                add(lines, PLACE.matcher(tag.getTagName()).matches() ? TAKEN : tag.getTagName(), tag.getDescription());
            }
        }
    }

    private static void add(Set<String> lines, String label, @Nullable String value) {
        if (value != null) {
            var clean = value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
            if (!clean.isEmpty()) {
                lines.add(label + ": " + (clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean));
            }
        }
    }
}
