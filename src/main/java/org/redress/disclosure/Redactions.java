package org.redress.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import org.redress.attachments.MadeFiles;
import org.redress.attachments.MadeFiles.Made;
import org.redress.casefile.AttachmentKind;
import org.redress.casefile.AttachmentView;
import org.redress.casefile.CannotBeKept;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the redacted copy of an attachment and keeps it in the same case, marked for nobody yet (DAT-02, DAT-04). */
@Component
class Redactions {
    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String TEXT = "text/plain";
    private static final Pattern AREA = Pattern.compile("page (\\d{1,5}): *(\\d{1,5}(?:\\.\\d+)?), *(\\d{1,5}(?:\\.\\d+)?), *(\\d{1,5}(?:\\.\\d+)?), *(\\d{1,5}(?:\\.\\d+)?)", Pattern.CASE_INSENSITIVE);

    private final MadeFiles files;
    private final Clock clock;
    private final PdfRedaction.Limits limits;

    Redactions(MadeFiles files, Clock clock, @Value("${redress.disclosure.pages}") int pages, @Value("${redress.disclosure.within}") Duration within) {
        this.files = files;
        this.clock = clock;
        this.limits = new PdfRedaction.Limits(pages, within, clock);
    }

    /** A copy and what is not in it. */
    record Redacted(AttachmentView copy, TakenOut takenOut) {}

    /** Areas as they are written down, one a line: "page 2: 100, 200, 300, 250". */
    static List<Area> areas(List<String> lines) {
        var areas = new ArrayList<Area>();
        for (var line : lines) {
            var read = AREA.matcher(line.strip());
            if (!read.matches()) {
                throw new CannotBeRedacted("Write an area as page 2: 100, 200, 300, 250 (left, top, right and bottom in points, 72 to the inch, from the top left corner).");
            }
            float left = Float.parseFloat(read.group(2));
            float top = Float.parseFloat(read.group(3));
            float right = Float.parseFloat(read.group(4));
            float bottom = Float.parseFloat(read.group(5));
            if (right <= left || bottom <= top) {
                throw new CannotBeRedacted("An area ends to the right of and below where it begins: left, top, right, bottom.");
            }
            areas.add(new Area(Integer.parseInt(read.group(1)), left, top, right, bottom));
        }
        return areas;
    }

    /**
     * Makes and keeps the copy.
     *
     * @throws CannotBeRedacted if nothing can be taken out with certainty, or nothing of it is there
     */
    Redacted make(String reference, AttachmentView one, NameList names, List<Area> areas, String by) {
        if (!areas.isEmpty() && !one.type().equals(PDF)) {
            throw new CannotBeRedacted("Areas are taken out of PDFs; this is none. Write what is to be taken out, or make a PDF of it.");
        }
        var taken = new AtomicReference<TakenOut>();
        var today = LocalDate.now(clock);
        var made = new Made("redacted copy of number " + one.number() + ending(one.type()), AttachmentKind.OTHER, "Redacted copy of number " + one.number(), AttachmentView.NOT_YET, today, by, one.type());
        try {
            var copy = files.keep(reference, made, out -> {
                try (var file = files.open(one)) {
                    taken.set(switch (one.type()) {
                        case PDF -> PdfRedaction.write(file, names, areas, limits, out);
                        case DOCX -> DocxRedaction.write(file, names, today, out);
                        case TEXT -> text(file.readAllBytes(), names, out);
                        default -> throw new CannotBeRedacted("Nothing is taken out of files of this kind. Make a PDF of it and add that, or withhold it as a whole.");
                    });
                }
            }, () -> toRead(taken.get()));
            return new Redacted(copy, taken.get());
        } catch (CannotBeKept | UncheckedIOException e) {
            throw new CannotBeRedacted(e instanceof CannotBeKept ? String.valueOf(e.getMessage()) : "It cannot be read. Withhold it as a whole, or print it and scan the paper.");
        }
    }

    /** What a second person looks at, one thing a line: the copy, and what could not be searched in it. */
    private static String toRead(TakenOut taken) {
        return Stream.concat(Stream.of("every page of the copy"), taken.notes().stream()).collect(Collectors.joining("\n"));
    }

    private static String ending(String type) {
        return type.equals(PDF) ? ".pdf" : type.equals(DOCX) ? ".docx" : ".txt";
    }

    private static TakenOut text(byte[] bytes, NameList names, OutputStream out) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        var redaction = new TextRedaction(names);
        var copy = new StringBuilder();
        // empty lines part paragraphs: a name may go on in the next line
        for (var part : text.split("(?<=\\n)(?=\\s*\\n)")) {
            copy.append(redaction.next(part));
        }
        if (redaction.places().isEmpty()) {
            throw new CannotBeRedacted("None of it is in this text.");
        }
        out.write(copy.toString().getBytes(StandardCharsets.UTF_8));
        return new TakenOut(redaction.places(), List.of());
    }
}
