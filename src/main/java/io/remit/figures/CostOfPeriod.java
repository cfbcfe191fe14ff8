package io.remit.figures;

import io.remit.cases.BusinessCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What collection cost in a period, by the figure {@code cost-to-collect}. */
@Component
public class CostOfPeriod {

  private static final String FIGURE = "cost-to-collect";
  private static final String PAYMENTS = "PAYMENT";
  private static final int ALL = Integer.MAX_VALUE;

  private final Figures figures;
  private final FigureQuery query;
  private final BusinessCalendar calendar;

  CostOfPeriod(Figures figures, FigureQuery query, BusinessCalendar calendar) {
    this.figures = figures;
    this.query = query;
    this.calendar = calendar;
  }

  /**
   * The cost of one kind of work.
   *
   * @param kind a channel, {@code COURT} or {@code COMMISSION}
   * @param unpriced pieces of which the decision {@code cost-of-collection} knows no price
   */
  public record Cost(String currency, String kind, long pieces, long unpriced, BigDecimal amount) {

    Cost and(Cost other) {
      return new Cost(currency, kind, pieces + other.pieces, unpriced + other.unpriced, amount.add(other.amount));
    }
  }

  /** The cost of each kind of work in each currency, from a first to a last day. */
  public List<Cost> between(LocalDate first, LocalDate last) {
    Figure figure = figures.named(FIGURE).orElseThrow();
    Map<String, Cost> byKind = new TreeMap<>();
    for (Map<String, Object> row : query.rows(figure, new Scope(first, last, null, null, null, calendar), ALL)) {
      Cost cost = new Cost((String) of(row, "currency"), (String) of(row, "kind"), (Long) of(row, "pieces"),
          (Long) of(row, "unpriced"), (BigDecimal) of(row, "cost"));
      if (!cost.kind().equals(PAYMENTS)) {
        byKind.merge(cost.currency() + " " + cost.kind(), cost, Cost::and);
      }
    }
    return new ArrayList<>(byKind.values());
  }

  private static Object of(Map<String, Object> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
