package io.remit.model.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of differences, in one language. */
final class Phrases {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Properties phrases = new Properties();

  private Phrases() {
  }

  static Phrases of(Language language) {
    Phrases read = new Phrases();
    String resource = language == Language.CHINESE ? "phrases.zh.properties" : "phrases.properties";
    try (InputStream file = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource);
        InputStreamReader lines = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      read.phrases.load(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  boolean has(String key) {
    return phrases.containsKey(key);
  }

  /** A phrase without places. */
  String say(String key) {
    return phrases.getProperty(key, key);
  }

  /** A phrase whose one place {@code {0}} is filled. */
  String say(String key, String value) {
    return say(key, Map.of("0", value));
  }

  /** A phrase whose places are filled, each once: what is filled in is not looked at again. */
  String say(String key, Map<String, String> values) {
    return PLACE.matcher(say(key))
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }

  Properties all() {
    return phrases;
  }
}
