package io.remit.contact.dispatch;

import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.remit.ForkFolder;
import io.remit.PartOfRemit;
import io.remit.approval.ApprovalPolicy;
import io.remit.audit.AuditTrail;
import io.remit.audit.FourEyes;
import io.remit.audit.UserChanges;
import io.remit.cases.AgingPolicy;
import io.remit.cases.CaseProcess;
import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.NoProcess;
import io.remit.cases.OneStage;
import io.remit.cases.Stage;
import io.remit.clock.TestClock;
import io.remit.contact.conversation.ConversationProcess;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.MissingPayments;
import io.remit.contact.treatment.CaseSteps;
import io.remit.contact.treatment.TreatmentForecast;
import io.remit.gate.ContactPolicy;
import io.remit.gate.Employers;
import io.remit.gate.PolicyTables;
import io.remit.hold.Hold;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRule;
import io.remit.limitation.LimitationPolicy;
import io.remit.model.ModelsForTests;
import io.remit.model.RunningModels;
import io.remit.person.SharedContactTasks;
import io.remit.promise.PromiseLimits;
import io.remit.promise.PromisePolicy;
import io.remit.region.RegionalProcess;
import io.remit.region.RegionalRule;
import io.remit.visit.AgentsNeeded;
import io.remit.visit.FieldAgents;
import io.remit.visit.LocalTeams;
import io.remit.visit.VisitAgents;
import io.remit.visit.VisitReports;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/**
 * All of Remit that contacts debtors, without the engine: the gate, the ledger, the dispatcher, on a real database. The
 * policy is read from the shipped tables. Not annotated as a configuration, so that no other application finds it.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class})
@ComponentScan(
    basePackages = {"io.remit.cases", "io.remit.ledger", "io.remit.gate", "io.remit.contact", "io.remit.promise",
        "io.remit.hold", "io.remit.evidence", "io.remit.region", "io.remit.files", "io.remit.approval",
        "io.remit.limitation", "io.remit.node", "io.remit.person", "io.remit.safety", "io.remit.sql"},
    excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
@Import({FourEyes.class, UserChanges.class, AuditTrail.class, AgentsNeeded.class, VisitReports.class})
public class ContactApplication {

  /** Starts it on an empty database in memory, or on the one that the settings name; no threads of its own send. */
  public static ConfigurableApplicationContext start(String... settings) {
    return startWith(ContactApplication.class, settings);
  }

  /** @param configuration this or one that imports it */
  public static ConfigurableApplicationContext startWith(Class<?> configuration, String... settings) {
    return PartOfRemit.start(configuration,
        Stream.concat(Stream.of("remit.dispatcher.threads=0", "remit.work-folder=" + ForkFolder.named("contact-tests")),
            Stream.of(settings)).toArray(String[]::new));
  }

  /** @param behind how far it ticks behind the machine's, so that several processes can have the same time */
  @Bean
  TestClock clock(@Value("${remit.test-clock.behind:0s}") Duration behind) {
    return TestClock.tickingBehind(behind);
  }

  @Bean
  RunningModels runningModels() {
    return ModelsForTests.shipped();
  }

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  ContactPolicy contactPolicy() {
    return PolicyTables.shipped();
  }

  @Bean
  AgingPolicy agingPolicy() {
    return new OneStage(Stage.MESSAGE);
  }

  @Bean
  UnclearDeliveries unsettledMessages() {
    return caseNumber -> { };
  }

  /** Nobody gives rules for regions here. */
  @Bean
  RegionalProcess regionalProcess() {
    return new RegionalProcess() {

      @Override
      public void start(RegionalRule rule) {
        throw new UnsupportedOperationException("no region has a rule here");
      }

      @Override
      public void redate(RegionalRule rule) {
        throw new UnsupportedOperationException("no region has a rule here");
      }
    };
  }

  @Bean
  LocalTeams localTeams() {
    return place -> LocalTeams.Team.TEAM;
  }

  /** Nobody works for a partner. */
  @Bean
  Employers employers() {
    return userId -> Set.of();
  }

  /** Whoever visits, goes alone. */
  @Bean
  VisitAgents visitAgents() {
    return question -> 1;
  }

  @Bean
  FieldAgents fieldAgents() {
    return new FieldAgents() {

      @Override
      public boolean isFieldAgent(String userId) {
        return false;
      }

      @Override
      public boolean mayAccompany(String agent, String other) {
        return false;
      }
    };
  }

  @Bean
  HoldPolicy holdPolicy() {
    return reason -> new HoldRule(new Hold.Effect("ALL", false, false), 7, 90, null, Set.of());
  }

  @Bean
  ApprovalPolicy approvalPolicy() {
    return question -> true;
  }

  @Bean
  MissingPayments missingPayments() {
    return caseNumber -> { };
  }

  /** No case is in a step here. */
  @Bean
  CaseSteps caseSteps() {
    return new CaseSteps() {

      @Override
      public Optional<Channel> openContact(String caseNumber) {
        return Optional.empty();
      }

      @Override
      public boolean takeBack(String caseNumber) {
        return false;
      }

      @Override
      public boolean waits(String caseNumber) {
        return false;
      }

      @Override
      public void goOn(String caseNumber) {
        throw new UnsupportedOperationException("no case waits here");
      }

      @Override
      public boolean isBarred(String caseNumber) {
        return false;
      }
    };
  }

  /** Whatever came of a contact, no process goes on with it. */
  @Bean
  ConversationProcess conversationProcess() {
    return new ConversationProcess() {
      @Override
      public void follow(String caseNumber, ConversationReport report) {
        // nothing is drawn here
      }

      @Override
      public void goOnAfter(String caseNumber, ConversationReport report, Optional<Reason> reasonToPause) {
        // nothing is drawn here
      }
    };
  }

  @Bean
  SharedContactTasks sharedContactTasks() {
    return caseNumber -> { };
  }

  @Bean
  LimitationPolicy limitationPolicy() {
    return question -> Optional.empty();
  }

  @Bean
  PromisePolicy promisePolicy() {
    return (stage, overdueAmount, brokenPromises) -> new PromiseLimits(31, 0, 0, 100, false, 0);
  }

  @Bean
  MatterProcess matterProcess() {
    return new MatterProcess() {

      @Override
      public void start(MatterKey matter, String model) {
      }

      @Override
      public void startAt(MatterKey matter, String model, String element) {
      }

      @Override
      public void changed(MatterKey matter, String result) {
      }

      @Override
      public void redate(MatterKey matter) {
      }
    };
  }

  @Bean
  TreatmentForecast treatmentForecast() {
    return mock(TreatmentForecast.class);
  }

  @Bean
  CaseProcess caseProcess() {
    return new NoProcess();
  }
}
