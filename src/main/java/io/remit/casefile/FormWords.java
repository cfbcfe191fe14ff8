package io.remit.casefile;

import io.remit.outsourcing.CaseTerms;
import io.remit.translation.Translations;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How forms show what has no words of its own, in the language of whoever opens them. */
@Component
class FormWords {

  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

  private final Translations translations;

  FormWords(Translations translations) {
    this.translations = translations;
  }

  /** A constant's name as words. */
  String of(Enum<?> constant) {
    return of(constant.name());
  }

  /** The name of a constant as words. */
  String of(String code) {
    return translations.ofCaller().word(code);
  }

  /** A constant that is shown by its own name in English, such as {@code TELEPHONE}. */
  String name(Enum<?> constant) {
    return translations.ofCaller().name(constant.name());
  }

  /** A sentence of Remit's own. */
  String sentence(String english) {
    return translations.ofCaller().sentence(english);
  }

  /** Sentences of Remit's own that are parted by commas. */
  String listed(String english) {
    return Arrays.stream(english.split(", ")).map(this::sentence).collect(Collectors.joining(", "));
  }

  /** Facts whose labels Remit gave; their values stay. */
  List<Fact> labelled(List<Fact> facts) {
    return facts.stream().map(fact -> new Fact(sentence(fact.label()), fact.value())).toList();
  }

  /** For days of the week and the like. */
  Locale language() {
    return translations.ofCaller().language();
  }

  static String dayAndTime(Instant moment, ZoneId zone) {
    return DAY_AND_TIME.format(moment.atZone(zone));
  }

  /** What a partner keeps of a case: its share, and the most that it comes to; a dash where nothing is agreed. */
  static String commission(CaseTerms terms) {
    BigDecimal percent = terms.commissionPercent();
    BigDecimal most = terms.mostCommission();
    return percent == null || most == null ? "-"
        : percent.stripTrailingZeros().toPlainString() + " %, " + money(terms.currency(), most);
  }

  static String money(String currency, BigDecimal amount) {
    return currency + " " + amount.toPlainString();
  }
}
