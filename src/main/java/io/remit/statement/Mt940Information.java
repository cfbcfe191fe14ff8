package io.remit.statement;

import io.remit.statement.ToldAmounts.ToldAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an MT940 message says of an entry in field 86, or in fields of the bank's own. German and Polish banks divide it
 * by {@code ?20} and the like and put SEPA's parts in it as {@code EREF+}; others write {@code /EREF/}, or plain text.
 */
final class Mt940Information {

  /** A transaction code, if there is one, the separator that the bank chose, and the first subfield. */
  private static final Pattern SUBFIELDS =
      Pattern.compile("([0-9]{3,4})?([?<>~^&!|%@#$;*\u00a7])([0-9]{2}).*", Pattern.DOTALL);
  private static final Pattern SEPA_PART = Pattern.compile(
      "(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|ANAM)\\+"
          + "|(?<![A-Za-z])(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|ANAM):\\s?");
  private static final Pattern SLASH_PART = Pattern.compile("/(TRTP|TRCD|EREF|PREF|ORDP|BENM|REMI|NAME|IBAN|BIC|CNTP"
      + "|MARF|CSID|RTRN|ISDT|PURP|UDTR|UCRD|ULTD|ULTB|ULTC|ADDR|ID|OCMT|CHGS|EXCH|CREF|IREF|INIT|SVCL|BUSP|ACCW)/");
  private static final Set<String> OF_PARTIES = Set.of("NAME", "IBAN", "BIC", "ADDR", "ID");
  private static final Set<String> ULTIMATE = Set.of("UDTR", "ULTD", "ULTC", "UCRD", "ULTB");
  private static final Pattern MONEY = Pattern.compile("([A-Z]{3})?\\s*([0-9]{1,15}(?:[,.][0-9]{1,3})?)");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}|P?[0-9.]{7,34}");
  private static final Set<String> GERMAN_RETURNED_DEBITS = Set.of("108", "109");

  private final List<String> lines = new ArrayList<>();
  private final List<String> creditorReferences = new ArrayList<>(0);
  private final Set<String> otherReferences = new LinkedHashSet<>();
  private final List<String> charges = new ArrayList<>(0);
  /** The same in field 61; they are told once or twice. */
  private final List<String> chargesOfEntry = new ArrayList<>(0);

  private @Nullable String payerName;
  private @Nullable String payerAccount;
  private @Nullable String ultimateName;
  private @Nullable String endToEndId;
  private @Nullable String original;
  private @Nullable String rate;
  private @Nullable String returnReason;
  private String bookingText = "";
  private BankCodes codes = BankCodes.NONE;
  private boolean returned;
  private boolean slashed;

  private Mt940Information() {
  }

  /**
   * @param field86 its lines; empty if there is none
   * @param ownFields those of a field NS; empty if there is none
   */
  static Mt940Information read(String field86, String ownFields, Mt940Entry entry) {
    Mt940Information told = new Mt940Information();
    List<String> lines = field86.lines().toList();
    String joined = String.join("", lines).strip();
    Matcher subfields = SUBFIELDS.matcher(joined);
    if (subfields.matches()) {
      told.takeSubfields(joined, subfields);
    } else if (SLASH_PART.matcher(joined).find()) {
      told.takeSlashes(new BrokenText(lines));
    } else {
      told.takeSepaParts(new BrokenText(lines));
    }
    ownFields.lines().forEach(told::takeOwnField);
    told.takeSupplement(entry);
    return told;
  }

  private void takeSubfields(String text, Matcher begin) {
    String code = begin.group(1);
    // Polish and Dutch banks divide the field likewise, but by codes of their own.
    if (code != null && begin.group(2).equals("?")) {
      codes = BankCodes.ofGerman(code.substring(code.length() - 3));
    }
    Map<Integer, String> fields = subfields(text.substring(begin.start(2)), begin.group(2));
    bookingText = fields.getOrDefault(0, "");
    takeSepaParts(new BrokenText(fields.entrySet().stream().filter(each -> isPurpose(each.getKey()))
        .map(Map.Entry::getValue).toList()));
    payerName = firstOf((fields.getOrDefault(32, "") + fields.getOrDefault(33, "")).strip(), payerName);
    payerAccount = firstOf(fields.getOrDefault(31, fields.getOrDefault(38, "")).strip(), payerAccount);
  }

  private static Map<Integer, String> subfields(String text, String separator) {
    Map<Integer, String> fields = new TreeMap<>();
    Matcher each = Pattern.compile(Pattern.quote(separator) + "([0-9]{2})").matcher(text);
    int key = -1;
    int from = 0;
    while (each.find()) {
      if (key >= 0) {
        fields.merge(key, text.substring(from, each.start()), String::concat);
      }
      key = Integer.parseInt(each.group(1));
      from = each.end();
    }
    fields.merge(key, text.substring(from), String::concat);
    return fields;
  }

  private static boolean isPurpose(int number) {
    return number >= 20 && number <= 29 || number >= 60 && number <= 63;
  }

  private void takeSepaParts(BrokenText text) {
    for (Part part : parts(text.joined(), SEPA_PART)) {
      String value = text.joined().substring(part.from(), part.to()).strip();
      switch (part.key()) {
        case "EREF" -> endToEndId = givenOr(value, endToEndId);
        case "KREF", "MREF" -> addReference(value);
        case "OAMT" -> original = firstOf(original, value);
        case "COAM" -> charges.add(value);
        case "ABWA", "ABWE" -> ultimateName = firstOf(ultimateName, value.split("//")[0].strip());
        case "ANAM" -> payerName = firstOf(payerName, value);
        case "CRED", "DEBT" -> {
          // the creditor's own name at the bank
        }
        default -> lines.addAll(text.lines(part.from(), part.to()));
      }
    }
  }

  private void takeSlashes(BrokenText text) {
    slashed = true;
    String side = "";
    boolean inRemittance = false;
    for (Part part : parts(text.joined(), SLASH_PART)) {
      String value = trimmed(text.joined().substring(part.from(), part.to()));
      boolean ofParty = OF_PARTIES.contains(part.key());
      if (ofParty && inRemittance && !isNews(part.key())) {
        lines.addAll(text.lines(part.from() - part.key().length() - 1, part.to()));
        continue;
      }
      side = ofParty ? side : part.key();
      inRemittance = part.key().equals("REMI");
      switch (part.key()) {
        case "" -> lines.addAll(text.lines(part.from(), part.to()));
        case "REMI" -> takeRemittance(text, part);
        case "NAME" -> takeName(side, value);
        case "IBAN" -> payerAccount = firstOf(payerAccount, value);
        case "CNTP" -> takeCounterparty(text.joined().substring(part.from(), part.to()));
        case "EREF" -> endToEndId = givenOr(value, endToEndId);
        case "PREF", "MARF", "CREF", "IREF" -> addReference(value);
        case "RTRN" -> {
          returned = true;
          returnReason = firstOf(returnReason, value);
        }
        case "OCMT" -> original = firstOf(original, value);
        case "CHGS" -> charges.add(value);
        case "EXCH" -> rate = firstOf(rate, value);
        default -> {
          if (ULTIMATE.contains(part.key()) || part.key().equals("ORDP") || part.key().equals("BENM")) {
            takeName(part.key(), value.split("/")[0].strip());
          }
        }
      }
    }
  }

  /** Behind the text a name may follow; what else looks like a part of it belongs to the text. */
  private boolean isNews(String key) {
    return key.equals("NAME") && payerName == null || key.equals("IBAN") && payerAccount == null;
  }

  private void takeName(String side, String name) {
    if (ULTIMATE.contains(side)) {
      ultimateName = firstOf(ultimateName, name);
    } else {
      payerName = firstOf(payerName, name);
    }
  }

  private void takeCounterparty(String text) {
    String[] counterparty = text.split("/", -1);
    payerAccount = firstOf(payerAccount, counterparty[0].strip());
    payerName = firstOf(payerName, counterparty.length > 2 ? counterparty[2].strip() : "");
  }

  private void takeRemittance(BrokenText text, Part part) {
    String value = text.joined().substring(part.from(), part.to());
    Matcher kind = Pattern.compile("[/\\s]*(USTD|STRD)/+").matcher(value);
    int from = kind.lookingAt() ? part.from() + kind.end() : part.from();
    String rest = trimmed(text.joined().substring(from, part.to()));
    if (kind.lookingAt() && kind.group(1).equals("STRD")) {
      String reference = rest.substring(rest.lastIndexOf('/') + 1);
      if (References.isGiven(reference)) {
        creditorReferences.add(reference);
      }
    }
    text.lines(from, part.to()).stream().map(Mt940Information::trimmed).filter(line -> !line.isEmpty())
        .forEach(lines::add);
  }

  /** Swiss and Polish banks: two digits and a text; up to 14 what the payer wrote, 15 who that is. */
  private void takeOwnField(String line) {
    Matcher field = Pattern.compile("([0-9]{2})(.*)").matcher(line.strip());
    if (!field.matches()) {
      if (!line.isBlank()) {
        lines.add(line.strip());
      }
      return;
    }
    int number = Integer.parseInt(field.group(1));
    String text = field.group(2).strip();
    if (number == 15) {
      payerName = firstOf(payerName, text);
    } else if (number == 16) {
      bookingText = bookingText + " " + text;
    } else if (number < 15 && !text.isEmpty()) {
      lines.add(text);
    }
  }

  /**
   * What stands in the second line of field 61: amounts, the payer's account, or a text. Where the account stands in
   * place of a reference, it is the name.
   */
  private void takeSupplement(Mt940Entry entry) {
    String supplement = entry.supplement();
    if (isAccountOfPayer(entry)) {
      payerAccount = firstOf(payerAccount, entry.customerReference());
      payerName = firstOf(payerName, supplement.replace("\n", ""));
      return;
    }
    if (supplement.isEmpty()) {
      return;
    }
    BrokenText text = new BrokenText(supplement.lines().toList());
    if (SLASH_PART.matcher(text.joined()).find()) {
      for (Part part : parts(text.joined(), SLASH_PART)) {
        String value = trimmed(text.joined().substring(part.from(), part.to()));
        switch (part.key()) {
          case "OCMT" -> original = firstOf(original, value);
          case "CHGS" -> chargesOfEntry.add(value);
          case "EXCH" -> rate = firstOf(rate, value);
          case "RTRN" -> {
            returned = true;
            returnReason = firstOf(returnReason, value);
          }
          default -> {
            // such as a code for the transaction
          }
        }
      }
    } else if (ACCOUNT.matcher(supplement).matches()) {
      payerAccount = firstOf(payerAccount, supplement);
    } else {
      List<String> more = Lines.with(lines, supplement);
      more.subList(lines.size(), more.size()).forEach(lines::add);
    }
  }

  private static boolean isAccountOfPayer(Mt940Entry entry) {
    return entry.customerReference() != null && Iban.isRight(entry.customerReference());
  }

  /** A keyword with the place of its text; what stands before the first is under the empty keyword. */
  private record Part(String key, int from, int to) {
  }

  private static List<Part> parts(String text, Pattern keyword) {
    List<Part> parts = new ArrayList<>();
    Matcher each = keyword.matcher(text);
    String key = "";
    int from = 0;
    // A slash may end one part and begin the next.
    for (int search = 0; each.find(search); search = Math.max(each.end() - 1, each.start() + 1)) {
      parts.add(new Part(key, from, Math.max(from, each.start())));
      key = each.group(1) == null ? each.group(2) : each.group(1);
      from = each.end();
    }
    parts.add(new Part(key, from, text.length()));
    return parts;
  }

  MovementSigns signs(Mt940Entry entry) {
    boolean in = entry.signed().signum() > 0;
    String number = entry.type().isEmpty() ? "" : entry.type().substring(1);
    String text = bookingText + " " + String.join(" ", lines) + " " + String.join("", lines);
    BankCodes told = codes.or(BankCodes.ofSwift(entry.type()));
    if (!in && !slashed && GERMAN_RETURNED_DEBITS.contains(number)) {
      told = BankCodes.RETURN;
    }
    // Other countries have such codes with other meanings: money that came in is not left because of one alone.
    if (in && codes == BankCodes.RETURN && !BankWords.RETURNS.isIn(text)) {
      told = BankCodes.ofSwift(entry.type());
    }
    return new MovementSigns(in, entry.isReversal(), returned, told, text);
  }

  Payer payer() {
    return payerName == null && payerAccount == null && ultimateName == null ? Payer.UNKNOWN
        : new Payer(payerName, payerAccount, ultimateName);
  }

  Remittance remittance() {
    return new Remittance(lines, creditorReferences);
  }

  BankReferences references(Mt940Entry entry) {
    String ofCustomer = isAccountOfPayer(entry) ? null : entry.customerReference();
    Set<String> others = new LinkedHashSet<>(otherReferences);
    if (ofCustomer != null) {
      others.add(ofCustomer);
    }
    return new BankReferences(entry.bankReference(), endToEndId == null ? ofCustomer : endToEndId, List.copyOf(others));
  }

  /** The bank's code for a return, as far as one is told; null if not. */
  @Nullable String returnReason() {
    return returnReason == null ? BankWords.reasonIn(bookingText + " " + String.join(" ", lines)).orElse(null)
        : returnReason;
  }

  /** Zero if none is told in words. */
  BigDecimal chargeInText(BigDecimal taken) {
    return BankWords.chargeIn(String.join(" ", lines), taken).orElse(BigDecimal.ZERO);
  }

  ToldAmounts amounts(String currency) {
    ToldAmount collected = money(original, currency);
    ToldAmount costs = (chargesOfEntry.isEmpty() ? charges : chargesOfEntry).stream()
        .map(each -> money(each, currency)).filter(Objects::nonNull)
        .reduce((one, other) -> one.currency().equals(other.currency())
            ? new ToldAmount(one.amount().add(other.amount()), one.currency()) : one).orElse(null);
    if (collected == null && costs == null) {
      return ToldAmounts.NONE;
    }
    boolean exchanged = collected != null && !collected.currency().equals(currency);
    return new ToldAmounts(collected, exchanged ? number(rate) : null, costs);
  }

  private static @Nullable ToldAmount money(@Nullable String text, String currency) {
    Matcher told = MONEY.matcher(text == null ? "" : text);
    if (!told.lookingAt()) {
      return null;
    }
    String of = told.group(1) == null ? currency : told.group(1);
    try {
      return new ToldAmount(StatementAmounts.read(told.group(2).replace(',', '.'), of, 1, null), of);
    } catch (StatementRefused unreadable) {
      return null;
    }
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    Matcher told = Pattern.compile("[0-9]{1,9}([,.][0-9]{1,12})?").matcher(text == null ? "" : text);
    return told.lookingAt() ? new BigDecimal(told.group().replace(',', '.')) : null;
  }

  private void addReference(String value) {
    if (References.isGiven(value)) {
      otherReferences.add(value);
    }
  }

  private static @Nullable String givenOr(String reference, @Nullable String other) {
    return other == null && References.isGiven(reference) ? reference : other;
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[/\\s]++|(?<![/\\s])[/\\s]++$", "");
  }

  private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
    return one == null || one.isEmpty() ? other == null || other.isEmpty() ? null : other : one;
  }
}
