package org.redress.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AppointmentRepository extends Repository<Appointment, Long> {
    Appointment save(Appointment appointment);

    @OnceInATransaction
    List<Appointment> findByComplaintReferenceOrderById(String reference);

    List<Appointment> findByComplaintCouncilAndToBeMovedTrueOrderById(String council);
}
