package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles in words are read to the parts that people have in a case (CORP-11, CHD-02). */
class PartTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            joint complainant           | JOINT_COMPLAINANT
            Joint Complainant           | JOINT_COMPLAINANT
            complainant                 | COMPLAINANT
            friend of the complainant   | OTHER
            child                       | CHILD
            children                    | CHILD
            the child's grandmother     | OTHER
            mother of the children      | OTHER
            father of D                 | OTHER
            adult son                   | OTHER
            solicitor of Mr X           | REPRESENTATIVE
            personal representative     | REPRESENTATIVE
            acts for Ms T               | REPRESENTATIVE
            councillor                  | REPRESENTATIVE
            advocate for Y              | ADVOCATE
            successor                   | SUCCESSOR
            social worker               | STAFF
            person affected             | AFFECTED
            council                     | COUNCIL
            witness                     | OTHER
            ''                          | OTHER
            """)
    void readsRolesInWords(String role, Part part) {
        assertThat(Part.read(role)).isEqualTo(part);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCodeAndItsWords(Part part) {
        assertThat(Part.of(part.code())).isEqualTo(part);
        assertThat(Part.read(part.words())).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mr U – joint complainant         | Mr U           | joint complainant
            Mr U                             | Mr U           | ''
            Young T child                    | Young T        | child
            Young T, foster child            | Young T        | foster child
            Ms V social worker of Young T    | Ms V           | social worker of Young T
            Ms V (neighbour)                 | Ms V           | neighbour
            Mrs Child                        | Mrs Child      | ''
            Tom Friend                       | Tom Friend     | ''""")
    void readsWhoSomebodyIsAsItWasMeant(String line, String name, String role) {
        assertThat(Registration.Person.read(line)).isEqualTo(new Registration.Person(name, role));
    }
}
