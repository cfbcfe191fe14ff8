package io.remit.demo;

import io.remit.access.DemoUser;
import io.remit.division.Collector;
import io.remit.division.CollectorRegister;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Says what the demo's collectors can do, before there are cases to divide; later starts leave what was changed. */
class DemoCollectors implements ApplicationRunner {

  private static final int DAILY_MINUTES = 360;
  private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<String> SKILLS = Set.of("companies", "large");

  private final CollectorRegister register;

  DemoCollectors(CollectorRegister register) {
    this.register = register;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    ensure(DemoUser.COLLECTOR_1, "en", "de");
    ensure(DemoUser.COLLECTOR_2, "en", "zh");
  }

  private void ensure(DemoUser user, String... languages) {
    if (register.find(user.id()).isEmpty()) {
      register.save(new Collector(user.id(), Set.of(languages), SKILLS, Set.of(), Set.of(), DAILY_MINUTES,
          WORKING_DAYS));
    }
  }
}
