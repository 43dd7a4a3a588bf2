package org.redress.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The numbers of removed cases in a file outside the database, so that a restored backup does not bring them back for good (DAT-09). Written when
 * the removal is done; what could not be written is in the log, and in the list that {@code redress audit removed} makes of the record of changes.
 */
@Component
class RemovedList {
    private static final Logger LOG = LoggerFactory.getLogger(RemovedList.class);

    private final String file;

    RemovedList(@Value("${redress.retention.list}") String file) {
        this.file = file;
    }

    /** Lists a case when the transaction that removes it has come to its end. */
    void add(String reference) {
        if (!file.isBlank()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    write(reference);
                }
            });
        }
    }

    private void write(String reference) {
        try {
            Files.writeString(Path.of(file), reference + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.error("The list of removed cases (redress.retention.list) cannot be written; redress audit removed makes it anew.");
        }
    }
}
