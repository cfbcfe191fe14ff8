package io.remit.contact;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;

import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterKey.Kind;
import io.remit.contact.ContactAttempt.Status;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How attempts are read from the contact ledger's table. */
final class AttemptRows {

  static final String SELECT = """
      select attempt_id, case_number, debtor_id, stage, channel, person, status, template, template_version, outcome,
             actor, recipient, planned_at, contacted_at, sent_at, finished_at, gateway, gateway_reference,
             superseded_by, reason, answer, overdue_reason, promise_id, matter, allowed, rule, counters, next_allowed_at
        from contact_attempt
      """;

  private AttemptRows() {
  }

  static ContactAttempt read(ResultSet row, int number) throws SQLException {
    return new ContactAttempt(row.getLong("attempt_id"), row.getString("case_number"), row.getString("debtor_id"),
        row.getString("stage"), Channel.valueOf(row.getString("channel")), Person.valueOf(row.getString("person")),
        Status.valueOf(row.getString("status")), row.getString("template"), row.getString("template_version"),
        row.getString("outcome"), overdueReason(row), row.getString("actor"), row.getString("recipient"),
        instant(row, "planned_at"), instantOrNull(row, "contacted_at"), instantOrNull(row, "sent_at"),
        instantOrNull(row, "finished_at"),
        row.getString("gateway"), row.getString("gateway_reference"), row.getObject("superseded_by", Long.class),
        row.getString("reason"), row.getBoolean("answer"), matter(row), decision(row));
  }

  private static @Nullable OverdueReason overdueReason(ResultSet row) throws SQLException {
    String reason = row.getString("overdue_reason");
    return reason == null ? null : OverdueReason.valueOf(reason);
  }

  private static @Nullable MatterKey matter(ResultSet row) throws SQLException {
    Long promiseId = row.getObject("promise_id", Long.class);
    String stored = row.getString("matter");
    return promiseId != null ? new MatterKey(row.getString("case_number"), Kind.PROMISE, promiseId)
        : stored == null ? null : MatterKey.of(stored);
  }

  private static GateDecision decision(ResultSet row) throws SQLException {
    String rule = row.getString("rule");
    return rule == null ? GateDecision.notAskedYet() : new GateDecision(row.getBoolean("allowed"), rule,
        row.getString("counters"), instantOrNull(row, "next_allowed_at"));
  }
}
