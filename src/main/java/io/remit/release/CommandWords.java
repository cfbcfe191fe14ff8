package io.remit.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said behind a command that asks a running Remit: words, and options as {@code --name value} or {@code =}. */
public final class CommandWords {

  private final List<String> said = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  private CommandWords() {
  }

  /** The words mean nothing; the message tells a person why. */
  public static final class NotUnderstoodException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotUnderstoodException(String problem) {
      super(problem);
    }
  }

  /**
   * Reads them.
   *
   * @param valued the options that have a value
   * @param flags those that have none
   * @throws NotUnderstoodException if there is another option, one twice, or one without its value
   */
  public static CommandWords read(List<String> words, Set<String> valued, Set<String> flags) {
    CommandWords read = new CommandWords();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals < 0 ? word : word.substring(0, equals);
      if (!option.startsWith("--")) {
        read.said.add(word);
      } else if (read.options.containsKey(option)) {
        throw new NotUnderstoodException(option + " is there twice");
      } else if (flags.contains(word)) {
        read.options.put(word, "");
      } else if (!valued.contains(option)) {
        throw new NotUnderstoodException("There is no option " + option);
      } else if (equals >= 0) {
        read.options.put(option, word.substring(equals + 1));
      } else if (++i < words.size()) {
        read.options.put(option, words.get(i));
      } else {
        throw new NotUnderstoodException("Say something behind " + option);
      }
    }
    return read;
  }

  /** @throws NotUnderstoodException if there is any word beside the options */
  public void none() {
    if (!said.isEmpty()) {
      throw new NotUnderstoodException("Nothing was expected behind the command");
    }
  }

  /**
   * The one word beside the options.
   *
   * @throws NotUnderstoodException if there is none, or more
   */
  public String one() {
    if (said.size() != 1) {
      throw new NotUnderstoodException("Say what, once");
    }
    return said.get(0);
  }

  /** Whether an option is there. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value of an option; null if it is not there. */
  public @Nullable String value(String option) {
    return options.get(option);
  }

  /**
   * The value of an option that has to be there.
   *
   * @throws NotUnderstoodException if it is not, or blank
   */
  public String needed(String option) {
    String value = options.get(option);
    if (value == null || value.isBlank()) {
      throw new NotUnderstoodException("Say " + option);
    }
    return value;
  }

  /** Puts the value of an option under a name, if it is there. */
  void put(Map<String, String> values, String name, String option) {
    if (options.containsKey(option)) {
      values.put(name, options.get(option));
    }
  }
}
