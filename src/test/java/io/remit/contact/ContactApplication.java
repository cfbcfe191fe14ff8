package io.remit.contact;

import io.remit.cases.AgingPolicy;
import io.remit.cases.CaseChange;
import io.remit.cases.CaseProcess;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Stage;
import io.remit.gate.ContactPolicy;
import io.remit.gate.PolicyTables;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRule;
import io.remit.promise.PromiseLimits;
import io.remit.promise.PromisePolicy;
import io.remit.region.RegionalProcess;
import io.remit.region.RegionalRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
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
        "io.remit.hold", "io.remit.evidence", "io.remit.region", "io.remit.files"},
    excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
public class ContactApplication {

  /** Starts it on an empty database in memory, or on the one that the settings name; no threads of its own send. */
  public static ConfigurableApplicationContext start(String... settings) {
    return startWith(ContactApplication.class, settings);
  }

  /** @param configuration this or one that imports it */
  static ConfigurableApplicationContext startWith(Class<?> configuration, String... settings) {
    Map<String, String> all = new LinkedHashMap<>(Map.of(
        "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE",
        "spring.datasource.username", "sa", "spring.datasource.password", "",
        "spring.profiles.active", "test", "remit.dispatcher.threads", "0", "remit.work-folder", "target/contact-tests"));
    for (String setting : settings) {
      all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE).logStartupInfo(false)
        .run(all.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }

  /** A clock that a test sets; it ticks from there on only if it is told to. */
  public static final class TestClock extends Clock {

    private volatile Clock current = Clock.systemUTC();

    public void set(Instant moment) {
      current = Clock.fixed(moment, ZoneOffset.UTC);
    }

    public void tickFrom(Instant moment) {
      current = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), moment));
    }

    @Override
    public Instant instant() {
      return current.instant();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("nobody asks for it");
    }
  }

  /** @param behind how far it ticks behind the machine's, so that several processes can have the same time */
  @Bean
  TestClock clock(@Value("${remit.test-clock.behind:0s}") Duration behind) {
    TestClock clock = new TestClock();
    clock.tickFrom(Instant.now().minus(behind));
    return clock;
  }

  @Bean
  ContactPolicy contactPolicy() {
    return PolicyTables.shipped();
  }

  @Bean
  AgingPolicy agingPolicy() {
    return new AgingPolicy() {

      @Override
      public Stage stageAt(long daysPastDue) {
        return Stage.MESSAGE;
      }

      @Override
      public long startOf(Stage stage) {
        return 0;
      }
    };
  }

  @Bean
  UnsettledMessages unsettledMessages() {
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
  HoldPolicy holdPolicy() {
    return reason -> new HoldRule(new Hold.Effect("ALL", false, false), 7, 90, Set.of());
  }

  @Bean
  MissingPayments missingPayments() {
    return caseNumber -> { };
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
      public void changed(MatterKey matter, String result) {
      }

      @Override
      public void redate(MatterKey matter) {
      }
    };
  }

  /** No processes run here, so there is nothing to tell them. */
  @Bean
  CaseProcess caseProcess() {
    return new CaseProcess() {

      @Override
      public String start(String caseNumber) {
        return "process of " + caseNumber;
      }

      @Override
      public void changed(String caseNumber, CaseChange change) {
      }

      @Override
      public void redate(String caseNumber) {
      }

      @Override
      public void refreshCards(String caseNumber) {
      }

      @Override
      public <T> T together(Supplier<T> work) {
        return work.get();
      }
    };
  }
}
