package io.remit.model.diff;

import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import io.remit.model.diff.FormFields.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What differs between two forms, by field: by its id, then by its key, then by what it says. */
final class FormDifferences {

  private final FormFields before;
  private final FormFields after;
  /** The place of a field before, by its place now. */
  private final Map<Integer, Integer> pairs = new LinkedHashMap<>();
  private final List<Difference> found = new ArrayList<>();

  private FormDifferences(FormFields before, FormFields after) {
    this.before = before;
    this.after = after;
  }

  static List<Difference> between(FormFields before, FormFields after) {
    FormDifferences differences = new FormDifferences(before, after);
    differences.match(Field::id);
    differences.match(field -> field.key().isEmpty() ? "" : field.key() + field.details());
    differences.match(Field::key);
    differences.match(field -> field.details() + field.label() + field.text() + field.choices());
    differences.compare();
    return differences.found;
  }

  private void match(Function<Field, String> key) {
    Map<String, List<Integer>> free = new HashMap<>();
    for (int i = 0; i < before.fields().size(); i++) {
      if (!pairs.containsValue(i) && !key.apply(before.fields().get(i)).isEmpty()) {
        free.computeIfAbsent(key.apply(before.fields().get(i)), each -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < after.fields().size(); i++) {
      List<Integer> places = free.getOrDefault(key.apply(after.fields().get(i)), new ArrayList<>());
      if (!pairs.containsKey(i) && !places.isEmpty()) {
        pairs.put(i, places.remove(0));
      }
    }
  }

  private void compare() {
    compareForm();
    for (int i = 0; i < before.fields().size(); i++) {
      if (!pairs.containsValue(i)) {
        found.add(whole(before, i, What.REMOVED));
      }
    }
    List<Integer> moved =
        Alignment.moved(pairs.keySet().stream().sorted().map(pairs::get).collect(Collectors.toList()));
    for (int i = 0; i < after.fields().size(); i++) {
      Integer old = pairs.get(i);
      if (old == null) {
        found.add(whole(after, i, What.ADDED));
      } else {
        compare(old, i, moved.contains(old));
      }
    }
    long arranged = pairs.entrySet().stream().filter(pair -> !neighbours(after, pair.getKey(), true)
        .equals(neighbours(before, pair.getValue(), false))).count();
    if (arranged > 0) {
      found.add(Difference.of(Kind.PICTURE, What.MOVED, "", "").detail("fields")
          .values("", String.valueOf(arranged)));
    }
  }

  private void compareForm() {
    if (!before.equals(FormFields.nothing())) {
      Difference form = Difference.of(Kind.FORM, What.CHANGED, after.id(), "");
      if (!before.id().equals(after.id())) {
        found.add(form.detail("id").values(before.id(), after.id()));
      }
      found.addAll(Details.compare(form, before.details(), after.details()));
    }
  }

  /** The fields in the same line of the form, of those that are in both forms, by their places now. */
  private List<Integer> neighbours(FormFields form, int place, boolean now) {
    Field field = form.fields().get(place);
    return pairs.entrySet().stream().filter(pair -> {
      Field other = form.fields().get(now ? pair.getKey() : pair.getValue());
      return other.equals(field) || !field.row().isEmpty() && other.row().equals(field.row())
          && other.group().equals(field.group());
    }).map(Map.Entry::getKey).sorted().toList();
  }

  private Difference whole(FormFields form, int place, What what) {
    Field field = form.fields().get(place);
    Map<String, String> facts = new LinkedHashMap<>(field.details());
    facts.remove("type");
    Details.add(facts, "choices", field.choices().entrySet().stream().map(FormDifferences::choice)
        .collect(Collectors.joining(", ")));
    if (!field.label().isEmpty()) {
      Details.add(facts, "text", String.join(" / ", field.text()));
    }
    return field(field, what).where("after", nameBefore(form, place)).facts(facts);
  }

  private static Difference field(Field field, What what) {
    return Difference.of(Kind.FIELD, what, field.element(), field.name()).where("type",
        "field." + field.details().getOrDefault("type", ""));
  }

  private static String nameBefore(FormFields form, int place) {
    return place == 0 ? "" : nameOf(form.fields().get(place - 1));
  }

  private static String nameOf(Field field) {
    return field.name().isEmpty() ? field.id() : field.name();
  }

  private void compare(int oldPlace, int place, boolean moved) {
    Field old = before.fields().get(oldPlace);
    Field now = after.fields().get(place);
    Difference subject = field(now, What.CHANGED);
    if (!old.label().equals(now.label())) {
      found.add(field(now, What.RENAMED).values(old.label(), now.label()));
    }
    String group = nameOfGroup(before, old.group());
    String newGroup = nameOfGroup(after, now.group());
    if (!old.group().equals(now.group()) && !group.equals(newGroup)) {
      found.add(subject.detail("group").values(group, newGroup));
    } else if (moved) {
      found.add(field(now, What.MOVED).values(nameBefore(before, oldPlace), nameBefore(after, place)));
    }
    if (!old.key().equals(now.key())) {
      found.add(subject.detail("key").values(old.key(), now.key()));
    }
    found.addAll(Details.compare(subject, old.details(), now.details()));
    found.addAll(TextDifferences.compare(old.text(), now.text()).stream()
        .map(line -> subject.detail("text").values(line.before(), line.after())).toList());
    compareChoices(old, now);
  }

  private static String nameOfGroup(FormFields form, String id) {
    return form.fields().stream().filter(field -> field.id().equals(id)).map(FormDifferences::nameOf).findFirst()
        .orElse("");
  }

  private void compareChoices(Field old, Field now) {
    old.choices().forEach((value, label) -> {
      String newLabel = now.choices().get(value);
      if (newLabel == null) {
        found.add(option(now, value, What.REMOVED).values(label, ""));
      } else if (!newLabel.equals(label)) {
        found.add(option(now, value, What.RENAMED).values(label, newLabel));
      }
    });
    now.choices().forEach((value, label) -> {
      if (!old.choices().containsKey(value)) {
        found.add(option(now, value, What.ADDED).values("", label));
      }
    });
    List<String> oldOrder = old.choices().keySet().stream().filter(now.choices()::containsKey).toList();
    List<String> order = now.choices().keySet().stream().filter(old.choices()::containsKey).toList();
    if (!oldOrder.equals(order)) {
      found.add(field(now, What.CHANGED).detail("order").values(
          oldOrder.stream().map(value -> nameOfChoice(old, value)).collect(Collectors.joining(", ")),
          order.stream().map(value -> nameOfChoice(now, value)).collect(Collectors.joining(", "))));
    }
  }

  private static Difference option(Field field, String value, What what) {
    return Difference.of(Kind.OPTION, what, field.element(), field.name()).detail(value).where("type",
        "field." + field.details().getOrDefault("type", ""));
  }

  private static String nameOfChoice(Field field, String value) {
    String label = field.choices().getOrDefault(value, "");
    return label.isEmpty() ? value : label;
  }

  private static String choice(Map.Entry<String, String> choice) {
    return choice.getValue().isEmpty() ? choice.getKey() : choice.getValue() + " (" + choice.getKey() + ")";
  }
}
