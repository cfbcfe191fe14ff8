package io.remit.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads and checks a file of {@link MigrationInstructions}. */
final class InstructionsFile {

  static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.migration\\.json");

  private static final JsonFactory STRICT = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(5).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,199}");
  private static final int LONGEST_COMMENT = 1000;
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> from = new LinkedHashMap<>();
  private final Map<String, String> elements = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> redate = new LinkedHashSet<>();
  private String comment = "";

  private InstructionsFile(String file) {
    this.file = file;
  }

  static InstructionsFile read(ModelFile file) {
    InstructionsFile read = new InstructionsFile(file.name());
    try (JsonParser json = STRICT.createParser(PlainFile.text(file.content()))) {
      read.fields(json);
    } catch (UnreadableModel e) {
      read.add(ModelRule.FILE_IS_PLAIN_TEXT, e.line(), String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      read.add(ModelRule.FILE_IS_PLAIN_TEXT, e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
          e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return read;
  }

  /** What is wrong with the file as it stands; empty if it has the form of instructions. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  MigrationInstructions instructions() {
    return new MigrationInstructions(List.copyOf(from.keySet()), elements, redate, comment);
  }

  private void fields(JsonParser json) throws IOException, UnreadableModel {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new UnreadableModel(1, "it is no JSON object");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      int line = lineOf(json);
      json.nextToken();
      switch (field) {
        case "from" -> each(field, json).forEach(this::version);
        case "elements" -> moves(json);
        case "redate" -> each(field, json).forEach((timer, at) -> {
          id(field, timer, at);
          redate.add(timer);
        });
        case "comment" -> {
          comment = text(field, json);
          if (comment.length() > LONGEST_COMMENT || ModelExpression.isIn(comment)) {
            add(ModelRule.VALUE_IS_PLAIN, line, "comment: plain text of at most " + LONGEST_COMMENT + " characters");
          }
        }
        default -> {
          add(ModelRule.ONLY_KNOWN_PARTS, line,
              field + ": there is no such field; there are from, elements, redate and comment");
          json.skipChildren();
        }
      }
    }
    if (json.nextToken() != null) {
      throw new UnreadableModel(lineOf(json), "something follows the instructions");
    }
    if (from.isEmpty()) {
      add(ModelRule.VERSION_IS_SEMANTIC, 0, "from: name the versions from which cases may come, such as [\"1.2.x\"]");
    }
  }

  private void version(String version, int line) {
    if (!MigrationInstructions.VERSIONS.matcher(version).matches()) {
      add(ModelRule.VERSION_IS_SEMANTIC, line,
          "from: " + shown(version) + " names no versions; write 1.2.0, 1.2.x or 1.x");
    }
    from.put(version, line);
  }

  private void moves(JsonParser json) throws IOException, UnreadableModel {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new UnreadableModel(lineOf(json), "elements: write {\"old_id\": \"new_id\"}");
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String old = json.currentName();
      int line = lineOf(json);
      json.nextToken();
      String fresh = text("elements", json);
      id("elements", old, line);
      id("elements", fresh, line);
      elements.put(old, fresh);
      lines.put(old, line);
    }
  }

  private static Map<String, Integer> each(String field, JsonParser json) throws IOException, UnreadableModel {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new UnreadableModel(lineOf(json), field + ": write a list, such as [\"one\", \"other\"]");
    }
    Map<String, Integer> values = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.put(text(field, json), lineOf(json));
    }
    return values;
  }

  private static String text(String field, JsonParser json) throws IOException, UnreadableModel {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new UnreadableModel(lineOf(json), field + ": write text in quotation marks");
    }
    return json.getText();
  }

  private void id(String field, String id, int line) {
    if (!ID.matcher(id).matches()) {
      add(ModelRule.VALUE_IS_PLAIN, line, field + ": " + shown(id) + " is no id of an element");
    }
    lines.putIfAbsent(id, line);
  }

  private static String shown(String value) {
    return value.substring(0, Math.min(value.length(), 60)).replaceAll("\\s+", " ");
  }

  /**
   * Whether the instructions fit the model that they lie beside.
   *
   * @param model null if there is none
   */
  void check(@Nullable ModelPart model, List<Finding> found) {
    found.addAll(findings);
    ModelPart process = model == null ? null : model.all().stream()
        .filter(part -> part.is("process")).findFirst().orElse(null);
    if (process == null) {
      found.add(finding(ModelRule.FILE_IS_NAMED_LIKE_ITS_MODEL, 0, "",
          "there is no process beside it; it is named like the process, such as "
              + MigrationInstructions.fileOf("collection-case")));
    } else {
      checkAgainst(process, found);
    }
  }

  private void checkAgainst(ModelPart process, List<Finding> found) {
    Map<String, ModelPart> byId = process.all().stream().filter(part -> !part.attribute("id").isEmpty())
        .collect(Collectors.toMap(part -> part.attribute("id"), part -> part, (one, same) -> one));
    elements.forEach((old, fresh) -> {
      if (!byId.containsKey(fresh)) {
        found.add(finding(ModelRule.REFERENCE_EXISTS, lines.getOrDefault(old, 0), fresh,
            "elements: the process has no element " + fresh + " at which cases of " + old + " could go on"));
      }
    });
    for (String timer : redate) {
      ModelPart element = byId.get(timer);
      if (element == null || element.all().stream()
          .noneMatch(part -> part.is("timerEventDefinition"))
          || !element.name().getLocalPart().endsWith("Event")) {
        found.add(finding(ModelRule.REFERENCE_EXISTS, lines.getOrDefault(timer, 0), timer,
            "redate: the process has no timer " + timer));
      }
    }
    String version = process.attributes().getOrDefault(new QName(CAMUNDA, "versionTag"), "");
    from.forEach((each, line) -> {
      if (!each.substring(0, each.indexOf('.') + 1).equals(version.substring(0, version.indexOf('.') + 1))) {
        found.add(finding(ModelRule.VERSION_IS_SEMANTIC, line, "", "from: cases of " + each
            + " stay where they are, since the first number of " + version + " is another"));
      }
    });
  }

  private void add(ModelRule rule, int line, String detail) {
    findings.add(finding(rule, line, "", detail));
  }

  private Finding finding(ModelRule rule, int line, String element, String detail) {
    return new Finding(file, line, element, rule, detail);
  }

  private static int lineOf(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }
}
