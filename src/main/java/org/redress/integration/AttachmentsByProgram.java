package org.redress.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.redress.api.AttachmentForm;
import org.redress.attachments.AttachmentRefused;
import org.redress.attachments.Attachments;
import org.redress.integration.Problems.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A file comes into a case as it does from a browser: read as it arrives, looked at, kept once (DAT-04). */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty("redress.api.enabled")
class AttachmentsByProgram {
    private final Attachments attachments;

    AttachmentsByProgram(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A file that the case holds. */
    record Kept(int number, String name, List<String> notes) {}

    /** What the form in parts holds, for the description; the file comes last. */
    record Form(@Schema(allowableValues = {"evidence", "letter", "photograph", "other"}) String kind, @Schema(format = "date") String receivedOn, String from, String description,
            @Schema(format = "binary", requiredMode = Schema.RequiredMode.REQUIRED) String file) {}

    @Operation(summary = "Add an attachment", description = "Needs the scope attachments:write. A form in parts whose last part is the file; a file that the case holds already is kept once.",
            requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = Form.class))))
    @ApiResponse(responseCode = "201", description = "Added")
    @ApiResponse(responseCode = "200", description = "The case holds this file already")
    @ApiResponse(responseCode = "404", description = "There is no such case for this account")
    @PostMapping(Api.PATH + "/cases/{reference}/attachments")
    ResponseEntity<Kept> add(@PathVariable String reference, HttpServletRequest request) throws IOException {
        try {
            // before a byte of it is read
            attachments.ask(reference);
            var added = AttachmentForm.read(request, (details, content) -> attachments.add(reference, details, content));
            var kept = new Kept(added.attachment().number(), added.attachment().name(), added.say());
            return ResponseEntity.status(added.already() ? HttpStatus.OK : HttpStatus.CREATED).body(kept);
        } catch (AttachmentForm.Unreadable e) {
            throw new Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        } catch (AttachmentRefused e) {
            throw new Problem(switch (e.because()) {
                case NONE -> HttpStatus.NOT_FOUND;
                case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                case WRONG -> HttpStatus.BAD_REQUEST;
                case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
                case NOT_TAKEN -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                case CLOSED, ASKED_BACK -> HttpStatus.CONFLICT;
                case FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
            }, String.valueOf(e.getMessage()));
        }
    }
}
