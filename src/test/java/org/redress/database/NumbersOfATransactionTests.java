package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SequenceGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.hibernate.id.IdentifierGeneratorHelper;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;
import org.junit.jupiter.api.Test;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers of rows follow the time in which they were written, not the node that wrote them. */
@ProductTest
class NumbersOfATransactionTests {
    private static final int SIZE = 50;

    private final AtomicLong sequence = new AtomicLong(1 - SIZE);
    private final AccessCallback database = new AccessCallback() {
        @Override
        public IntegralDataTypeHolder getNextValue() {
            return IdentifierGeneratorHelper.getIntegralDataTypeHolder(Long.class).initialize(sequence.addAndGet(SIZE));
        }

        @Override
        public String getTenantIdentifier() {
            return "";
        }
    };
    private final NumbersOfATransaction here = new NumbersOfATransaction(Long.class, SIZE);
    private final NumbersOfATransaction there = new NumbersOfATransaction(Long.class, SIZE);
    private final NumbersOfATransaction anotherTableHere = new NumbersOfATransaction(Long.class, SIZE);

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void whatIsWrittenLaterHasTheHigherNumberWhicheverNodeWroteIt() {
        var numbers = List.of(here, there, here, there, there, here).stream().flatMap(node -> together(node, 3).boxed()).toList();

        assertThat(numbers).hasSize(18).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aTransactionTakesOneBlockForAllThatItWrites() {
        // the very first value of a sequence is one number
        together(here, 1);
        long before = sequence.get();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(List.of(number(here), number(anotherTableHere), number(here))).isSorted().doesNotHaveDuplicates();
            assertThat(sequence.get()).isEqualTo(before + SIZE);
        });
    }

    @Test
    void aTransactionThatWritesMoreTakesAnother() {
        assertThat(together(here, 3 * SIZE)).hasSize(3 * SIZE).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aTransactionWithinAnotherHasABlockOfItsOwn() {
        together(here, 1);
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            long first = number(here);
            long within = apart.execute(inner -> number(here));

            assertThat(within).isGreaterThanOrEqualTo(first + SIZE);
            assertThat(number(here)).isEqualTo(first + 1);
        });
    }

    @Test
    void whatIsOutsideATransactionHasABlockForEachNumber() {
        assertThat(List.of(number(here), number(there), number(here))).isSorted().doesNotHaveDuplicates();
    }

    /** All tables share the block, so there can be one sequence with blocks only. */
    @Test
    void areOfOneSequence() {
        var generators = entities.getMetamodel().getEntities().stream().flatMap(entity -> Arrays.stream(entity.getJavaType().getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(SequenceGenerator.class)).map(field -> field.getAnnotation(SequenceGenerator.class)).toList();

        assertThat(generators).hasSizeGreaterThan(20).allMatch(generator -> generator.allocationSize() == 1 || generator.sequenceName().equals("case_file_id") && generator.allocationSize() == SIZE);
        assertThat(entities.getProperties()).containsEntry("hibernate.id.optimizer.pooled.preferred", NumbersOfATransaction.class.getName());
    }

    private LongStream together(NumbersOfATransaction node, int many) {
        return new TransactionTemplate(transactions).execute(status -> LongStream.range(0, many).map(row -> number(node)).boxed().toList()).stream().mapToLong(Long::longValue);
    }

    private long number(NumbersOfATransaction node) {
        return (Long) node.generate(database);
    }
}
