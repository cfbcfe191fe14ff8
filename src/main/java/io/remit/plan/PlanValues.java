package io.remit.plan;

import io.remit.cases.MatterKey;
import io.remit.cases.MatterKey.Kind;
import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterValues;
import io.remit.contact.text.Placeholder;
import io.remit.plan.Plan.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What texts say of a plan. */
@Component
class PlanValues implements MatterValues {

  private final PlanRepository plans;

  PlanValues(PlanRepository plans) {
    this.plans = plans;
  }

  @Override
  public Kind kind() {
    return Kind.PLAN;
  }

  /** The text that offers a plan is true while the plan can be accepted, the one that tells of its end afterwards. */
  @Override
  public Optional<Map<Placeholder, String>> of(MatterKey matter, MatterText text) {
    Plan plan = plans.get(matter.number());
    boolean isTrue = text == MatterText.PLAN_OFFER ? plan.status() == Status.OFFERED
        : plan.status() == Status.BREACHED || plan.status() == Status.CANCELLED;
    if (!isTrue) {
      return Optional.empty();
    }
    Instalment first = plan.schedule().first();
    Map<Placeholder, String> values = new HashMap<>();
    values.put(Placeholder.PLAN_INSTALMENTS, String.valueOf(plan.schedule().instalments().size()));
    values.put(Placeholder.PLAN_AMOUNT, plan.currency() + " " + first.amount().toPlainString());
    values.put(Placeholder.PLAN_DATE, first.dueOn().toString());
    values.put(Placeholder.PLAN_UNTIL, Objects.requireNonNull(plan.offeredUntil()).toString());
    return Optional.of(values);
  }
}
