package io.remit.model.diff;

import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says differences in words, in one language. */
public final class DifferenceWords {

  /** Longer values stand in lines of their own. */
  private static final int LONG = 150;
  private static final int LONGEST_PLACE = 60;
  private static final String NEXT_LINE = "\n    ";

  private final Phrases phrases;
  private final ValueWords values;
  private final CellWords cells;

  public DifferenceWords(Language language) {
    phrases = Phrases.of(language);
    values = new ValueWords(phrases);
    cells = new CellWords(phrases);
  }

  /** One difference as one sentence, on several lines where the texts are long. */
  public String sentence(Difference difference) {
    return isChange(difference) ? head(difference) + phrases.say("colon") + change(difference) : head(difference);
  }

  /** The differences of one file; what changed about one thing is one sentence. */
  public List<String> sentences(List<Difference> differences) {
    List<String> sentences = new ArrayList<>();
    String lastHead = "";
    for (Difference each : differences) {
      String head = head(each);
      if (isChange(each) && head.equals(lastHead)) {
        int last = sentences.size() - 1;
        sentences.set(last, sentences.get(last) + phrases.say("semicolon") + change(each));
      } else {
        sentences.add(sentence(each));
      }
      lastHead = isChange(each) ? head : "";
    }
    return sentences;
  }

  String say(String key, Map<String, String> places) {
    return phrases.say(key, places);
  }

  /** Whether it is one of perhaps several details of a thing. */
  private static boolean isChange(Difference difference) {
    return difference.what() == What.CHANGED && difference.kind() != Kind.FILE && difference.kind() != Kind.SENTENCE;
  }

  private String head(Difference difference) {
    Map<String, String> places = new HashMap<>();
    places.put("name", quoted(difference.name()));
    places.put("element", safe(difference.element()));
    places.put("named", named(difference.name(), difference.element()));
    places.put("type", values.type(difference.where().getOrDefault("type", "")));
    places.put("detail", safe(difference.detail()));
    places.put("row", difference.where().getOrDefault("row", ""));
    places.put("sentence", difference.where().getOrDefault("sentence", ""));
    places.put("note", difference.name().isEmpty() ? "" : " " + quoted(difference.name()));
    places.put("id", difference.element().isEmpty() ? "" : phrases.say("id", safe(difference.element())));
    places.put("when", when(difference));
    places.put("facts", facts(difference));
    places.put("before", text(difference, difference.before()));
    places.put("after", text(difference, difference.after()));
    for (String where : List.of("in", "after", "before", "from", "to", "against", "line", "answer")) {
      String value = cut(safe(difference.where().getOrDefault(where, "")));
      places.put("where_" + where, value.isEmpty() ? "" : phrases.say("where." + where, value));
    }
    return phrases.say(key(difference), places);
  }

  private String key(Difference difference) {
    String key = difference.kind() + "." + difference.what();
    String special = key + "." + difference.detail() + (difference.after().equals("1") ? ".one" : "");
    return phrases.has(special) ? special : phrases.has(key + "." + difference.detail())
        ? key + "." + difference.detail() : key;
  }

  private String text(Difference difference, String value) {
    if (value.isEmpty() && (difference.what() == What.RENAMED || difference.kind() == Kind.ELEMENT)) {
      return phrases.say(difference.what() == What.MOVED ? "value.process" : "value.unnamed");
    }
    boolean isName = difference.what() == What.RENAMED || difference.kind() == Kind.SENTENCE
        || difference.kind() == Kind.OPTION
        || difference.what() == What.MOVED && (difference.kind() == Kind.ELEMENT || difference.kind() == Kind.FIELD);
    return isName ? quoted(value) : safe(value);
  }

  private String change(Difference difference) {
    String before = value(difference, difference.before());
    String after = value(difference, difference.after());
    String detail = switch (difference.kind()) {
      case CELL, VALUE -> safe(difference.detail());
      default -> safe(values.detail(difference.detail()));
    };
    if (before.length() + after.length() > LONG) {
      return detail + phrases.say("colon").stripTrailing() + NEXT_LINE + phrases.say("was") + before + NEXT_LINE
          + phrases.say("now") + after;
    }
    return detail + phrases.say("colon") + before + " → " + after;
  }

  private String value(Difference difference, String value) {
    return safe(switch (difference.kind()) {
      case CELL -> cells.value(value, difference.where().getOrDefault("type", "").equals("input"));
      case VALUE -> value.isEmpty() ? phrases.say("value.none") : value;
      default -> values.value(difference.detail(), value);
    });
  }

  private String when(Difference difference) {
    return difference.facts().isEmpty() ? ""
        : phrases.say("when", difference.facts().entrySet().stream()
            .map(fact -> safe(cells.condition(fact.getKey(), fact.getValue())))
            .collect(Collectors.joining(phrases.say("and"))));
  }

  private String facts(Difference difference) {
    return difference.facts().isEmpty() ? ""
        : phrases.say("colon") + difference.facts().entrySet().stream()
            .map(fact -> safe(values.detail(fact.getKey())) + phrases.say("colon")
                + safe(values.value(fact.getKey(), fact.getValue())))
            .collect(Collectors.joining(phrases.say("semicolon")));
  }

  private String named(String name, String element) {
    if (name.isEmpty() || name.equals(element)) {
      return safe(element);
    }
    return quoted(name) + (element.isEmpty() ? "" : phrases.say("id", safe(element)));
  }

  private String quoted(String name) {
    return name.isEmpty() ? phrases.say("value.unnamed") : phrases.say("quoted", safe(name));
  }

  /** What only helps to find a place need not be told to its end. */
  private static String cut(String name) {
    return name.length() <= LONGEST_PLACE ? name : name.substring(0, LONGEST_PLACE).stripTrailing() + "…";
  }

  private static String safe(String text) {
    return PlainLine.of(text);
  }
}
