package io.remit.trial;

import io.remit.privacy.PersonalColumns;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What of the running database goes into a copy, and how. Names, numbers and addresses get other words; what people
 * wrote is left out; city, region, country, time zone and place stay, because the gate and the visits go by them.
 */
final class CopiedColumns {

  /** What no rule of collection asks, or what opens a door: their rows stay behind. */
  private static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "audit_answer", "audit_event",
      "audit_repeat", "trail_seal", "trail_erasure", "trail_verification", "second_factor", "second_factor_recovery",
      "provider_user", "provider_logout", "login_place", "user_change", "password_owed", "access_limit",
      "gateway_callback", "incoming_text_part", "intake_rejection", "parked_report", "partner_application",
      "case_finding", "case_proof", "proof_run", "case_batch", "case_batch_item", "dispatcher_node",
      "home_database", "movable_clock", "opt_out_link", "model_trial", "printed_letter", "corrected_value",
      "act_id_info", "act_ru_meter_log", "act_ru_task_meter_log", "act_ru_filter");
  /** No rule asks the engine's history; what a trial adds is counted in it. */
  private static final String HISTORY = "act_hi_";
  /** What is made of names and numbers, or counts in the inventory as the program's own. */
  private static final Set<String> KEYS = Set.of("debtor.match_number", "debtor.match_name", "account.match_number",
      "bank_movement.bank_reference", "bank_movement.end_to_end_id", "bank_movement.own_account");
  /** The town. */
  private static final Set<String> STAY = Set.of("debtor.city");
  /** What a partner was told is held against what is known now. */
  private static final Set<String> TOLD = Set.of("partner_told.told_value", "partner_change.field_value");
  private static final Pattern AMOUNT_OR_DAY = Pattern.compile("-?[0-9]{1,9}([.][0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Set<String> OF_STAFF_AND_PARTNERS = Set.of("act_id_user.first_", "act_id_user.last_",
      "act_id_user.email_", "act_id_user.pwd_", "act_id_user.salt_", "act_id_user.picture_id_",
      "act_ru_task.description_", "partner_evaluation.note", "partner.suspended_reason", "partner_report.note",
      "missing_closing.note", "proposed_batch.note", "act_ru_job.exception_msg_", "act_ru_incident.incident_msg_");
  /** On the map. */
  private static final Set<String> PLACES = Set.of("debtor.latitude", "debtor.longitude", "field_agent.latitude",
      "field_agent.longitude");

  private final PersonalColumns personal = new PersonalColumns();
  private final Disguise disguise = new Disguise();

  /** Whether the rows of a table are copied. */
  static boolean isCopied(String table) {
    return !LEFT_OUT.contains(table) && !table.startsWith(HISTORY);
  }

  /** Whether a column is a place on the map: it is copied to a hundredth of a degree, a kilometre. */
  static boolean isPlace(String table, String column) {
    return PLACES.contains(table + "." + column);
  }

  /** What becomes of the texts of a column; an empty text where nothing of it is copied. Names are in lower case. */
  UnaryOperator<String> of(String table, String column) {
    String name = table + "." + column;
    if (STAY.contains(name)) {
      return UnaryOperator.identity();
    }
    if (TOLD.contains(name)) {
      return told -> AMOUNT_OR_DAY.matcher(told).matches() ? told : disguise.way(told);
    }
    if (OF_STAFF_AND_PARTNERS.contains(name)) {
      return words -> "";
    }
    if (KEYS.contains(name)) {
      return disguise::key;
    }
    return personal.of(table, column).map(this::of).orElse(UnaryOperator.identity());
  }

  private UnaryOperator<String> of(PersonalColumns.Kind kind) {
    return switch (kind) {
      case KEY -> disguise::key;
      case WAY -> disguise::way;
      case WORDS -> words -> "";
    };
  }
}
