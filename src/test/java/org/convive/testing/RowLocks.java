package org.convive.testing;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which rows a transaction holds: another one takes them at once, or is refused at once. */
@TestComponent
public class RowLocks {
    private final TransactionTemplate here;
    private final TransactionTemplate elsewhere;
    private final JdbcClient jdbc;

    public RowLocks(PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.here = new TransactionTemplate(transactions);
        here.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.elsewhere = new TransactionTemplate(transactions);
        elsewhere.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
    }

    /**
     * Does the deed and, before its transaction ends, lets another one take the rows of a query.
     *
     * @param rows a query without its lock
     */
    public void assertLeavesAlone(Runnable deed, String rows, Object... arguments) {
        here.executeWithoutResult(holding -> {
            deed.run();
            assertThatCode(() -> elsewhere.executeWithoutResult(other -> jdbc.sql(rows + " FOR UPDATE NOWAIT")
                            .params(arguments)
                            .query()
                            .listOfRows()))
                    .doesNotThrowAnyException();
        });
    }
}
