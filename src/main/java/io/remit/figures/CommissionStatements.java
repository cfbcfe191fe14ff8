package io.remit.figures;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.files.DocumentPrinter;
import io.remit.ledger.Money;
import io.remit.partner.CommissionSchedule;
import io.remit.partner.Partner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a partner has earned in a month: each payment that was booked in it and came in while the partner had the case,
 * less what was taken back in it, with the share that was agreed when the case was placed. Each line is rounded half up
 * to the decimals of its currency, and the sums are those of the lines.
 */
@Component
class CommissionStatements {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;
  private final DocumentPrinter printer;
  private final String creditorName;

  CommissionStatements(JdbcClient jdbc, BusinessCalendar calendar, DocumentPrinter printer,
      @Value("${remit.creditor.name}") String creditorName) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.printer = printer;
    this.creditorName = creditorName;
  }

  /**
   * A booking and what the partner has of it.
   *
   * @param booked in the creditor's zone
   * @param amount below zero if it was taken back
   * @param percent null if nothing was agreed when the case was placed; then the commission is zero
   */
  record Line(LocalDate booked, String caseNumber, String currency, BigDecimal amount, @Nullable BigDecimal percent,
      BigDecimal commission) {
  }

  /** The sums of a currency. */
  record Sum(String currency, BigDecimal amount, BigDecimal commission) {

    private Sum with(Sum other) {
      return new Sum(currency, amount.add(other.amount), commission.add(other.commission));
    }

    /** What the creditor keeps. */
    public BigDecimal left() {
      return amount.subtract(commission);
    }
  }

  /** The lines of a month, in the order of booking. */
  List<Line> lines(String partnerId, YearMonth month) {
    return jdbc.sql("""
        select l.booked_at, e.case_number, l.currency, l.collected - l.returned as amount, t.commission_percent
          from %s
          %s
         where p.partner_id = :partner and l.booked_at >= :begins
         order by l.booked_at, e.case_number
        """.formatted(PartnerFigures.WHILE_PLACED, PartnerFigures.WITH_TERMS)).param("partner", partnerId)
        .param("begins", utc(calendar.startOf(month.atDay(1))))
        .param("ends", utc(calendar.startOf(month.plusMonths(1).atDay(1))))
        .query((row, number) -> line(calendar.dayOf(instant(row, "booked_at")), row.getString("case_number"),
            row.getString("currency"), row.getBigDecimal("amount"), row.getBigDecimal("commission_percent"))).list();
  }

  private static Line line(LocalDate booked, String caseNumber, String currency, BigDecimal amount,
      @Nullable BigDecimal percent) {
    return new Line(booked, caseNumber, currency, Money.inScaleOf(currency, amount), percent,
        CommissionSchedule.of(currency, amount, percent == null ? BigDecimal.ZERO : percent));
  }

  /** The sums of lines by currency, in order of the currencies. */
  static List<Sum> sums(List<Line> lines) {
    Map<String, Sum> sums = new TreeMap<>();
    lines.forEach(line -> sums.merge(line.currency(), new Sum(line.currency(), line.amount(), line.commission()),
        Sum::with));
    return List.copyOf(sums.values());
  }

  /** The statement of a month as a PDF. */
  byte[] print(Partner partner, YearMonth month) {
    List<Line> lines = lines(partner.partnerId(), month);
    Map<String, Object> facts = new HashMap<>();
    facts.put("creditor", creditorName);
    facts.put("partner", partner.name());
    facts.put("partnerId", partner.partnerId());
    facts.put("month", month.toString());
    facts.put("today", calendar.today().toString());
    facts.put("goesOn", !calendar.today().isAfter(month.atEndOfMonth()));
    facts.put("lines", lines);
    facts.put("sums", sums(lines));
    return printer.print("figures/commission-statement", facts, calendar.now()).content();
  }
}
