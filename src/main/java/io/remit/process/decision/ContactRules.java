package io.remit.process.decision;

import io.remit.cases.Channel;
import io.remit.cases.Stage;
import io.remit.gate.ContactPolicy;
import io.remit.gate.ContactRule;
import io.remit.gate.Jurisdiction;
import io.remit.model.RunningModels;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads the rules of contact out of the decisions {@code contact-policy} and {@code channels-by-stage}; the gate asks
 * for every contact.
 */
@Component
class ContactRules implements ContactPolicy {

  private final RememberedTable<Tables.PlaceAndChannel, Tables.RuleOfContact> rules;
  private final RememberedTable<Tables.StageAndChannel, Tables.Allowed> channels;

  ContactRules(@Lazy DecisionService decisions, @Lazy RepositoryService repository, RunningModels models) {
    this.rules = new RememberedTable<>(Tables.CONTACT_RULES, decisions, repository, models);
    this.channels = new RememberedTable<>(Tables.CHANNELS, decisions, repository, models);
  }

  @Override
  public List<ContactRule> rulesOf(Jurisdiction jurisdiction, Channel channel) {
    Tables.PlaceAndChannel asked = new Tables.PlaceAndChannel(jurisdiction.code(), channel);
    var known = rules.latest();
    return known.answer(asked, () -> known.rows(asked).stream().map(ContactRules::rule).toList());
  }

  @Override
  public boolean allows(Stage stage, Channel channel) {
    Tables.StageAndChannel asked = new Tables.StageAndChannel(stage, channel);
    var known = channels.latest();
    return known.answer(asked, () -> known.rows(asked).stream().anyMatch(Tables.Allowed::allowed));
  }

  @Override
  public String version() {
    return rules.latest().tag();
  }

  private static ContactRule rule(Tables.RuleOfContact row) {
    return new ContactRule(row.rule(), row.kind(), row.from(), row.to(), row.weekdays().isEmpty()
        ? EnumSet.allOf(DayOfWeek.class) : Set.copyOf(row.weekdays()), row.unlessAgreed(), row.counted(),
        row.atMost() == null ? 0 : row.atMost(), row.days() == null ? 0 : row.days());
  }
}
