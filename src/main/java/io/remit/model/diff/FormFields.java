package io.remit.model.diff;

import io.remit.model.ModelPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as it is read.
 *
 * @param details what is said of the form itself
 * @param fields in the order in which they are shown, those of a group behind the group
 */
record FormFields(String id, Map<String, String> details, List<Field> fields) {

  private static final String COMPONENT = "component-";
  private static final Set<String> CHOICES = Set.of("values", "columns");

  /**
   * A field, a text, a table or a group.
   *
   * @param text what it shows, line by line
   * @param group the id of the group in which it is; empty for the form itself
   * @param row the name of the line of the form in which it stands
   * @param choices its options, or a table's columns: labels by value
   */
  record Field(String id, String key, String label, List<String> text, String group, String row,
      Map<String, String> details, Map<String, String> choices) {

    /** The label, or what is known of one that has none. */
    String name() {
      if (!label.isEmpty()) {
        return label;
      }
      return text.isEmpty() ? key : text.get(0);
    }

    /** What it is known by: its key, or else its id. */
    String element() {
      return key.isEmpty() ? id : key;
    }
  }

  static FormFields nothing() {
    return new FormFields("", Map.of(), List.of());
  }

  static FormFields of(ModelPart form) {
    Map<String, String> details = Details.empty();
    Details.attributes(form).forEach((name, value) -> {
      if (!name.equals("id") && !name.equals("$schema")) {
        Details.add(details, name, value);
      }
    });
    List<Field> fields = new ArrayList<>();
    read(form, "", fields, details);
    details.remove("exporter");
    return new FormFields(form.attribute("id"), details, List.copyOf(fields));
  }

  private static void read(ModelPart part, String group, List<Field> fields, Map<String, String> details) {
    for (ModelPart child : part.children()) {
      String type = child.name().getLocalPart();
      if (type.startsWith(COMPONENT)) {
        field(child, group, fields);
      } else if (type.equals("layout")) {
        Details.add(details, "width", present(child.attribute("columns")));
      } else if (type.equals("validate") || type.equals("conditional")) {
        Details.attributes(child).forEach((name, value) -> Details.add(details, type + "." + name, present(value)));
      } else if (!CHOICES.contains(type)) {
        Details.add(details, type, Details.canonical(child));
      }
    }
  }

  /** JSON's null says that there is nothing. */
  private static String present(String value) {
    return value.equals("null") ? "" : value;
  }

  private static void field(ModelPart part, String group, List<Field> fields) {
    Map<String, String> details = Details.empty();
    Details.attributes(part).forEach((name, value) -> {
      if (!Set.of("id", "key", "label", "text").contains(name)) {
        Details.add(details, name, present(value));
      }
    });
    List<Field> inside = new ArrayList<>();
    read(part, part.attribute("id"), inside, details);
    Map<String, String> choices = new LinkedHashMap<>();
    part.children().stream().filter(child -> CHOICES.contains(child.name().getLocalPart())).forEach(choice -> {
      String value = choice.attribute("value");
      Details.add(choices, value.isEmpty() ? choice.attribute("key") : value, choice.attribute("label"));
    });
    List<String> text = part.attribute("text").lines().map(Details::oneLine).filter(line -> !line.isEmpty()).toList();
    fields.add(new Field(part.attribute("id"), part.attribute("key"), Details.oneLine(part.attribute("label")), text,
        group, Details.child(part, "layout").attribute("row"), details, choices));
    fields.addAll(inside);
  }
}
