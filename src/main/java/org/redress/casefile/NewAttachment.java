package org.redress.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is put into a case: what it is, from whom and when it came, and what its bytes showed.
 *
 * @param waits whether a scanner has to look at it first
 * @param by the user id of whoever adds it
 */
public record NewAttachment(String name, AttachmentKind kind, @Nullable String description, @Nullable String from, String marking, LocalDate receivedOn, String by,
        String type, long bytes, String sha256, boolean waits, List<String> metadata, boolean withoutMetadata, @Nullable Integer evidence, @Nullable Long letter) {}
