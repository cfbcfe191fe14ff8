package io.remit.gate;

import io.remit.cases.Channel;
import io.remit.cases.Stage;
import java.util.List;

/** The rules of contact as process owners write them: decision tables. */
public interface ContactPolicy {

  /** The rules of a jurisdiction for a channel. */
  List<ContactRule> rulesOf(Jurisdiction jurisdiction, Channel channel);

  /** Whether a stage may use a channel. */
  boolean allows(Stage stage, Channel channel);

  /** The version of the rules, as their table names it. */
  String version();
}
