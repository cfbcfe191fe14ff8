package io.remit.model.diff;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says the details of drawings and forms: what they are called, and what they hold. */
final class ValueWords {

  private static final Pattern IN_DAYS = Pattern.compile("\\$\\{\\s*\\w+\\.inDays\\(execution, ?(\\d+)\\)\\s*}");
  private static final Pattern STAGE_DUE =
      Pattern.compile("\\$\\{\\s*\\w+\\.stageDue\\(execution, ?'(\\w+)'\\)\\s*}");
  private static final Pattern COMPARED = Pattern.compile("\\$\\{\\s*(\\w+) == '([^']*)'\\s*}");
  private static final Pattern ASKED = Pattern.compile("\\$\\{\\s*(\\w+)\\.(\\w+)\\(execution\\)\\s*}");
  private static final Pattern FEEL = Pattern.compile("=(\\w+) (!?=) (?:null|\"(\\w+)\")");
  private static final Pattern EMPTY = Pattern.compile("=count\\(\\w+\\.(\\w+)\\) = 0");
  private static final Pattern BEAN = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");
  private static final Pattern DAYS = Pattern.compile("P(\\d+)D");
  private static final Pattern DURATION = Pattern.compile("PT(\\d+)([HMS])");
  private static final Pattern REPEATED = Pattern.compile("R(\\d+)/(.+)");
  private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final Phrases phrases;

  ValueWords(Phrases phrases) {
    this.phrases = phrases;
  }

  /** What a detail is called. */
  String detail(String name) {
    if (phrases.has("detail." + name)) {
      return phrases.say("detail." + name);
    }
    int dot = name.indexOf('.');
    if (dot > 0 && phrases.has("detail." + name.substring(0, dot))) {
      return phrases.say("detail." + name.substring(0, dot), name.substring(dot + 1));
    }
    return name;
  }

  /** What an element is, such as a task. */
  String type(String type) {
    if (phrases.has("type." + type)) {
      return phrases.say("type." + type);
    }
    int dot = type.indexOf('.');
    return dot > 0 ? type(type.substring(0, dot)) : phrases.say("type.other");
  }

  /** What a detail holds. */
  String value(String detail, String value) {
    if (value.isEmpty()) {
      return phrases.say("value.none");
    }
    if (detail.equals("type")) {
      return phrases.has("type." + value) ? type(value) : phrases.has("type.field." + value)
          ? phrases.say("type.field." + value) : value;
    }
    if (detail.equals("colour")) {
      return colour(value);
    }
    return value.equals("true") || value.equals("false") ? phrases.say("value." + value) : written(value);
  }

  private String colour(String fillAndStroke) {
    String fill = fillAndStroke.split(" ")[0];
    return phrases.has("colour." + fill) ? phrases.say("colour." + fill) : fillAndStroke;
  }

  private String written(String value) {
    Matcher found = IN_DAYS.matcher(value);
    if (found.matches()) {
      return days(found.group(1));
    }
    found = STAGE_DUE.matcher(value);
    if (found.matches()) {
      return phrases.say("value.stageDue", found.group(1));
    }
    found = COMPARED.matcher(value);
    if (found.matches()) {
      return spaced(found.group(1)) + phrases.say("is") + found.group(2);
    }
    found = ASKED.matcher(value);
    if (found.matches()) {
      return spaced(found.group(2));
    }
    found = FEEL.matcher(value);
    if (found.matches()) {
      return spaced(found.group(1)) + phrases.say(found.group(2).equals("=") ? "is" : "isNot")
          + (found.group(3) == null ? phrases.say("value.none") : found.group(3));
    }
    found = EMPTY.matcher(value);
    if (found.matches()) {
      return spaced(found.group(1)) + phrases.say("is") + phrases.say("value.empty");
    }
    found = BEAN.matcher(value);
    return found.matches() ? found.group(1) : duration(value);
  }

  private String duration(String value) {
    Matcher repeated = REPEATED.matcher(value);
    if (repeated.matches()) {
      return phrases.say("value.repeated", Map.of("0", repeated.group(1), "1", duration(repeated.group(2))));
    }
    Matcher days = DAYS.matcher(value);
    if (days.matches()) {
      return days(days.group(1));
    }
    Matcher time = DURATION.matcher(value);
    return time.matches() ? phrases.say("value.PT" + time.group(2), time.group(1)) : value;
  }

  private String days(String number) {
    return number.equals("1") ? phrases.say("value.day") : phrases.say("value.days", number);
  }

  private static String spaced(String name) {
    return CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
