package io.remit.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field 86 of an MT940 message: what the bank says of an entry. German banks divide it by {@code ?20} and the like
 * and put SEPA's parts in it as {@code EREF+}; others write {@code /EREF/}; others write plain text.
 *
 * @param remittance what the payer wrote; empty if nothing
 * @param returned whether a payment was returned
 */
record Mt940Information(String payerName, String payerAccount, String remittance, List<String> creditorReferences,
    String endToEndId, boolean returned) {

  /** A transaction code, the separator that the bank chose, and the first subfield. */
  private static final Pattern SUBFIELDS = Pattern.compile("([0-9]{3})([^A-Za-z0-9\\s/])[0-9]{2}.*", Pattern.DOTALL);
  /** German codes of returned direct debits: 108 and 109. */
  private static final Set<String> RETURNED_DEBITS = Set.of("108", "109");
  private static final Pattern SEPA_PART =
      Pattern.compile("(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE)\\+");
  private static final Pattern SLASH_PART = Pattern.compile(
      "/(TRTP|EREF|PREF|ORDP|BENM|REMI|NAME|IBAN|BIC|CNTP|MARF|CSID|RTRN|ISDT|PURP|UDTR|UCRD|ADDR|ID)/");
  private static final String NOT_PROVIDED = "NOTPROVIDED";

  static Mt940Information read(String field) {
    String joined = field.replace("\n", "").strip();
    Matcher subfields = SUBFIELDS.matcher(joined);
    if (subfields.matches()) {
      return ofSubfields(subfields.group(1), joined.substring(3), subfields.group(2));
    }
    if (SLASH_PART.matcher(joined).find()) {
      return ofSlashes(joined);
    }
    return new Mt940Information(null, null, field.replace('\n', ' ').strip(), List.of(), null, false);
  }

  private static Mt940Information ofSubfields(String code, String text, String separator) {
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
    StringBuilder purpose = new StringBuilder();
    fields.forEach((number, part) -> purpose.append(isPurpose(number) ? part : ""));
    Map<String, String> parts = parts(purpose.toString(), SEPA_PART);
    String name = (fields.getOrDefault(32, "") + fields.getOrDefault(33, "")).strip();
    return new Mt940Information(orNull(name), orNull(fields.getOrDefault(31, "").strip()),
        parts.getOrDefault("SVWZ", parts.getOrDefault("", "")).strip(), List.of(), reference(parts),
        RETURNED_DEBITS.contains(code));
  }

  private static boolean isPurpose(int number) {
    return number >= 20 && number <= 29 || number >= 60 && number <= 63;
  }

  private static Mt940Information ofSlashes(String text) {
    Map<String, String> parts = parts(text, SLASH_PART);
    String[] counterparty = parts.getOrDefault("CNTP", "").split("/");
    String name = parts.getOrDefault("NAME", counterparty.length > 2 ? counterparty[2] : "");
    String account = parts.getOrDefault("IBAN", counterparty[0]);
    String remittance = trimmed(parts.getOrDefault("REMI", ""));
    List<String> references = new ArrayList<>();
    if (remittance.startsWith("STRD/")) {
      references.add(remittance.substring(remittance.lastIndexOf('/') + 1));
    }
    return new Mt940Information(orNull(trimmed(name)), orNull(trimmed(account)),
        remittance.replaceFirst("^(USTD|STRD)/+", ""), List.copyOf(references), reference(parts),
        parts.containsKey("RTRN"));
  }

  /** The text cut at its keywords; what stands before the first is under the empty keyword. */
  private static Map<String, String> parts(String text, Pattern keyword) {
    Map<String, String> parts = new TreeMap<>();
    Matcher each = keyword.matcher(text);
    String key = "";
    int from = 0;
    // A slash may end one part and begin the next.
    for (int search = 0; each.find(search); search = each.end() - 1) {
      parts.putIfAbsent(key, text.substring(from, Math.max(from, each.start())));
      key = each.group(1);
      from = each.end();
    }
    parts.putIfAbsent(key, text.substring(from));
    return parts;
  }

  private static String reference(Map<String, String> parts) {
    String reference = trimmed(parts.getOrDefault("EREF", ""));
    return reference.equals(NOT_PROVIDED) ? null : orNull(reference);
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[/\\s]+|[/\\s]+$", "");
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
