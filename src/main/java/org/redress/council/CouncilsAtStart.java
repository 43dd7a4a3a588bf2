package org.redress.council;

import java.nio.file.Path;
import org.redress.identity.Services;
import org.redress.identity.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At every start: tenants of earlier versions become councils, and the file that {@code redress.councils} names is read. */
@Component
@Order(12)
class CouncilsAtStart implements ApplicationRunner {
    private final CouncilsFromFiles files;
    private final Services services;
    private final String file;
    private final String fileOfServices;

    CouncilsAtStart(CouncilsFromFiles files, Services services, @Value("${redress.councils:}") String file, @Value("${redress.services:}") String fileOfServices) {
        this.files = files;
        this.services = services;
        this.file = file;
        this.fileOfServices = fileOfServices;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!fileOfServices.isBlank()) {
            throw new StartRefused("redress.services is not read any more: services belong to their council. Write them on the page Councils, or into a file"
                    + " of councils (redress.councils, docs/councils.md), and leave redress.services out; those that are known already stay.");
        }
        services.makeGroups();
        files.adoptEarlier();
        if (!file.isBlank()) {
            try {
                files.read(Path.of(file));
            } catch (FileRefused e) {
                throw new StartRefused("The file of councils (redress.councils) is not taken. " + e.getMessage());
            }
        }
    }
}
