package io.remit.outsourcing.answer;

import io.remit.outsourcing.answer.Activity.Type;
import io.remit.outsourcing.answer.Lines.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a partner did, as its file tells it. At its end stand the totals: a line of type {@code TOTAL} for each currency
 * in which something was paid, at least one; {@code activity_id} is the number of all lines before the totals, {@code
 * amount} the sum of the payments. A file whose totals are wrong, or that tells one thing twice, was not made as it
 * should be: it is refused as a whole. A line that is wrong by itself is named, and the others count.
 */
record ActivityFile(List<Activity> activities, List<Fault> faults) {

  static final List<String> HEADER = List.of("activity_id", "case_number", "type", "channel", "outcome", "amount",
      "currency", "date", "text");
  private static final String TOTAL = "TOTAL";

  /** @throws FaultException if nothing of the file may be applied */
  static ActivityFile of(Lines file) {
    List<Line> told = file.lines().stream().filter(line -> !isTotal(line)).toList();
    List<Line> totals = file.lines().stream().filter(ActivityFile::isTotal).toList();
    List<Activity> activities = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Line line : told) {
      try {
        activities.add(Activity.of(line));
      } catch (FaultException wrong) {
        faults.add(wrong.fault());
      }
    }
    requireTotals(told, totals);
    requireNoDoubles(told);
    return new ActivityFile(List.copyOf(activities), List.copyOf(faults));
  }

  private static boolean isTotal(Line line) {
    return line.get("type").equals(TOTAL);
  }

  private static void requireNoDoubles(List<Line> told) {
    Set<String> ids = new HashSet<>();
    told.stream().filter(line -> !ids.add(line.get("activity_id"))).findFirst().ifPresent(twice -> {
      throw twice.fault("activity_id", "doubled-line", "The same thing is told twice");
    });
  }

  private static void requireTotals(List<Line> told, List<Line> totals) {
    if (totals.isEmpty()) {
      throw new FaultException(Fault.ofFile("no-total", "A line TOTAL with the number of lines is missing"));
    }
    Map<String, BigDecimal> paid = new HashMap<>();
    told.stream().filter(line -> line.get("type").equals(Type.PAYMENT.name())).forEach(line ->
        paid.merge(line.get("currency"), Activity.amount(line, line.get("currency")), BigDecimal::add));
    for (Line total : totals) {
      if (!total.get("activity_id").equals(String.valueOf(told.size()))) {
        throw total.fault("activity_id", "wrong-count", "There are " + told.size() + " lines");
      }
      BigDecimal sum = paid.remove(total.get("currency"));
      boolean right = sum == null ? total.get("amount").isEmpty()
          : !total.get("amount").isEmpty() && Activity.amount(total, total.get("currency")).compareTo(sum) == 0;
      if (!right) {
        throw total.fault("amount", "wrong-sum", "The payments of the file come to another sum");
      }
    }
    if (!paid.isEmpty()) {
      throw new FaultException(Fault.ofFile("wrong-sum", "A line TOTAL is missing for a currency of the payments"));
    }
  }
}
