package io.remit.contact.incoming;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.News;
import io.remit.cases.Timeline;
import io.remit.clock.TestClock;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ContactLedger;
import io.remit.contact.dispatch.AttemptOutcomes;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.dispatch.ParkedReports;
import io.remit.database.RemitTables;
import io.remit.gate.OptOuts;
import io.remit.model.ModelsForTests;
import io.remit.model.RunningModels;
import io.remit.person.Persons;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Remit's part that takes texts from outside, on a database of its own, with answers and notices written down. */
public final class IncomingTextsWorld implements AutoCloseable {

  /** What was answered, as {@code debtor number template}. */
  public final List<String> replies = Collections.synchronizedList(new ArrayList<>());
  /** The cases whose debtors wrote, once per text. */
  public final List<String> written = Collections.synchronizedList(new ArrayList<>());
  /** Lets the next answer fail, as if the database had gone. */
  public volatile boolean replyFails;
  /** Lets the next notice to a collector fail. */
  public volatile boolean listenerFails;
  public final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  public final JdbcClient database;
  private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

  public IncomingTextsWorld(DataSource dataSource) {
    RemitTables.makeIn(dataSource);
    database = JdbcClient.create(dataSource);
    application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test",
        Map.of("remit.zone", "UTC", "remit.aging.time", "06:00")));
    application.registerBean(Clock.class, () -> clock);
    application.registerBean(RunningModels.class, ModelsForTests::shipped);
    application.registerBean(DataSource.class, () -> dataSource, definition -> definition.setDestroyMethodName(""));
    application.registerBean(JdbcClient.class, () -> database);
    application.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
    application.registerBean(TextReplies.class, () -> this::reply);
    // what follows from a failure is not looked at here
    application.registerBean(AttemptOutcomes.class, () -> Mockito.mock(AttemptOutcomes.class));
    application.registerBean(IncomingTextListener.class, () -> (caseNumber, text) -> written(caseNumber));
    application.register(Transactions.class, CaseRepository.class, Timeline.class, BusinessCalendar.class,
        News.class, OptOuts.class, StopWords.class, DebtorTextReader.class, IncomingTextRepository.class,
        IncomingTexts.class, IncomingTextParts.class, Persons.class, ContactLedger.class, ContactAttempts.class,
        ParkedReports.class, DeliveryReports.class);
    application.refresh();
  }

  @Configuration
  @EnableTransactionManagement
  static class Transactions {

    @Bean
    DataSourceTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(DataSourceTransactionManager transactions) {
      return new TransactionTemplate(transactions);
    }
  }

  private void reply(String debtorId, String number, String template) {
    if (replyFails) {
      replyFails = false;
      throw new IllegalStateException("no answer can be planned");
    }
    replies.add(debtorId + " " + number + " " + template);
  }

  private void written(String caseNumber) {
    if (listenerFails) {
      listenerFails = false;
      throw new IllegalStateException("+34911234567 cannot be told of");
    }
    written.add(caseNumber);
  }

  public <T> T get(Class<T> type) {
    return application.getBean(type);
  }

  /** A debtor with a phone and an open case {@code C-<debtor>}. */
  public void debtor(String debtorId, String phone) {
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, phone, time_zone, owns_property)
        values (:debtor, 'PERSON', 'Xu Diaz', :phone, 'Etc/UTC', false)
        """).param("debtor", debtorId).param("phone", phone).update();
    openCase("C-" + debtorId, debtorId, "OPEN");
  }

  public void openCase(String caseNumber, String debtorId, String status) {
    database.sql("""
        insert into collection_case (case_number, debtor_id, currency, status, base_due_date, opened_at)
        values (:case, :debtor, 'EUR', :status, date '2026-01-01', timestamp with time zone '2026-01-31 06:00:00+00')
        """).param("case", caseNumber).param("debtor", debtorId).param("status", status).update();
  }

  /** A case's timeline, as {@code type: text: data}. */
  public List<String> timeline(String caseNumber) {
    return get(Timeline.class).of(caseNumber).stream()
        .map(event -> event.type() + ": " + event.text() + ": " + event.data()).toList();
  }

  public boolean optedOut(String debtorId) {
    return get(OptOuts.class).of(debtorId).contains(Channel.SMS);
  }

  public long count(String table) {
    return database.sql("select count(*) from " + table).query(Long.class).single();
  }

  @Override
  public void close() {
    application.close();
  }
}
