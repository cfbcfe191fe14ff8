package io.remit.statement;

import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of a camt statement with its details, taken in element by element. */
final class CamtEntry {

  private static final int DATE_LENGTH = "2026-01-31".length();
  /** By so much a converted amount may be beside what the bank made of it. */
  private static final BigDecimal ROUNDED = new BigDecimal("0.02");

  private final long line;
  private final CamtStatement.OwnAccount own;
  private final boolean unknownUnlessTold;
  private final CamtAmounts amounts = new CamtAmounts();
  private final List<CamtDetail> details = new ArrayList<>(1);
  private final Set<String> otherReferences = new LinkedHashSet<>(2);

  private @Nullable String amount;
  private String currency = "";
  private @Nullable String direction;
  private @Nullable String status;
  private @Nullable String bookingDate;
  private @Nullable String valueDate;
  private @Nullable String bankReference;
  private @Nullable String family;
  private BankCodes codes = BankCodes.NONE;
  private String information = "";
  private boolean reversal;
  private int numberOfPayments;

  /** @param unknownUnlessTold whether it may be that it is not booked although no status says so */
  CamtEntry(long line, CamtStatement.OwnAccount own, boolean unknownUnlessTold) {
    this.line = line;
    this.own = own;
    this.unknownUnlessTold = unknownUnlessTold;
  }

  long line() {
    return line;
  }

  CamtDetail beginDetail(long detailLine, int most) throws StatementRefused {
    if (details.size() == most) {
      throw new StatementRefused(detailLine, "TxDtls", "too-many-entries",
          "An entry has more than " + most + " details (remit.statements.most.entries).");
    }
    CamtDetail detail = new CamtDetail(detailLine);
    details.add(detail);
    return detail;
  }

  /** @param path below the entry, such as {@code BookgDt/Dt} */
  void take(String path, String text, String currencyOfAmount) {
    switch (path) {
      case "Amt" -> {
        amount = text;
        currency = currencyOfAmount;
      }
      case "CdtDbtInd" -> direction = text;
      case "RvslInd" -> reversal = text.equals("true") || text.equals("1");
      case "Sts", "Sts/Cd", "Sts/Prtry" -> status = text.isEmpty() ? status : text;
      case "BookgDt/Dt", "BookgDt/DtTm" -> bookingDate = text;
      case "ValDt/Dt", "ValDt/DtTm" -> valueDate = text;
      case "AcctSvcrRef" -> bankReference = References.isGiven(text) ? text : null;
      case "NtryRef", "NtryDtls/Btch/PmtInfId", "NtryDtls/Btch/MsgId" -> {
        if (References.isGiven(text)) {
          otherReferences.add(text);
        }
      }
      case "BkTxCd/Domn/Fmly/Cd" -> family = text;
      case "BkTxCd/Domn/Fmly/SubFmlyCd" -> codes = codes.or(BankCodes.ofIso(family, text));
      case "BkTxCd/Prtry/Cd" -> codes = codes.or(BankCodes.ofProprietary(text));
      case "NtryDtls/Btch/NbOfTxs" -> numberOfPayments += number(text);
      case "AddtlNtryInf" -> information = text;
      default -> amounts.take(path, text, currencyOfAmount);
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
  }

  boolean isBooked() {
    return status == null ? !unknownUnlessTold : status.equals("BOOK");
  }

  String currency() {
    return currency;
  }

  /** Above zero if money came in. */
  BigDecimal signed() throws StatementRefused {
    BigDecimal value = StatementAmounts.read(amount, currency, line, "Ntry/Amt");
    return isDebit(direction, line, "Ntry/CdtDbtInd") ? value.negate() : value;
  }

  static boolean isDebit(@Nullable String direction, long line, String element) throws StatementRefused {
    if (!"DBIT".equals(direction) && !"CRDT".equals(direction)) {
      throw new StatementRefused(line, element, "direction", "It has to be CRDT or DBIT.");
    }
    return "DBIT".equals(direction);
  }

  /**
   * The entry with the movements of which it is made.
   *
   * @param balanceAfter what was on the account then, or null
   * @param dayOfStatement for an entry that is no debtor's money and whose days cannot be read; may be null
   */
  BankEntry complete(@Nullable BigDecimal balanceAfter, @Nullable LocalDate dayOfStatement) throws StatementRefused {
    if (!isBooked()) {
      return BankEntry.undivided(notBooked(balanceAfter, dayOfStatement));
    }
    BigDecimal booked = signed();
    Kind kind = kindOfWhole(booked);
    boolean ofDebtor = kind == Kind.PAYMENT || kind == Kind.CHARGEBACK;
    Days days = days(ofDebtor ? null : dayOfStatement);
    List<EntryParts.Part> parts = parts(booked, kind);
    List<Integer> all = parts.get(0).details();
    boolean undivided = parts.stream().allMatch(part -> part.details().equals(all)) && all.size() == details.size();
    List<BankTransaction> movements = new ArrayList<>(parts.size());
    for (EntryParts.Part part : parts) {
      movements.add(undivided ? whole(part.kind(), part.amount(), days, balanceAfter)
          : movement(part, days, balanceAfter));
    }
    return new BankEntry(undivided ? whole(kind, booked, days, balanceAfter)
        : said(line, kind, booked, days, balanceAfter, List.of(), true), movements);
  }

  private record Days(LocalDate booking, LocalDate value) {
  }

  /** What the details say of the amounts, in the reading in which they add up, if there is one. */
  private List<EntryParts.Part> parts(BigDecimal booked, Kind kind) {
    List<BigDecimal> read = reading(booked);
    List<EntryParts.Detail> told = new ArrayList<>(details.size());
    for (int index = 0; index < details.size(); index++) {
      told.add(told(details.get(index), read.get(index), booked));
    }
    return EntryParts.of(booked, new EntryParts.Detail(booked, kind, amounts.collected(currency, booked.abs()),
        chargesOfWhole(booked, kind)), told);
  }

  private BigDecimal chargesOfWhole(BigDecimal booked, Kind kind) {
    BigDecimal charges = amounts.charges(currency);
    boolean inWords = kind == Kind.CHARGEBACK && charges.signum() == 0 && details.isEmpty();
    return inWords ? BankWords.chargeIn(information, booked.abs()).orElse(charges) : charges;
  }

  private EntryParts.Detail told(CamtDetail detail, @Nullable BigDecimal value, BigDecimal booked) {
    BigDecimal direct = value == null ? booked : value;
    boolean along = direct.signum() == 0 || direct.signum() == booked.signum() || booked.signum() == 0;
    Kind kind = along ? kindOf(detail, direct) : kindOfOpposite(detail, direct, booked);
    BigDecimal charges = detail.amounts().charges(currency);
    boolean inWords = kind == Kind.CHARGEBACK && charges.signum() == 0;
    return new EntryParts.Detail(value, kind, detail.amounts().collected(currency, direct.abs()), inWords
        ? BankWords.chargeIn(String.join(" ", detail.lines()), direct.abs()).orElse(charges) : charges);
  }

  /** The amounts of the details with their signs: of the ways in which banks mean them the first that adds up. */
  private List<BigDecimal> reading(BigDecimal booked) {
    List<BigDecimal> usual = reading(each -> each.amounts().booked(currency), true, booked);
    if (addsUp(usual, booked)) {
      return usual;
    }
    BigDecimal rate = amounts.rate();
    return Stream.of(true, false).flatMap(ownSigns -> Stream.<Supplier<List<BigDecimal>>>of(
            () -> reading(each -> each.amounts().booked(currency), ownSigns, booked),
            () -> reading(each -> each.amounts().underlying(currency), ownSigns, booked),
            () -> rounded(reading(each -> each.amounts().converted(currency, rate, true), ownSigns, booked), booked),
            () -> rounded(reading(each -> each.amounts().converted(currency, rate, false), ownSigns, booked), booked)))
        .map(Supplier::get).filter(each -> addsUp(each, booked)).findFirst().orElse(usual);
  }

  private List<BigDecimal> reading(Function<CamtDetail, BigDecimal> told, boolean ownSigns, BigDecimal booked) {
    List<BigDecimal> reading = new ArrayList<>(details.size());
    for (CamtDetail detail : details) {
      BigDecimal value = told.apply(detail);
      boolean out = ownSigns && detail.direction() != null ? detail.direction().equals("DBIT") : booked.signum() < 0;
      reading.add(value == null || !out ? value : value.negate());
    }
    return reading;
  }

  /** What converting left over goes to the last that was converted. */
  private List<BigDecimal> rounded(List<BigDecimal> reading, BigDecimal booked) {
    if (reading.stream().anyMatch(Objects::isNull)) {
      return reading;
    }
    BigDecimal rest = booked.subtract(reading.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    for (int index = reading.size() - 1; index >= 0 && rest.signum() != 0
        && rest.abs().compareTo(ROUNDED.multiply(BigDecimal.valueOf(reading.size()))) <= 0; index--) {
      if (details.get(index).amounts().booked(currency) == null) {
        reading.set(index, reading.get(index).add(rest));
        return reading;
      }
    }
    return reading;
  }

  private static boolean addsUp(List<BigDecimal> reading, BigDecimal booked) {
    return reading.stream().allMatch(Objects::nonNull)
        && reading.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(booked) == 0;
  }

  private Kind kindOfWhole(BigDecimal booked) {
    if (booked.signum() == 0) {
      return Kind.NOTHING;
    }
    BankCodes all = details.size() == 1 ? codes.or(details.get(0).codes()) : codes;
    return new MovementSigns(booked.signum() > 0, reversal, details.stream().anyMatch(CamtDetail::isReturn), all,
        booked.signum() > 0 ? "" : text(details)).kind();
  }

  private Kind kindOf(CamtDetail detail, BigDecimal value) {
    return new MovementSigns(value.signum() >= 0, reversal, detail.isReturn(), detail.codes().or(codes),
        value.signum() > 0 ? "" : text(List.of(detail))).kind();
  }

  /** What goes the other way than its entry: of a payout the fee, or a payment that was taken back. */
  private Kind kindOfOpposite(CamtDetail detail, BigDecimal value, BigDecimal booked) {
    if (value.signum() > 0) {
      return Kind.PAYMENT;
    }
    Kind told = MovementSigns.debit(detail.isReturn(), detail.codes(), String.join(" ", detail.lines())).kind();
    boolean anonymous = !detail.parties().areTold() && detail.endToEndId() == null
        && value.abs().multiply(BigDecimal.valueOf(5)).compareTo(booked.abs()) <= 0;
    return told != Kind.OUTGOING ? told : anonymous ? Kind.BANK_CHARGE : Kind.CHARGEBACK;
  }

  private String text(List<CamtDetail> of) {
    StringBuilder text = new StringBuilder(information);
    of.forEach(detail -> detail.lines().forEach(each -> text.append(' ').append(each)));
    return text.toString();
  }

  private BankTransaction movement(EntryParts.Part part, Days days, @Nullable BigDecimal balanceAfter) {
    return said(part.details().isEmpty() ? line : details.get(part.details().get(0)).line(), part.kind(), part.amount(),
        days, balanceAfter, part.details().stream().map(details::get).toList(), false);
  }

  private BankTransaction whole(Kind kind, BigDecimal value, Days days, @Nullable BigDecimal balanceAfter) {
    return said(details.size() == 1 ? details.get(0).line() : line, kind, value, days, balanceAfter, details, true);
  }

  /**
   * @param of what is told of it
   * @param whole whether what is said of the whole entry is said of it
   */
  private BankTransaction said(long at, Kind kind, BigDecimal value, Days days, @Nullable BigDecimal balanceAfter,
      List<CamtDetail> of, boolean whole) {
    CamtDetail only = of.size() == 1 ? of.get(0) : null;
    boolean in = value.signum() > 0;
    boolean ofDebtor = kind != Kind.OUTGOING && kind != Kind.OUTGOING_RETURNED && kind != Kind.BANK_CHARGE;
    List<Payer> payers = of.stream().map(each -> each.parties().otherSide(ofDebtor, in, own))
        .filter(each -> !each.equals(Payer.UNKNOWN)).distinct().toList();
    List<String> lines = new ArrayList<>();
    of.forEach(each -> lines.addAll(each.lines()));
    if (payers.size() > 1) {
      payers.stream().flatMap(each -> Stream.of(each.name(), each.ultimateName())).filter(Objects::nonNull)
          .forEach(lines::add);
    }
    Set<String> others = new LinkedHashSet<>();
    of.forEach(each -> others.addAll(each.otherReferences()));
    if (only == null) {
      of.stream().map(CamtDetail::endToEndId).filter(Objects::nonNull).forEach(others::add);
      of.stream().map(CamtDetail::bankReference).filter(Objects::nonNull).forEach(others::add);
    }
    if (whole) {
      others.addAll(otherReferences);
    }
    return new BankTransaction(at, kind, value.abs(), currency, days.booking(), days.value(), own.number(),
        balanceAfter, payers.size() == 1 ? payers.get(0) : Payer.UNKNOWN,
        new Remittance(whole ? Lines.with(lines, information) : lines,
            of.stream().flatMap(each -> each.creditorReferences().stream()).toList()),
        new BankReferences(only != null && only.bankReference() != null ? only.bankReference() : bankReference,
            only == null ? null : only.endToEndId(), List.copyOf(others)),
        only != null ? only.amounts().told(value.abs(), currency, whole ? amounts : null)
            : whole ? amounts.told(value.abs(), currency, null) : ToldAmounts.NONE,
        of.stream().map(CamtDetail::returnReason).filter(Objects::nonNull).findFirst().orElse(null),
        Math.max(whole ? payments() : 1, Math.max(1, of.size())));
  }

  /** How many the bank says that the whole is, where it does not tell the amount of a single one. */
  private int payments() {
    return details.isEmpty() || details.size() == 1 && details.get(0).amounts().booked(currency) == null
        ? numberOfPayments : 1;
  }

  /** What is not booked counts nowhere: what cannot be read of it refuses nothing. */
  private BankTransaction notBooked(@Nullable BigDecimal balanceAfter, @Nullable LocalDate dayOfStatement)
      throws StatementRefused {
    BigDecimal value;
    try {
      value = signed();
    } catch (StatementRefused unreadable) {
      value = BigDecimal.ZERO;
    }
    return whole(Kind.NOT_BOOKED, value, days(dayOfStatement), balanceAfter);
  }

  private Days days(@Nullable LocalDate instead) throws StatementRefused {
    String booking = isGiven(bookingDate) ? bookingDate : valueDate;
    String value = isGiven(valueDate) ? valueDate : bookingDate;
    return new Days(day(booking, "Ntry/BookgDt", instead), day(value, "Ntry/ValDt", instead));
  }

  private LocalDate day(@Nullable String text, String element, @Nullable LocalDate instead) throws StatementRefused {
    Optional<LocalDate> day = dayIn(text);
    if (day.isPresent()) {
      return day.get();
    }
    if (instead == null) {
      throw new StatementRefused(line, element, "date", "There is no such day; a date is such as 2026-01-31.");
    }
    return instead;
  }

  /** The day of a date or of a time in the bank's zone. */
  static Optional<LocalDate> dayIn(@Nullable String text) {
    try {
      return text == null || text.length() < DATE_LENGTH ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, DATE_LENGTH)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isEmpty();
  }
}
