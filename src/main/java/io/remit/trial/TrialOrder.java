package io.remit.trial;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tried, as the words of the command say it.
 *
 * @param folder of the new models
 * @param days how long to live
 * @param openCases how many of them live at least, or {@link Draw#ALL}
 * @param answers what comes of tasks
 * @param json whether the report is JSON, else text
 * @param language of the text
 * @param from when the life begins; null for now, by the clock of the running database
 * @param scratchUrl of a PostgreSQL in which the copies are made; null for memory
 * @param scratchUser who may make schemas there
 * @param settings as a node takes them: {@code --name=value}
 */
public record TrialOrder(Path folder, int days, int openCases, Answers answers, boolean json, Locale language,
    @Nullable Instant from, @Nullable String scratchUrl, @Nullable String scratchUser, List<String> settings) {

  /** How many open cases live unless somebody asks for more: a trial of them takes minutes. */
  public static final int MOST_CASES = 1000;
  /** How long a trial lives at most. */
  static final int MOST_DAYS = 400;

  /** What comes of tasks. */
  public enum Answers {
    /** Nobody works any. */
    NONE,
    /** Calls and visits are made as soon as the gate allows them, and reach nobody. */
    NOT_REACHED
  }

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException if they say something else; its message tells what
   */
  public static TrialOrder read(List<String> words) {
    Draft draft = new Draft();
    List<String> left = new ArrayList<>(words);
    while (!left.isEmpty()) {
      String word = left.remove(0);
      int equals = word.indexOf('=');
      if (RunningNode.isSetting(word)) {
        draft.settings.add(word);
      } else if (!word.startsWith("--")) {
        draft.folder(word);
      } else if (equals > 0) {
        draft.option(word.substring(0, equals), word.substring(equals + 1));
      } else if (left.isEmpty()) {
        throw new IllegalArgumentException(word + " needs a value");
      } else {
        draft.option(word, left.remove(0));
      }
    }
    return draft.order();
  }

  private static final class Draft {

    private final List<String> settings = new ArrayList<>();
    private @Nullable Path folder;
    private int days = 30;
    private int openCases = MOST_CASES;
    private Answers answers = Answers.NOT_REACHED;
    private boolean json;
    private Locale language = Locale.ENGLISH;
    private @Nullable Instant from;
    private @Nullable String scratchUrl;
    private @Nullable String scratchUser;

    private void folder(String word) {
      if (folder != null) {
        throw new IllegalArgumentException("one folder is tried, not also " + word);
      }
      try {
        folder = Path.of(word);
      } catch (InvalidPathException odd) {
        throw new IllegalArgumentException(word + " is no folder", odd);
      }
    }

    private void option(String name, String value) {
      switch (name) {
        case "--days" -> days = days(value);
        case "--cases" -> openCases = openCases(value);
        case "--answers" -> answers = switch (value) {
          case "none" -> Answers.NONE;
          case "not-reached" -> Answers.NOT_REACHED;
          default -> throw new IllegalArgumentException("--answers is none or not-reached");
        };
        case "--format" -> json = switch (value) {
          case "json" -> true;
          case "text" -> false;
          default -> throw new IllegalArgumentException("--format is text or json");
        };
        case "--language" -> language = switch (value) {
          case "en" -> Locale.ENGLISH;
          case "zh" -> Locale.CHINESE;
          default -> throw new IllegalArgumentException("--language is en or zh");
        };
        case "--from" -> from = moment(value);
        case "--scratch-url" -> scratchUrl = scratch(value);
        case "--scratch-user" -> scratchUser = value;
        default -> throw new IllegalArgumentException(name + " is not known");
      }
    }

    private TrialOrder order() {
      Path asked = Optional.ofNullable(folder)
          .orElseThrow(() -> new IllegalArgumentException("which folder of models?"));
      if (!Files.isDirectory(asked)) {
        throw new IllegalArgumentException(asked + " is no folder");
      }
      return new TrialOrder(asked, days, openCases, answers, json, language, from, scratchUrl, scratchUser,
          List.copyOf(settings));
    }

    private static int days(String value) {
      if (!value.matches("[0-9]{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_DAYS) {
        throw new IllegalArgumentException("--days is a number from 1 to " + MOST_DAYS);
      }
      return Integer.parseInt(value);
    }

    private static int openCases(String value) {
      if (value.equals("all")) {
        return Draw.ALL;
      }
      if (!value.matches("[1-9][0-9]{0,7}")) {
        throw new IllegalArgumentException("--cases is a number from 1 to 99999999, or all");
      }
      return Integer.parseInt(value);
    }

    private static Instant moment(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeException none) {
        throw new IllegalArgumentException("--from is a moment such as 2026-12-01T06:00:00Z", none);
      }
    }

    private static String scratch(String value) {
      if (!value.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException("--scratch-url is that of a PostgreSQL, jdbc:postgresql://...");
      }
      return value;
    }
  }
}
