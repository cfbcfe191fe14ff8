package io.remit.process.engine;

import io.remit.process.time.AgingDates;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.springframework.context.ApplicationContext;

/** The expressions of Remit's own task lists; the engine evaluates no other in a query. */
public enum QueryExpression {

  /** The id of who asks. */
  ME("${currentUser()}", context -> CommandContextFunctions.currentUser()),
  /** The ids of their groups. */
  MY_GROUPS("${currentUserGroups()}", context -> CommandContextFunctions.currentUserGroups()),
  NOW("${now()}", context -> DateTimeFunctions.now()),
  /** When today began in the creditor's zone. */
  TODAY("${aging.today()}", context -> context.getBean(AgingDates.class).today());

  private final String text;
  private final Function<ApplicationContext, Object> value;

  QueryExpression(String text, Function<ApplicationContext, Object> value) {
    this.text = text;
    this.value = value;
  }

  /** How it stands in a query. */
  public String text() {
    return text;
  }

  /** The one that is written so, to the letter. */
  static Optional<QueryExpression> of(String text) {
    return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
  }

  Object valueIn(ApplicationContext context) {
    return value.apply(context);
  }
}
