package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a letter greets, of the names that cases have. */
class GreetingTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ms Priya Raman        | Ms Raman
            Mr. John P. Smith     | Mr. Smith
            Mr J.R.R. Hartley     | Mr Hartley
            Mr Nguyen             | Mr Nguyen
            Ms De Souza           | Ms De Souza
            mr john smith         | mr smith
            MS PRIYA RAMAN        | MS RAMAN
            Dr Anna-Lena O’Brien  | Dr O’Brien
            Mr Jan van der Berg   | Mr van der Berg
            Miss Siân ap Rhys     | Miss ap Rhys
            Councillor Jo Field   | Councillor Field
            Mr van Dijk           | Mr van Dijk
            Ms T                  | Ms T
            """)
    void isTitleAndSurname(String name, String greeted) {
        assertThat(Greeting.of(name)).isEqualTo(greeted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Priya Raman
            Raman Ltd
            Mr and Mrs Smith
            Mr John and Mrs Jane Smith
            Mr & Mrs Smith
            Mr John Smith MBE
            Mr John Smith Junior
            Rev Dr Ann Hill
            Sir John Smith
            Dame Ann Hill
            Mrs X (mother)
            Mr J Smith of Smith Brothers
            Ms T's mother
            Ms T’s mother
            MS T’S MOTHER
            Ms Ann Hill - mother
            Ms Ann – mother
            Mr John Smith deceased
            Mr J Smith Deceased
            Ms Raman via advocate
            Mr J Smith jun
            Mrs Nguyen Thi Hoa
            Ms Nguyen Van Hoa
            Ms María García López
            María García López
            Mr John Paul Smith
            Mrs
            """)
    void isTheWholeNameWhereTheSurnameCannotBeTold(String name) {
        assertThat(Greeting.of(name)).isEqualTo(name);
    }
}
