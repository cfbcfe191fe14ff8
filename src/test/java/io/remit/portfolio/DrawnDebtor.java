package io.remit.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A debtor as drawn, and what he and others did since: what the judge knows of him without asking Remit. */
final class DrawnDebtor {

  private final int number;
  private final Map<String, String> columns;
  private final Place rowPlace;
  private final Place addressPlace;
  private final Place phonePlace;
  private final List<DrawnAccount> accounts;
  private final List<Happening> happenings;
  private final List<Rows> rows = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Instant> workedAt = new ArrayList<>();
  private Instant numberWrongSince;
  private Instant addressWrongSince;
  private Instant amountsChangedAt;

  /**
   * Something the debtor does not want.
   *
   * @param what a channel, a number, or hours such as {@code 18:00-20:00}
   * @param endedBySomebody whether it holds only until somebody has worked on it
   */
  record Wish(Kind kind, String what, Instant since, boolean endedBySomebody) {

    /** What a wish is about. */
    enum Kind {
      NOT_THIS_CHANNEL, NOT_THIS_NUMBER, ONLY_THESE_HOURS, PAUSE
    }
  }

  /** Where the rows of one file said that he is. */
  private record Rows(Instant at, Set<Place> places) {
  }

  /** @param columns of the creditor's rows that are about the debtor, without the zone */
  DrawnDebtor(int number, Map<String, String> columns, Place rowPlace, Place addressPlace, Place phonePlace,
      List<DrawnAccount> accounts, List<Happening> happenings) {
    this.number = number;
    this.columns = new LinkedHashMap<>(columns);
    this.rowPlace = rowPlace;
    this.addressPlace = addressPlace;
    this.phonePlace = phonePlace;
    this.accounts = accounts;
    this.happenings = happenings;
  }

  int number() {
    return number;
  }

  String id() {
    return idOf(number);
  }

  static String idOf(int number) {
    return "D" + (100_000 + number);
  }

  static int numberOf(String debtorId) {
    return Integer.parseInt(debtorId.substring(1)) - 100_000;
  }

  Map<String, String> columns() {
    return columns;
  }

  boolean has(String column) {
    return !columns.get(column).isEmpty();
  }

  Place rowPlace() {
    return rowPlace;
  }

  Place phonePlace() {
    return phonePlace;
  }

  List<DrawnAccount> accounts() {
    return accounts;
  }

  List<Happening> happenings() {
    return happenings;
  }

  /** A file told of him; what earlier ones said of where he is counts no more. */
  void toldIn(Set<Place> places, Instant at) {
    rows.add(new Rows(at, Set.copyOf(places)));
  }

  /** The place that an account's rows name: of some debtors the second account names another one than the first. */
  Place rowPlace(DrawnAccount account) {
    return number % 8 == 0 && accounts.indexOf(account) == 1 ? Place.values()[number / 8 % Place.values().length]
        : rowPlace;
  }

  /** The places that the rows of the last file name. */
  Set<Place> rowPlaces(Instant moment) {
    return rows.stream().filter(told -> !told.at().isAfter(moment)).reduce((earlier, later) -> later)
        .map(Rows::places).orElse(Set.of());
  }

  /**
   * Where his address may be: in the place that its region tells, in any place of its country if no region is told, and
   * nowhere if neither is, or if the rows say where in that country he is.
   */
  Set<Place> addressPlaces(Instant moment) {
    if (has("region")) {
      return EnumSet.of(addressPlace);
    }
    boolean rowsTellMore = rowPlaces(moment).stream().anyMatch(row -> row.country().equals(addressPlace.country()));
    return has("country") && !rowsTellMore ? Arrays.stream(Place.values())
        .filter(place -> place.country().equals(addressPlace.country())).collect(Collectors.toSet()) : Set.of();
  }

  /** Whether the creditor's file says so. */
  boolean livesInNewYork() {
    return has("region") && addressPlace == Place.NEW_YORK;
  }

  /** The place of his number, unless it turned out to be somebody else's. */
  Set<Place> phonePlaces(Instant moment) {
    return has("phone") && (numberWrongSince == null || moment.isBefore(numberWrongSince)) ? EnumSet.of(phonePlace)
        : Set.of();
  }

  /** All places that say where he is. */
  Set<Place> places(Instant moment) {
    Set<Place> places = EnumSet.noneOf(Place.class);
    places.addAll(rowPlaces(moment));
    places.addAll(addressPlaces(moment));
    places.addAll(phonePlaces(moment));
    return places;
  }

  void numberIsWrong(Instant since) {
    if (numberWrongSince == null) {
      numberWrongSince = since;
    }
  }

  void addressIsWrong(Instant since) {
    if (addressWrongSince == null) {
      addressWrongSince = since;
    }
  }

  /** Whether letters reach him, as far as is known. */
  boolean livesAtHisAddress(Instant moment) {
    return has("address") && (addressWrongSince == null || moment.isBefore(addressWrongSince));
  }

  void wishes(Wish wish) {
    wishes.add(wish);
  }

  List<Wish> wishes() {
    return wishes;
  }

  /** Somebody worked on one of his matters. */
  void workedAt(Instant moment) {
    workedAt.add(moment);
  }

  boolean wasWorkedBetween(Instant first, Instant last) {
    return workedAt.stream().anyMatch(at -> at.isAfter(first) && !at.isAfter(last));
  }

  /** Something was waived or corrected: from then on Remit owes another answer than the creditor's books. */
  void amountsChanged(Instant moment) {
    if (amountsChangedAt == null) {
      amountsChangedAt = moment;
    }
  }

  boolean hasSureAmounts(Instant moment) {
    return amountsChangedAt == null || moment.isBefore(amountsChangedAt);
  }

  /** Whether anything is overdue, or falls due within some days, of what Remit was told in a currency. */
  boolean isAskable(String currency, Instant moment, LocalDate today, int daysAhead) {
    return accountsIn(currency, moment).stream().anyMatch(account -> {
      DrawnAccount.Owed owed = account.known(moment, today);
      return owed.outstanding().signum() > 0
          && (owed.overdue().signum() > 0 || !account.dueDate().isBefore(today)
              && !account.dueDate().isAfter(today.plusDays(daysAhead)));
    });
  }

  List<DrawnAccount> accountsIn(String currency, Instant moment) {
    return accounts.stream().filter(account -> account.currency().equals(currency))
        .filter(account -> account.isToldBy(moment)).toList();
  }
}
