package org.redress.council;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Which procedure a council has for a kind of complaint from a moment of receipt on (rule book 1.6). */
@Entity
class CouncilProcedure {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "council_id")
    @SequenceGenerator(name = "council_id", sequenceName = "council_id", allocationSize = 1)
    private @Nullable Long id;

    @ManyToOne
    private Council council;

    private String kind;

    @Column(name = "procedure_key")
    private String procedure;

    private LocalDateTime validFrom;

    @SuppressWarnings("NullAway.Init")
    protected CouncilProcedure() {}

    CouncilProcedure(Council council, Profile.Procedure procedure) {
        this.council = council;
        this.kind = procedure.kind();
        this.procedure = procedure.procedure();
        this.validFrom = procedure.from();
    }

    Profile.Procedure view() {
        return new Profile.Procedure(kind, procedure, validFrom);
    }
}
