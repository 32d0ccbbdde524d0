package org.convive.mail;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The sending part of a portal node and nothing else: quick to start, so that a test can kill it often. */
public final class SendingNode implements AutoCloseable {
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc;
    private final Claims claims;
    private final Ledger ledger;
    private final Postman postman;
    private final TransactionTemplate transaction;
    private final String name;

    public SendingNode(String url, String user, String password, int smtpPort, String name, int connections) {
        this.name = name;
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections + 1);
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        var template = new JdbcTemplate(pool);
        jdbc = JdbcClient.create(template);
        var transactions = new JdbcTransactionManager(pool);
        transaction = new TransactionTemplate(transactions);
        var json = JsonMapper.builder().build();
        Clock clock = Clock.systemUTC();
        var properties = MailProperties.plain("portal@test.example", connections);
        claims = new Claims(jdbc, json, clock, transactions);
        ledger = new Ledger(jdbc, template, json, clock, properties, new Suppressions(jdbc, clock), event -> {});
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(smtpPort);
        var settings = new Properties();
        settings.setProperty("mail.smtp.timeout", "20000");
        sender.setJavaMailProperties(settings);
        postman = new Postman(claims, sender, properties, new SimpleMeterRegistry(), clock, name);
    }

    /** As a node does when it starts, and then until nothing is left. */
    public int work() {
        claims.abandon(name);
        return postman.deliverDue();
    }

    public long post(Letter letter) {
        return Objects.requireNonNull(transaction.execute(status -> ledger.post(letter)));
    }

    public Outbox.Progress progress(long letter) {
        return ledger.progress(letter);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Address, user and password of the database, port of the mail server, name of the node. */
    public static void main(String[] args) {
        try (var node = new SendingNode(args[0], args[1], args[2], Integer.parseInt(args[3]), args[4], 2)) {
            node.work();
        }
    }
}
