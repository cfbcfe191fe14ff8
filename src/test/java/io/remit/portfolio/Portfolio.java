package io.remit.portfolio;

import io.remit.portfolio.Happening.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws debtors as they come in creditors' files, with all that is odd about them, and what will happen to them. */
final class Portfolio {

  /** The first day of the simulation, a Monday. */
  static final LocalDate BEGIN = LocalDate.parse("2026-01-05");
  /** The product of which the creditor's files list all accounts. */
  static final String IN_COMPLETE_FILES = "FINE";

  private static final int LIFE = 1;
  private static final int SHARE_WHO_STAY = 8;
  private static final Set<Kind> IN_FILES = EnumSet.range(Kind.ACCOUNT, Kind.CHARGED_BACK);
  private static final Set<String> WITHOUT_DECIMALS = Set.of("JPY");
  private static final Set<String> WITH_THREE_DECIMALS = Set.of("KWD");

  private final long seed;
  private final int days;

  /** @param days that will be lived through */
  Portfolio(long seed, int days) {
    this.seed = seed;
    this.days = days;
  }

  /** One debtor; the same each time. */
  DrawnDebtor debtor(int number) {
    Draw draw = Draw.of(seed, LIFE, number);
    Place home = draw.oneOf(Place.values());
    boolean odd = draw.percent(20);
    Place rowPlace = odd && draw.percent(50) ? draw.oneOf(Place.values()) : home;
    Place phonePlace = odd && draw.percent(50) ? draw.oneOf(Place.values()) : home;
    int firstDay = deliveredOn(draw.between(0, days * 9 / 10));
    List<Happening> happenings = new ArrayList<>();
    List<DrawnAccount> accounts = accounts(draw, number, home, firstDay, happenings);
    addLife(draw, firstDay, happenings);
    happenings.sort(Comparator.comparingInt(Happening::day).thenComparingInt(Happening::slot));
    return new DrawnDebtor(number, columns(draw, number, home, phonePlace), rowPlace, home, phonePlace, accounts,
        happenings);
  }

  private static Map<String, String> columns(Draw draw, int number, Place home, Place phonePlace) {
    Map<String, String> columns = new LinkedHashMap<>();
    boolean company = draw.percent(12);
    columns.put("debtor_type", company ? "COMPANY" : draw.oneOf("PERSON", ""));
    columns.put("debtor_name", company ? draw.oneOf("Muster GmbH", "Acme & Sons", "上海示例有限公司")
        : draw.oneOf("Ana Souza", "李雷", "O'Neill Mary", "Jürgen Groß", "Tanaka Yuki", "Sara Al-Sabah"));
    columns.put("phone", draw.percent(80) ? phonePlace.number(number) : "");
    columns.put("email", draw.percent(55) ? "d" + number + "@example.com" : "");
    boolean address = draw.percent(75);
    columns.put("address", address ? "Example Street " + number : "");
    columns.put("city", address && draw.percent(80) ? "Example" : "");
    columns.put("region", address && draw.percent(60) ? home.region() : "");
    columns.put("country", address || draw.percent(30) ? home.country() : "");
    columns.put("language", draw.oneOf("en", "zh", "de", "", "en-GB"));
    columns.put("owns_property", draw.oneOf("true", "false", ""));
    boolean contactPerson = draw.percent(15);
    columns.put("contact_person_name", contactPerson ? "Chris Example" : "");
    columns.put("contact_person_phone", contactPerson ? home.number(number + 50_000) : "");
    return columns;
  }

  private List<DrawnAccount> accounts(Draw draw, int number, Place home, int firstDay, List<Happening> happenings) {
    int count = draw.percent(65) ? 1 : draw.between(2, 4);
    List<DrawnAccount> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int day = i == 0 || draw.percent(50) ? firstDay : deliveredOn(Math.min(days - 1, firstDay + draw.between(1, 25)));
      String currency = draw.percent(80) ? home.currency() : draw.oneOf("EUR", "USD", "JPY", "KWD", "GBP");
      BigDecimal due = amount(draw, currency);
      boolean wholly = draw.percent(60);
      int age = draw.oneOf(draw.between(-20, 0), draw.between(1, 29), draw.between(30, 89), draw.between(60, 179),
          draw.between(180, 420));
      accounts.add(new DrawnAccount("7" + (1_000_000 + number) + (10 + i),
          wholly ? draw.oneOf("INVOICE", IN_COMPLETE_FILES) : draw.oneOf("LOAN", "CARD"), currency,
          wholly ? due : due.add(amount(draw, currency)), due, BEGIN.plusDays(day - age)));
      happenings.add(new Happening(day, 1, Kind.ACCOUNT, i));
    }
    return accounts;
  }

  private static BigDecimal amount(Draw draw, String currency) {
    int minor = draw.oneOf(draw.between(50, 2_000), draw.between(2_000, 60_000), draw.between(60_000, 2_500_000));
    return BigDecimal.valueOf(minor, decimals(currency));
  }

  static int decimals(String currency) {
    return WITHOUT_DECIMALS.contains(currency) ? 0 : WITH_THREE_DECIMALS.contains(currency) ? 3 : 2;
  }

  /** Most are in collection for days, as most debtors are; some stay for months. */
  private void addLife(Draw draw, int firstDay, List<Happening> happenings) {
    boolean stays = draw.percent(SHARE_WHO_STAY);
    int events = stays ? draw.between(1, 4) : draw.between(0, 2);
    int span = stays ? 60 : 10;
    for (int i = 0; i < events; i++) {
      Kind kind = draw.percent(55) ? draw.oneOf(Kind.STATEMENT, Kind.STATEMENT_WITHOUT_DAY, Kind.PAID_IN_PART,
          Kind.PAID_IN_PART, Kind.PAID_ON_STATEMENT, Kind.PAID_TOO_MUCH, Kind.PAID_AT_CREDITOR, Kind.REVERSED,
          Kind.CHARGED_BACK)
          : draw.oneOf(Kind.HOLD, Kind.HOLD, Kind.HOLD, Kind.HARDSHIP, Kind.COMPLAINT, Kind.PLAN, Kind.OFFER,
              Kind.OPT_OUT, Kind.OPT_OUT, Kind.NUMBER, Kind.NUMBER_NEVER, Kind.HOURS, Kind.STOP_TEXT, Kind.TEXT,
              Kind.TEXT, Kind.ASKED_FOR_CALL, Kind.ASKED_FOR_CALL, Kind.WITHDRAWN);
      add(happenings, firstDay + draw.between(1, span), draw, kind);
    }
    if (!stays) {
      add(happenings, firstDay + draw.between(2, 12), draw, Kind.PAID_IN_FULL);
      int lastDay = happenings.stream().filter(happening -> happening.kind() == Kind.ACCOUNT)
          .mapToInt(Happening::day).max().orElse(firstDay);
      add(happenings, lastDay + draw.between(2, 12), draw, Kind.PAID_IN_FULL);
    } else if (draw.percent(40)) {
      add(happenings, firstDay + draw.between(20, 120), draw, Kind.PAID_IN_FULL);
    }
  }

  private void add(List<Happening> happenings, int day, Draw draw, Kind kind) {
    if (day < days) {
      int slot = draw.between(0, Life.SLOTS.size() - 1);
      int choice = draw.between(0, 9_999);
      happenings.add(IN_FILES.contains(kind) ? new Happening(deliveredOn(day), 1, kind, choice)
          : new Happening(day, slot, kind, choice));
    }
  }

  /** The creditor and the bank deliver every other day. */
  private static int deliveredOn(int day) {
    return day / 2 * 2;
  }
}
