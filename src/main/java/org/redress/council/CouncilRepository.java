package org.redress.council;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CouncilRepository extends Repository<Council, Long> {
    Council save(Council council);

    Optional<Council> findByTenant(String tenant);

    List<Council> findAllByOrderByName();

    List<Council> findByOmbudsmanTrueOrderByName();

    @Query("select p from CouncilProcedure p where p.council.tenant = :tenant order by p.kind, p.validFrom")
    List<CouncilProcedure> findProcedures(String tenant);
}
