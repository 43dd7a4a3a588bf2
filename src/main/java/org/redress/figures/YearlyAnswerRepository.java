package org.redress.figures;

import java.util.List;
import org.springframework.data.repository.Repository;

interface YearlyAnswerRepository extends Repository<YearlyAnswer, Long> {
    YearlyAnswer save(YearlyAnswer answer);

    List<YearlyAnswer> findByCouncilAndYearFromOrderByNumberAsc(String council, int yearFrom);
}
