package io.remit.model.diff;

/** The languages in which differences are said. */
public enum Language {

  ENGLISH, CHINESE;

  /** Chinese for every tag that begins with {@code zh}, English for all others. */
  public static Language of(String tag) {
    return tag.startsWith("zh") ? CHINESE : ENGLISH;
  }
}
