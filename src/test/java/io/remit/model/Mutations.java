package io.remit.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Shipped models with something hostile at a place that chance chooses; the same seed gives the same ones. */
public final class Mutations {

  private static final Pattern TAG = Pattern.compile("<[A-Za-z]\\w*(?::\\w+)?(?=[ >/])");
  private static final Pattern VALUE = Pattern.compile("(?<=[a-zA-Z]=\")[^\"]+(?=\")");
  private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>\\s][^<>]*(?=</)");
  private static final Pattern AFTER_TAG = Pattern.compile("(?<=[\"\\w]>)");
  private static final Pattern JSON_TEXT = Pattern.compile("(?<=: \")[^\"]+(?=\")");
  private static final Pattern JSON_OBJECT = Pattern.compile("(?<=\\{)(?=\\s)");
  private static final String RUN = HostileChange.RUN;
  private static final String CLASS = Marker.class.getName();

  private static final List<String> ATTRIBUTES = List.of("class=\"" + CLASS + "\"", "expression=\"" + RUN + "\"",
      "delegateExpression=\"" + RUN + "\"", "assignee=\"" + RUN + "\"", "candidateUsers=\"" + RUN + "\"",
      "formKey=\"" + RUN + "\"", "formHandlerClass=\"" + CLASS + "\"", "jobPriority=\"" + RUN + "\"",
      "taskPriority=\"" + RUN + "\"", "collection=\"" + RUN + "\"", "type=\"shell\"", "topic=\"" + RUN + "\"",
      "resource=\"deployment://run.groovy\"", "variableMappingClass=\"" + CLASS + "\"", "errorMessage=\"" + RUN + "\"",
      "candidateStarterUsers=\"" + RUN + "\"", "initiator=\"" + RUN + "\"", "inputVariable=\"" + RUN + "\"");
  private static final List<String> PREFIXES = List.of("camunda:", "");
  private static final List<String> ELEMENTS = List.of("<script scriptFormat=\"juel\">" + RUN + "</script>",
      "<executionListener expression=\"" + RUN + "\" event=\"start\" />",
      "<taskListener class=\"" + CLASS + "\" event=\"create\" />",
      "<connector><connectorId>" + RUN + "</connectorId></connector>",
      "<field name=\"x\" expression=\"" + RUN + "\" />",
      "<inputParameter name=\"x\">" + RUN + "</inputParameter>",
      "<literalExpression><text>" + RUN + "</text></literalExpression>",
      "<scriptTask id=\"run\" scriptFormat=\"juel\"><script>" + RUN + "</script></scriptTask>",
      "<timeCycle>" + RUN + "</timeCycle>", "<completionCondition>" + RUN + "</completionCondition>", RUN,
      "#" + RUN.substring(1));
  private static final List<String> EXPRESSIONS = List.of(RUN, "#" + RUN.substring(1), "x" + RUN, RUN + RUN);
  private static final List<String> JSON_FIELDS = List.of("\"properties\": {\"x\": \"1\"},", "\"html\": \"<b>\",",
      "\"src\": \"javascript:alert(1)\",", "\"expression\": \"=caseView\",", "\"url\": \"https://example.org\",",
      "\"content\": \"<img src=x>\",", "\"action\": \"reset\",");
  private static final List<String> JSON_VALUES = List.of("=caseView", "<script>alert(1)</script>",
      "[x](javascript:alert(1))", "{{string(caseView)}}", "![x](//example.org/{{caseView.debtor}})", RUN);

  private final Random chance;
  private final List<ModelFile> shipped;

  /** @param seed by which chance chooses */
  public Mutations(long seed, ModelFolder shipped) {
    this.chance = new Random(seed);
    this.shipped = shipped.files().stream().filter(ModelFile::isDeployed).toList();
  }

  /** So many of them. */
  public List<ModelFile> next(int count) {
    List<ModelFile> mutated = new ArrayList<>();
    while (mutated.size() < count) {
      ModelFile file = any(shipped);
      String text = new String(file.content(), StandardCharsets.UTF_8);
      String changed = file.name().endsWith(".form") ? form(text) : xml(text);
      mutated.add(new ModelFile(file.name(), changed.getBytes(StandardCharsets.UTF_8)));
    }
    return mutated;
  }

  private String xml(String text) {
    return switch (chance.nextInt(4)) {
      case 0 -> put(text, TAG, tag -> tag + " " + any(PREFIXES) + any(ATTRIBUTES));
      case 1 -> put(text, AFTER_TAG, nothing -> any(ELEMENTS));
      case 2 -> put(text, VALUE, value -> any(EXPRESSIONS));
      default -> put(text, TEXT, value -> any(EXPRESSIONS));
    };
  }

  private String form(String text) {
    return chance.nextBoolean() ? put(text, JSON_OBJECT, nothing -> any(JSON_FIELDS))
        : put(text, JSON_TEXT, value -> any(JSON_VALUES));
  }

  private String put(String text, Pattern where, UnaryOperator<String> change) {
    MatchResult place = any(where.matcher(text).results().toList());
    return text.substring(0, place.start()) + change.apply(place.group()) + text.substring(place.end());
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }
}
