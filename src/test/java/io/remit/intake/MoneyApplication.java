package io.remit.intake;

import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.remit.ForkFolder;
import io.remit.PartOfRemit;
import io.remit.approval.ApprovalPolicy;
import io.remit.audit.AuditTrail;
import io.remit.audit.FourEyes;
import io.remit.audit.UserChanges;
import io.remit.books.DifferenceTasks;
import io.remit.cases.AgingPolicy;
import io.remit.cases.CaseChange;
import io.remit.cases.CaseProcess;
import io.remit.cases.MatterProcess;
import io.remit.cases.NoProcess;
import io.remit.cases.OneStage;
import io.remit.cases.PausedDays;
import io.remit.cases.Stage;
import io.remit.clock.TestClock;
import io.remit.files.WorkFolder;
import io.remit.outsourcing.Placements;
import io.remit.payment.IdentificationTasks;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/**
 * All of Remit that takes in accounts and money, without the engine: a case is in one stage from its start, and closes
 * when it is told to. Not annotated as a configuration, so that no other application finds it.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class, JacksonAutoConfiguration.class})
@ComponentScan(
    basePackages = {"io.remit.cases", "io.remit.ledger", "io.remit.payment", "io.remit.statement", "io.remit.intake",
        "io.remit.approval", "io.remit.books", "io.remit.sql"},
    excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
@ConfigurationPropertiesScan("io.remit.payment")
@Import({WorkFolder.class, FourEyes.class, UserChanges.class, AuditTrail.class})
class MoneyApplication {

  /** Starts it on an empty database in memory, or on the one that the settings name. */
  static ConfigurableApplicationContext start(String... settings) {
    return PartOfRemit.start(MoneyApplication.class, Stream.concat(
        Stream.of("remit.inbox.poll=1d", "remit.work-folder=" + ForkFolder.named("money-tests")), Stream.of(settings))
        .toArray(String[]::new));
  }

  @Bean
  TestClock clock() {
    return TestClock.tickingBehind(Duration.ZERO);
  }

  @Bean
  AgingPolicy agingPolicy() {
    return new OneStage(Stage.MESSAGE);
  }

  @Bean
  ApprovalPolicy approvalPolicy() {
    return question -> false;
  }

  @Bean
  MatterProcess matterProcess() {
    return mock(MatterProcess.class);
  }

  /** Nothing was ever paused here. */
  @Bean
  PausedDays pausedDays() {
    return (caseNumber, dueDate) -> 0;
  }

  @Bean
  IdentificationTasks identificationTasks() {
    return mock(IdentificationTasks.class);
  }

  @Bean
  DifferenceTasks differenceTasks() {
    return differenceNumber -> { };
  }

  @Bean
  ClosingProcess closingProcess() {
    return mock(ClosingProcess.class);
  }

  @Bean
  CompleteFilePolicy completeFilePolicy() {
    return leftOut -> false;
  }

  @Bean
  Placements placements() {
    Placements none = mock(Placements.class);
    when(none.partnersOf(anyCollection())).thenReturn(Map.of());
    return none;
  }

  @Bean
  CaseProcess caseProcess(JdbcClient database) {
    return new NoProcess() {

      @Override
      public String start(String caseNumber) {
        database.sql("update collection_case set stage = 'MESSAGE' where case_number = :case")
            .param("case", caseNumber).update();
        return "process of " + caseNumber;
      }

      @Override
      public void changed(String caseNumber, CaseChange change) {
        database.sql("update collection_case set status = 'CLOSED', close_reason = :reason where case_number = :case")
            .param("reason", change.name()).param("case", caseNumber).update();
      }
    };
  }
}
