package io.remit.casefile;

import io.remit.translation.Translations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How forms show what has no words of its own, in the language of whoever opens them. */
@Component
class Shown {

  private final Translations translations;

  Shown(Translations translations) {
    this.translations = translations;
  }

  /** A constant's name as words. */
  String words(Enum<?> constant) {
    return words(constant.name());
  }

  /** The name of a constant as words. */
  String words(String code) {
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

  /** Facts whose labels Remit gave; their values stay. */
  List<DebtorFacts.Fact> labelled(List<DebtorFacts.Fact> facts) {
    return facts.stream().map(fact -> new DebtorFacts.Fact(sentence(fact.label()), fact.value())).toList();
  }

  /** For days of the week and the like. */
  Locale language() {
    return translations.ofCaller().language();
  }

  static String money(String currency, BigDecimal amount) {
    return currency + " " + amount.toPlainString();
  }
}
