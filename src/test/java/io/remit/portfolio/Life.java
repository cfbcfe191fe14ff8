package io.remit.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.portfolio.DrawnAccount.Movement;
import io.remit.portfolio.DrawnAccount.Owed;
import io.remit.portfolio.DrawnDebtor.Wish;
import io.remit.portfolio.Happening.Kind;
import io.remit.portfolio.World.Answer;
import io.remit.statement.CamtFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lets everything happen that was drawn: each day the creditor's files, what debtors say and want, what staff do. */
final class Life {

  /** When something happens on a day, UTC: somewhere it is a forbidden hour each time. */
  static final List<LocalTime> SLOTS = List.of(LocalTime.of(1, 15), LocalTime.of(10, 15), LocalTime.of(17, 40));

  private static final String COLUMNS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_type,debtor_name,phone,email,address,city,region,country,language,"
      + "owns_property,contact_person_name,contact_person_phone,time_zone,next_due_amount,as_of\n";
  private static final String PAYMENT_COLUMNS =
      "payment_reference,account_number,type,amount,currency,value_date,reverses,booking_date\n";
  private static final int DAYS_BETWEEN_COMPLETE_FILES = 30;
  private static final List<String> CHANNELS = List.of("SMS", "EMAIL", "CALL", "LETTER", "VISIT", "ROBOT_CALL");
  private static final List<String> REASONS = List.of("DISPUTE", "BREATHING_SPACE", "INSOLVENCY", "DECEASED", "FRAUD",
      "VULNERABLE", "CREDITOR_REQUEST");
  private static final String NO_MORE_TEXTS = "Please do not text me any more";
  /** Said in so many words: whoever gets it has to stop, or at least to wait until somebody has read it. */
  private static final List<String> SERIOUS_TEXTS = List.of("He has died last week", "I have a lawyer, talk to him",
      NO_MORE_TEXTS, "You have the wrong person", "Bitte schreiben Sie mir nicht mehr",
      "请不要再联系我");

  private final World world;
  private final Map<Integer, DrawnDebtor> debtors;
  private final Desk desk;
  private final Map<List<Integer>, List<DrawnDebtor>> calendar = new HashMap<>();
  private final Map<String, Integer> answers = new TreeMap<>();
  private int references;

  Life(World world, Map<Integer, DrawnDebtor> debtors, Desk desk) {
    this.world = world;
    this.debtors = debtors;
    this.desk = desk;
    for (DrawnDebtor debtor : debtors.values()) {
      debtor.happenings().stream().map(happening -> List.of(happening.day(), happening.slot())).distinct()
          .forEach(when -> calendar.computeIfAbsent(when, key -> new ArrayList<>()).add(debtor));
    }
  }

  /** How often each thing happened and was taken or refused. */
  Map<String, Integer> answers() {
    return answers;
  }

  /** Lives through one day. */
  void live(int day) {
    worldHappens(day);
    for (int slot = 0; slot < SLOTS.size(); slot++) {
      world.time().moveTo(Portfolio.BEGIN.plusDays(day).atTime(SLOTS.get(slot)).toInstant(ZoneOffset.UTC));
      List<DrawnDebtor> touched = calendar.getOrDefault(List.of(day, slot), List.of());
      files(day, slot, touched);
      for (DrawnDebtor debtor : touched) {
        for (Happening happening : debtor.happenings()) {
          if (happening.day() == day && happening.slot() == slot) {
            happen(debtor, happening);
          }
        }
      }
      world.time().runDue();
      desk.work(day, slot);
      world.time().runDue();
    }
  }

  /** What happens to all: regions close and open, somebody leaves. */
  private void worldHappens(int day) {
    if (day % 60 == 20) {
      LocalDate from = world.today().plusDays(1);
      Answer answer = world.post("supervisor1", "/api/regional-rules", Map.of(
          "region", List.of("GB-LND", "DE-BE", "JP", "US-NY", "CN-SH").get(day / 60 % 5), "from", from.toString(),
          "until", from.plusDays(14).toString(), "stops", day % 120 == 20 ? "ALL" : "VISIT", "reason", "flood"));
      count("REGION", answer.isTaken());
    }
    if (day == 150) {
      world.leaves("collector3");
    }
  }

  private void files(int day, int slot, Collection<DrawnDebtor> touched) {
    Statements statements = new Statements();
    Payments payments = new Payments();
    for (DrawnDebtor debtor : touched) {
      for (Happening happening : debtor.happenings()) {
        if (happening.day() == day && happening.slot() == slot) {
          tell(debtor, happening, statements, payments);
        }
      }
    }
    statements.send(false);
    payments.send();
    if (slot == 1 && day % DAYS_BETWEEN_COMPLETE_FILES == DAYS_BETWEEN_COMPLETE_FILES - 1) {
      Statements complete = new Statements();
      debtors.values().forEach(debtor -> debtor.accounts().stream()
          .filter(account -> account.isTold() && account.product().equals(Portfolio.IN_COMPLETE_FILES))
          .filter(account -> account.inBooks(world.today().minusDays(1)).outstanding().signum() > 0)
          .forEach(account -> complete.add(debtor, account, world.today().minusDays(1), true)));
      complete.send(true);
    }
  }

  private void tell(DrawnDebtor debtor, Happening happening, Statements statements, Payments payments) {
    LocalDate yesterday = world.today().minusDays(1);
    List<DrawnAccount> told = debtor.accounts().stream().filter(DrawnAccount::isTold).toList();
    if (happening.kind() == Kind.ACCOUNT) {
      statements.add(debtor, debtor.accounts().get(happening.choice()), yesterday, happening.day() % 2 == 0);
      return;
    }
    if (told.isEmpty()) {
      return;
    }
    DrawnAccount account = told.get(happening.choice() % told.size());
    switch (happening.kind()) {
      case STATEMENT -> statements.add(debtor, account, yesterday, true);
      case STATEMENT_WITHOUT_DAY -> told.forEach(each -> statements.add(debtor, each, yesterday, false));
      case PAID_IN_PART -> payments.add(account, part(account, 10 + happening.choice() % 80), happening);
      case PAID_IN_FULL -> told.forEach(each ->
          payments.add(each, each.really(world.today()).outstanding(), happening));
      case PAID_TOO_MUCH -> payments.add(account,
          account.really(world.today()).outstanding().add(BigDecimal.valueOf(10)), happening);
      case PAID_ON_STATEMENT -> payments.onStatement(account, part(account, 50 + happening.choice() % 51));
      case PAID_AT_CREDITOR -> {
        BigDecimal amount = part(account, happening.choice() % 2 == 0 ? 100 : 40);
        if (amount.signum() > 0) {
          account.moved(new Movement(null, amount, world.today(), null));
          count("PAID_AT_CREDITOR", true);
        }
      }
      case REVERSED -> payments.takeBack(account, "REVERSAL");
      case CHARGED_BACK -> payments.takeBack(account, "CHARGEBACK");
      default -> { }
    }
  }

  private BigDecimal part(DrawnAccount account, int percent) {
    return account.really(world.today()).outstanding().multiply(BigDecimal.valueOf(percent, 2))
        .setScale(Portfolio.decimals(account.currency()), RoundingMode.CEILING);
  }

  private void count(String what, boolean taken) {
    answers.merge(what + (taken ? " taken" : " refused"), 1, Integer::sum);
  }

  /** One arrears file. */
  private final class Statements {

    private record Row(DrawnDebtor debtor, DrawnAccount account, LocalDate asOf) {
    }

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder csv = new StringBuilder(COLUMNS);

    void add(DrawnDebtor debtor, DrawnAccount account, LocalDate asOf, boolean named) {
      if (rows.stream().anyMatch(row -> row.account() == account)) {
        return;
      }
      Owed owed = account.inBooks(asOf);
      if (owed.overdue().signum() == 0 && account.dueDate().isBefore(asOf) && owed.outstanding().signum() > 0) {
        return;
      }
      rows.add(new Row(debtor, account, asOf));
      boolean ahead = !account.dueDate().isBefore(asOf);
      csv.append(String.join(",", account.number(), account.product(), account.currency(),
          owed.outstanding().toPlainString(), owed.overdue().toPlainString(), account.dueDate().toString(),
          debtor.id(), String.join(",", debtor.columns().values().stream().map(Life::quoted).toList()),
          debtor.rowPlace(account).zone().getId(),
          ahead && owed.outstanding().signum() > 0 ? account.nextDue(asOf).toPlainString() : "",
          named ? asOf.toString() : "")).append('\n');
    }

    void send(boolean complete) {
      if (rows.isEmpty()) {
        return;
      }
      Answer answer = world.post("operator1", "/api/intake/arrears?complete=" + complete, "text/csv",
          csv.toString() + "\n".repeat(1 + references++ % 50));
      if (!answer.isTaken()) {
        throw new AssertionError("an arrears file was refused: " + answer.body());
      }
      Set<Integer> refused = new HashSet<>();
      for (JsonNode rejection : answer.body().path("rejected")) {
        refused.add(rejection.path("line").asInt() - 2);
        answers.merge("row refused: " + rejection.path("rule").asText(), 1, Integer::sum);
      }
      Map<DrawnDebtor, Set<Place>> places = new LinkedHashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        count(complete ? "row of a complete file" : "row", !refused.contains(i));
        if (!refused.contains(i)) {
          row.account().told(row.asOf(), world.now());
          places.computeIfAbsent(row.debtor(), debtor -> new HashSet<>()).add(row.debtor().rowPlace(row.account()));
        }
      }
      places.forEach((debtor, told) -> debtor.toldIn(told, world.now()));
      if (complete) {
        Set<DrawnAccount> listed = new HashSet<>(rows.stream().map(Row::account).toList());
        debtors.values().forEach(debtor -> debtor.accounts().stream()
            .filter(account -> account.isTold() && account.product().equals(Portfolio.IN_COMPLETE_FILES))
            .filter(account -> !listed.contains(account)).forEach(account -> {
              if (account.inBooks(world.today().minusDays(1)).outstanding().signum() > 0) {
                debtor.amountsChanged(world.now());
              }
              account.told(world.today().minusDays(1), world.now());
            }));
      }
    }
  }

  private static String quoted(String value) {
    return value.contains(",") || value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  /** The payments of one moment: a CSV file and a bank's statement. */
  private final class Payments {

    private record Booked(DrawnAccount account, Movement movement) {
    }

    private final StringBuilder csv = new StringBuilder(PAYMENT_COLUMNS);
    private final List<Booked> inCsv = new ArrayList<>();
    private final Map<String, CamtFile> statements = new TreeMap<>();
    private final List<Booked> onStatements = new ArrayList<>();

    void add(DrawnAccount account, BigDecimal amount, Happening happening) {
      if (amount.signum() <= 0) {
        return;
      }
      boolean named = happening.choice() % 4 != 0;
      row(account, "PAYMENT", amount, "", named);
    }

    private void row(DrawnAccount account, String type, BigDecimal amount, String reverses, boolean named) {
      String reference = "PAY-" + account.number() + "-" + references++;
      csv.append(String.join(",", reference, account.number(), type, amount.toPlainString(), account.currency(),
          world.today().toString(), reverses, named ? world.today().toString() : "")).append('\n');
      Movement movement = new Movement(type.equals("PAYMENT") ? reference : null,
          type.equals("PAYMENT") ? amount : amount.negate(), world.today(), world.now());
      inCsv.add(new Booked(account, movement));
      account.moved(movement);
    }

    void onStatement(DrawnAccount account, BigDecimal amount) {
      if (amount.signum() <= 0) {
        return;
      }
      String reference = "BANK" + account.number() + references++;
      statements.computeIfAbsent(account.currency(), currency ->
              new CamtFile("STMT" + currency + world.now().getEpochSecond(), currency))
          .credit(reference, amount.toPlainString(), world.today(), account.number());
      Movement movement = new Movement(null, amount, world.today(), world.now());
      onStatements.add(new Booked(account, movement));
      account.moved(movement);
    }

    /** The last payment that was not taken back goes back. */
    void takeBack(DrawnAccount account, String type) {
      List<Movement> paid = account.movements().stream()
          .filter(movement -> movement.reference() != null && movement.reference().startsWith("PAY-")).toList();
      long takenBack = account.movements().stream().filter(movement -> movement.amount().signum() < 0).count();
      if (paid.size() > takenBack) {
        Movement last = paid.get((int) takenBack);
        row(account, type, last.amount(), last.reference(), true);
      }
    }

    void send() {
      if (!inCsv.isEmpty()) {
        Answer answer = world.post("operator1", "/api/intake/payments", "text/csv", csv.toString());
        if (!answer.isTaken() || answer.body().path("posted").asInt() != inCsv.size()) {
          throw new AssertionError("payments were not posted: " + answer.body());
        }
        answers.merge("payments taken", inCsv.size(), Integer::sum);
      }
      statements.values().forEach(statement -> {
        Answer answer = world.post("operator1", "/api/intake/payments", "application/xml", statement.xml());
        if (!answer.isTaken() || answer.body().path("unmatched").asInt() > 0) {
          throw new AssertionError("a statement was not posted: " + answer.body());
        }
        answers.merge("payments on statements taken", answer.body().path("posted").asInt(), Integer::sum);
      });
    }
  }

  private void happen(DrawnDebtor debtor, Happening happening) {
    List<String> cases = world.database().sql("""
        select case_number from collection_case where debtor_id = :debtor and status <> 'CLOSED' order by case_number
        """).param("debtor", debtor.id()).query(String.class).list();
    int choice = happening.choice();
    Instant now = world.now();
    String debtorPath = "/api/debtors/" + debtor.id();
    switch (happening.kind()) {
      case OPT_OUT -> {
        String channel = CHANNELS.get(choice % CHANNELS.size());
        if (asked(happening, "collector1", debtorPath + "/channels", Map.of("channel", channel, "wanted", false))) {
          debtor.wishes(new Wish(Wish.Kind.NOT_THIS_CHANNEL, channel, now, false));
        }
      }
      case NUMBER -> asked(happening, "collector1", debtorPath + "/numbers",
          Map.of("number", debtor.phonePlace().number(20_000 + debtor.number())));
      case NUMBER_NEVER -> {
        if (debtor.has("phone") && asked(happening, "collector1", debtorPath + "/numbers",
            Map.of("number", debtor.columns().get("phone"), "wanted", false))) {
          debtor.wishes(new Wish(Wish.Kind.NOT_THIS_NUMBER, debtor.columns().get("phone"), now, false));
        }
      }
      case HOURS -> {
        LocalTime from = LocalTime.of(10 + choice % 7, 0);
        if (asked(happening, "collector1", debtorPath + "/agreed-hours",
            Map.of("from", from.toString(), "to", from.plusHours(2).toString()))) {
          debtor.wishes(new Wish(Wish.Kind.ONLY_THESE_HOURS, from + "-" + from.plusHours(2), now, false));
        }
      }
      case STOP_TEXT -> write(debtor, choice % 2 == 0 ? "STOP" : "stop all", new Wish(Wish.Kind.NOT_THIS_CHANNEL, "SMS",
          now, false));
      case TEXT -> {
        String text = choice % 3 == 0 ? "When is it due?" : SERIOUS_TEXTS.get(choice % SERIOUS_TEXTS.size());
        write(debtor, text, choice % 3 == 0 ? null : text.equals(NO_MORE_TEXTS)
            ? new Wish(Wish.Kind.NOT_THIS_CHANNEL, "SMS", now, false) : new Wish(Wish.Kind.PAUSE, null, now, true));
      }
      default -> {
        if (!cases.isEmpty()) {
          happenToCase(debtor, happening, cases.get(choice % cases.size()));
        }
      }
    }
  }

  private void write(DrawnDebtor debtor, String text, Wish wish) {
    if (debtor.has("phone") && debtor.accounts().stream().anyMatch(DrawnAccount::isTold)) {
      world.bean(IncomingTexts.class).receive(new IncomingText("http", "IN-" + references++,
          debtor.columns().get("phone"), text, world.now()));
      answers.merge("texts", 1, Integer::sum);
      if (wish != null) {
        debtor.wishes(wish);
      }
    }
  }

  private void happenToCase(DrawnDebtor debtor, Happening happening, String caseNumber) {
    int choice = happening.choice();
    LocalDate today = world.today();
    String path = "/api/cases/" + caseNumber;
    switch (happening.kind()) {
      case HOLD -> {
        Map<String, String> hold =
            new HashMap<>(Map.of("reason", REASONS.get(choice % REASONS.size()), "note", "drawn"));
        if (choice % 2 == 0) {
          hold.put("until", today.plusDays(5 + choice % 50).toString());
        }
        asked(happening, "supervisor" + (1 + choice % 3), path + "/holds", hold);
      }
      case HARDSHIP -> asked(happening, "collector1", path + "/hardship", Map.of("requestedBy", "DEBTOR",
          "kind", List.of("TEMPORARY", "LASTING", "BEYOND_MEANS").get(choice % 3)));
      case COMPLAINT -> asked(happening, "collector2", path + "/complaints", choice % 2 == 0
          ? Map.of("channel", "LETTER", "words", "rude") : Map.of("channel", "CALL", "words", "rude",
              "aboutUserId", "collector1"));
      case PLAN -> asked(happening, "collector1", path + "/plans", Map.of("instalments", String.valueOf(2 + choice % 5),
          "firstDueOn", today.plusDays(7).toString()));
      case OFFER -> {
        if (asked(happening, "supervisor1", path + "/offers", Map.of("principal", "1", "reason", "goodwill"))) {
          debtor.amountsChanged(world.now());
        }
      }
      case WITHDRAWN -> {
        if (choice % 4 == 0 && asked(happening, "supervisor1", path + "/withdrawal", Map.of("reason", "drawn"))) {
          debtor.amountsChanged(world.now());
        }
      }
      case ASKED_FOR_CALL -> {
        Answer answer = world.post("collector1", path + "/contacts", Map.of("channel", "CALL"));
        boolean allowed = answer.body().path("allowed").asBoolean();
        count("ASKED_FOR_CALL", allowed);
        if (allowed && choice % 2 == 0) {
          String outcome = List.of("NOT_REACHED", "REFUSED", "WRONG_NUMBER").get(choice % 3);
          if (asked(happening, "collector1", path + "/contacts/result",
              Map.of("channel", "CALL", "outcome", outcome, "note", "drawn")) && outcome.equals("WRONG_NUMBER")) {
            debtor.numberIsWrong(world.now());
          }
        }
      }
      default -> { }
    }
  }

  private boolean asked(Happening happening, String userId, String path, Map<String, ?> body) {
    Answer answer = world.post(userId, path, body);
    if (answer.status() >= 500) {
      throw new AssertionError(path + " answered " + answer.status() + " " + answer.body());
    }
    count(happening.kind().name(), answer.isTaken());
    if (!answer.isTaken()) {
      String why = answer.body().path("detail").asText().replaceAll("\\d+", "0");
      answers.merge("  " + happening.kind() + ": " + answer.status() + " "
          + why.substring(0, Math.min(90, why.length())), 1, Integer::sum);
    }
    return answer.isTaken();
  }
}
