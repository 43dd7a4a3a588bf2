package org.redress.casefile;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SentFormRepository extends Repository<SentForm, Long> {
    SentForm saveAndFlush(SentForm sent);

    Optional<SentForm> findByCouncilAndPersonAndSubmissionKey(String council, String person, String submissionKey);

    Optional<SentForm> findByCouncilAndPersonAndProcessInstance(String council, String person, String processInstance);

    Optional<SentForm> findFirstByCouncilAndPersonAndFormAndAnswersAndSubmissionKeyNotAndSentAtBetweenOrderBySentAtDescIdDesc(String council,
            String person, String form, String answers, String otherThan, LocalDateTime since, LocalDateTime until);

    long countByCouncilAndPersonAndFormAndAnswers(String council, String person, String form, String answers);
}
