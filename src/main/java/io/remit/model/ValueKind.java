package io.remit.model;

import io.remit.model.ModelVocabulary.Place;
import io.remit.model.ModelVocabulary.Refusal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the value of an attribute, or the text of an element, may be. */
enum ValueKind {

  ID("[A-Za-z_][A-Za-z0-9_.-]{0,199}"),
  /** The name by which code or another model refers to something. */
  CODE_NAME("[A-Za-z][A-Za-z0-9_-]{0,99}"),
  WORD("[A-Za-z0-9][A-Za-z0-9 ._+-]{0,99}"),
  ADDRESS("https?://[A-Za-z0-9._/#-]{1,200}"),
  BOOLEAN("true|false"),
  NUMBER("-?\\d{1,9}(\\.\\d{1,9})?"),
  COLOUR("#[0-9A-Fa-f]{3,8}|none|[a-z]{3,20}"),
  BINDING("latest|deployment"),
  DECISION_MAPPING("singleEntry|singleResult|collectEntries|resultList"),
  LISTENED("start|end|take|create|assignment|update|complete|delete"),
  RETRY("R[1-9]\\d?/P(\\d{1,3}D|T\\d{1,4}[HM])"),
  FORMAL("([A-Za-z][A-Za-z0-9]*:)?tFormalExpression"),
  HIT_POLICY("UNIQUE|FIRST|ANY|COLLECT|RULE ORDER"),
  AGGREGATION("SUM|COUNT|MIN|MAX"),
  TYPE("string|boolean|integer|long|double|number|date"),

  /** What people read. */
  TEXT(value -> value.length() <= 4_000, "it is longer than 4000 characters"),
  /** A name that hides nothing which an expression may ask for. */
  VARIABLE("[A-Za-z][A-Za-z0-9]{0,60}") {
    @Override
    Optional<Refusal> refusal(String value, ModelVocabulary vocabulary) {
      return vocabulary.beans().contains(value) || OF_THE_ENGINE.matcher(value).matches()
          ? refused(value + " is the name of something else") : super.refusal(value, vocabulary);
    }
  },

  DELEGATE(Place.DELEGATE),
  CONDITION(Place.CONDITION),
  VALUE(Place.VALUE),
  BUSINESS_KEY(Place.BUSINESS_KEY),
  DECISION_OUTPUT(Place.DECISION_OUTPUT),
  NUMBER_OR_VALUE("\\d{1,3}") {
    @Override
    Optional<Refusal> refusal(String value, ModelVocabulary vocabulary) {
      return ModelExpression.isIn(value) ? VALUE.refusal(value, vocabulary) : super.refusal(value, vocabulary);
    }
  },
  /** The groups to which a task is offered, or what names the one that a fact decides. */
  GROUPS_OR_VALUE("[A-Za-z0-9]{1,60}(, ?[A-Za-z0-9]{1,60}){0,9}") {
    @Override
    Optional<Refusal> refusal(String value, ModelVocabulary vocabulary) {
      return ModelExpression.isIn(value) ? VALUE.refusal(value, vocabulary) : super.refusal(value, vocabulary);
    }
  },
  INPUT("[A-Za-z0-9][A-Za-z0-9_ .-]{0,99}") {
    @Override
    Optional<Refusal> refusal(String value, ModelVocabulary vocabulary) {
      return ModelExpression.isIn(value) ? VALUE.refusal(value, vocabulary) : super.refusal(value.strip(), vocabulary);
    }
  },

  /** What a decision asks for: one fact by its name. */
  FACT("[A-Za-z][A-Za-z0-9]{0,60}"),
  CELL(value -> true, "") {
    @Override
    Optional<Refusal> refusal(String value, ModelVocabulary vocabulary) {
      return DecisionCell.refusal(value).map(reason -> new Refusal(ModelRule.CELL_IS_SIMPLE, reason));
    }
  },

  FORM_SCHEMA("https://unpkg\\.com/@bpmn-io/form-json-schema@[0-9.]+/resources/schema\\.json"),
  CHOICE("[A-Za-z0-9_]{1,60}"),
  WIDTH("null|\\d{1,2}"),
  /**
   * A regular expression that a field is checked by in the browser; one that repeats what repeats may take for ever.
   */
  PATTERN(value -> value.length() <= 100 && value.matches("\\^.*\\$") && !value.matches(".*[*+}]\\).*[*+{].*"),
      "it is no short pattern from ^ to $ without repetitions in repetitions"),
  VIEW_LIST("=\\w{1,40}View\\.\\w{1,40}"),
  HIDDEN("=outcome = null|=outcome != \"\\w{1,60}\"|=count\\(\\w{1,40}View\\.\\w{1,40}\\) = 0"),
  SHOWN(ShownText::isPlain, "it has markup, an address or an expression in it");

  private static final Pattern OF_THE_ENGINE = Pattern.compile("execution|task|decisionResult|connector|externalTask"
      + "|authenticatedUserId|now|dateTime|caseExecution|loopCounter|nrOf\\w+");
  private static final int SHOWN_LENGTH = 80;

  private final Predicate<String> kept;
  private final String otherwise;
  private final @Nullable Place place;

  ValueKind(String regex) {
    this(Pattern.compile(regex).asMatchPredicate(), "it is not of the kind that belongs here");
  }

  ValueKind(Predicate<String> kept, String otherwise) {
    this.kept = kept;
    this.otherwise = otherwise;
    this.place = null;
  }

  ValueKind(Place place) {
    this.kept = value -> false;
    this.otherwise = "";
    this.place = place;
  }

  /** Why a value may not stand here; empty if it may. */
  Optional<Refusal> refusal(String value, ModelVocabulary vocabulary) {
    if (place != null) {
      return vocabulary.refusal(place, value);
    }
    if (ModelExpression.isIn(value)) {
      return Optional.of(new Refusal(ModelRule.EXPRESSION_IS_KNOWN, "no expression may stand here: " + shown(value)));
    }
    return kept.test(value) ? Optional.empty() : refused(shown(value) + ": " + otherwise);
  }

  private static Optional<Refusal> refused(String reason) {
    return Optional.of(new Refusal(ModelRule.VALUE_IS_PLAIN, reason));
  }

  private static String shown(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "...";
  }
}
