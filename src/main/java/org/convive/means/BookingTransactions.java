package org.convive.means;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what occupies or frees units, each time in a transaction of its own, again when the database asks for it: a
 * deadlock (1213, also Galera's answer to two nodes at once), a lock that took too long (1205), a row that changed
 * (1020). Nothing of a refused attempt stays. Waiting is bounded twice: a lock is waited for a few seconds (the pool's
 * {@code innodb_lock_wait_timeout}), and after {@link #LONGEST} nobody is kept waiting any more.
 */
@Component
class BookingTransactions {
    private static final int ATTEMPTS = 24;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LONGEST_WAIT_MILLIS = 200;

    private final TransactionTemplate transactions;

    BookingTransactions(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    /** @param done whether a result is worth keeping; if not, the attempt is rolled back */
    <T> T run(Supplier<T> work, Predicate<T> done) {
        return repeat(() -> Objects.requireNonNull(transactions.execute(status -> {
            T result = work.get();
            if (!done.test(result)) {
                status.setRollbackOnly();
            }
            return result;
        })));
    }

    /** For work that is a whole transaction by itself. */
    <T> T repeat(Supplier<T> transaction) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a booking is a transaction of its own");
        }
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (DataAccessException | TransactionException e) {
                if (attempt >= ATTEMPTS || System.nanoTime() - began > LONGEST.toNanos() || !isRepeatable(e)) {
                    throw e;
                }
                waitALittle(attempt);
            }
        }
    }

    private static boolean isRepeatable(Throwable refused) {
        int code = code(refused);
        return code == 1213 || code == 1205 || code == 1020;
    }

    /** The number of MariaDB's error below this exception, 0 when there is none. */
    static int code(@Nullable Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getErrorCode();
            }
        }
        return 0;
    }

    private static void waitALittle(int attempt) {
        int most = Math.min(LONGEST_WAIT_MILLIS, 2 << Math.min(attempt, 10));
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextInt(1, most * 1000)));
    }
}
