package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.books.Acknowledgements;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.FollowUps;
import io.remit.cases.PortfolioIntake;
import io.remit.files.WorkFolder;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.DayInName;
import io.remit.intake.delivery.FileIntake;
import io.remit.intake.delivery.IntakeFiles;
import io.remit.intake.delivery.IntakeLock;
import io.remit.intake.delivery.SplitBatches;
import io.remit.intake.delivery.Spool;
import io.remit.intake.inbox.Inbox;
import io.remit.payment.BankPayments;
import io.remit.payment.PaymentPosting;
import io.remit.statement.BankStatements;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class IntakeBeansTest {

  @TempDir
  Path folder;

  /** As Spring Boot sets it. */
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {
  }

  @Test
  void springWiresTheIntakeAndKeepsItOutOfTransactions() throws IOException {
    try (IntakeFixture fixture = new IntakeFixture(folder);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.getEnvironment().getPropertySources()
          .addFirst(new MapPropertySource("test", Map.of("remit.work-folder", folder.toString(),
              "remit.books.day-in-name", "as-of-(.{10})")));
      context.registerBean(DataSource.class, () -> fixture.dataSource);
      context.registerBean(JdbcTemplate.class, () -> fixture.database);
      context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(fixture.dataSource));
      context.registerBean(PortfolioIntake.class, fixture.portfolio::port);
      context.registerBean(PaymentPosting.class, fixture.portfolio::posting);
      context.registerBean(BankPayments.class, fixture.portfolio::bankPayments);
      context.registerBean(BankStatements.class, fixture.portfolio::statements);
      context.registerBean(Acknowledgements.class, () -> mock(Acknowledgements.class));
      context.registerBean(BusinessCalendar.class, () -> fixture.calendar);
      context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
      context.registerBean(FollowUps.class, RecordingPortfolio::followUps);
      context.registerBean(Closings.class, RecordingPortfolio::closings);
      context.registerBean(WorkFolder.class, () -> new WorkFolder(folder.toString()));
      context.registerBean(Clock.class, Clock::systemUTC);
      context.register(Transactions.class, Spool.class, IntakeLock.class, IntakeFiles.class, FileIntake.class,
          SplitBatches.class, ArrearsIntake.class, PaymentsIntake.class, AcknowledgementsIntake.class, DayInName.class,
          Inbox.class, IntakeJobs.class, IntakeController.class);
      context.refresh();

      ArrearsIntake arrears = context.getBean(ArrearsIntake.class);
      byte[] content = IntakeFixture.arrearsOf(IntakeFixture.account("A1")).getBytes(StandardCharsets.UTF_8);
      TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
      assertThatThrownBy(() -> transaction.execute(status -> applied(arrears, content)))
          .isInstanceOf(IllegalTransactionStateException.class);
      assertThat(applied(arrears, content).opened()).isEqualTo(1);
    }
  }

  private static ArrearsResult applied(ArrearsIntake arrears, byte[] content) {
    try {
      return arrears.apply(new ByteArrayInputStream(content), false);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
