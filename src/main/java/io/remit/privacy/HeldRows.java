package io.remit.privacy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How the rows of one debtor are found: conditions in SQL with the parameters {@code debtor}, {@code cases} and
 * {@code accounts}, made of what the inventory says. A way is a column that holds one of these keys, a column and
 * another table ({@code hold_id>hold}: rows whose hold is the debtor's), or a name for what has no such key; several
 * are parted by bars. Only the inventory, which is a part of the program, gets into a statement.
 */
@Component
class HeldRows {

  /** The movements of banks that were posted to the accounts, and the wholes and parts of these. */
  private static final String MOVEMENTS = """
      select case when position('/' in reference) > 0
                  then substring(reference from 1 for position('/' in reference) - 1) else reference end
        from ledger_entry where account_number in (:accounts) and reference like 'B-%'
      """;
  private static final int NO_OTHER_TABLE = -1;
  /** The movements are found by the ledger and by the payments that people identified, and these by their postings. */
  private static final int BEHIND_PAYMENTS = 2;

  private final Inventory inventory;

  HeldRows(Inventory inventory) {
    this.inventory = inventory;
  }

  /** The condition that the debtor's rows of a table fulfil. */
  String condition(HeldTable table) {
    return Arrays.stream(table.found().split("\\|")).map(way -> "(" + condition(table, way) + ")")
        .collect(Collectors.joining(" or "));
  }

  /** How many tables lie between a table and the keys: those that are found by others are dealt with before them. */
  int distance(HeldTable table) {
    return Arrays.stream(table.found().split("\\|")).mapToInt(this::distance).max().orElse(0);
  }

  private int distance(String way) {
    int end = way.indexOf('>');
    return end == NO_OTHER_TABLE ? way.equals("movement") ? BEHIND_PAYMENTS : 0
        : 1 + distance(inventory.table(way.substring(end + 1)));
  }

  private String condition(HeldTable table, String way) {
    int end = way.indexOf('>');
    if (end != NO_OTHER_TABLE) {
      String column = way.substring(0, end);
      HeldTable other = inventory.table(way.substring(end + 1));
      return column + " in (select " + column + " from " + other.name() + " where " + condition(other) + ")";
    }
    return switch (way) {
      case "debtor_id" -> "debtor_id = :debtor";

      case "case_number" -> "case_number in (:cases)";
      case "account_number" -> "account_number in (:accounts)";
      case "news" -> "kind in ('DEBTOR', 'WAY_TO_DEBTOR') and subject = :debtor";
      case "matter", "reference" -> ofMatter(way);
      case "movement" -> "reference in (" + MOVEMENTS + ") or whole_reference in (" + MOVEMENTS
          + ") or reference in (select whole_reference from bank_movement where reference in (" + MOVEMENTS + "))"
          + " or reference in (select reference from unidentified_payment where account_number in (:accounts))";
      default -> throw new IllegalStateException("No way to the rows of " + table.name() + ": " + way);
    };
  }

  /** Matters and messages are named by their case, a dash, and more. */
  private static String ofMatter(String column) {
    return "case when position('-' in " + column + ") > 0 then substring(" + column + " from 1 for position('-' in "
        + column + ") - 1) end in (:cases)";
  }
}
