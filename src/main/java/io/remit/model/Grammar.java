package io.remit.model;

import io.remit.model.ModelVocabulary.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/** The elements and attributes that a kind of model may have, each with what it may hold. All others are refused. */
final class Grammar {

  private static final String TEXT = "*";
  /** Of what is refused, that which would run something. */
  private static final Set<String> RUNS = Set.of("script", "scriptTask", "connector", "class", "expression", "type",
      "topic", "resource", "formKey", "formData", "language", "expressionLanguage", "scriptFormat", "formHandlerClass",
      "variableMappingClass", "variableMappingDelegateExpression", "literalExpression", "functionDefinition",
      "invocation", "businessKnowledgeModel", "complexBehaviorDefinition", "import", "delegateExpression", "field");

  private final Map<String, String> namespaces = new HashMap<>();
  /** Attributes that the schema adds, each with its value: {@code processType=None}. */
  private final Set<String> addedBySchema = new HashSet<>();
  private final Map<String, Map<QName, ValueKind>> elements = new HashMap<>();
  private final Map<String, ValueKind> texts = new HashMap<>();

  private final UnaryOperator<ModelRule> named;

  private Grammar(UnaryOperator<ModelRule> named) {
    this.named = named;
  }

  /** Reads a grammar that Remit brings along. */
  static Grammar of(String resource) {
    return read(resource, UnaryOperator.identity());
  }

  /** Reads one whose violations are all of one rule. */
  static Grammar of(String resource, ModelRule rule) {
    return read(resource, broken -> rule);
  }

  private static Grammar read(String resource, UnaryOperator<ModelRule> named) {
    Grammar grammar = new Grammar(named);
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(Grammar.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(" "))
          .forEach(grammar::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return grammar;
  }

  private void add(String... words) {
    if (words[0].equals("namespace")) {
      namespaces.put(words[1], words[2]);
      return;
    }
    if (words[0].equals("schema")) {
      addedBySchema.addAll(List.of(words).subList(1, words.length));
      return;
    }
    String[] path = words[0].split(">");
    String element = key(path[path.length - 1]);
    String place = path.length == 1 ? element : key(path[0]) + ">" + element;
    Map<QName, ValueKind> attributes = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] attribute = words[i].split("=");
      if (attribute[0].equals(TEXT)) {
        texts.put(place, ValueKind.valueOf(attribute[1]));
      } else {
        attributes.put(name(attribute[0]), ValueKind.valueOf(attribute[1]));
      }
    }
    elements.put(place, attributes);
  }

  /** The namespaces that a file may declare. */
  Collection<String> namespaces() {
    return namespaces.values();
  }

  /** Adds what a part, or a part in it, breaks. */
  void check(String file, ModelPart root, ModelVocabulary vocabulary, List<Finding> found) {
    new Check(file, vocabulary, found).check(root, "", "");
  }

  private QName name(String prefixed) {
    int colon = prefixed.indexOf(':');
    return colon < 0 ? new QName(prefixed)
        : new QName(namespaces.get(prefixed.substring(0, colon)), prefixed.substring(colon + 1));
  }

  private String key(String prefixed) {
    return name(prefixed).toString();
  }

  /** One walk through a model. */
  private final class Check {

    private final String file;
    private final ModelVocabulary vocabulary;
    private final List<Finding> found;

    Check(String file, ModelVocabulary vocabulary, List<Finding> found) {
      this.file = file;
      this.vocabulary = vocabulary;
      this.found = found;
    }

    void check(ModelPart part, String parent, String idAround) {
      String own = part.attribute("id");
      String id = own.isEmpty() ? idAround : own;
      String element = part.name().toString();
      String place = elements.containsKey(parent + ">" + element) ? parent + ">" + element : element;
      Map<QName, ValueKind> attributes = elements.get(place);
      if (attributes == null) {
        unknown(part, id, part.name());
        return;
      }
      part.attributes().forEach((name, value) -> {
        ValueKind kind = attributes.get(name);
        if (kind == null) {
          if (!addedBySchema.contains(name + "=" + value)) {
            unknown(part, id, name);
          }
        } else {
          report(part, id, name.getLocalPart(), kind.refusal(value, vocabulary));
        }
      });
      ValueKind text = texts.get(place);
      if (text != null) {
        report(part, id, part.name().getLocalPart(), text.refusal(part.text().strip(), vocabulary));
      } else if (!part.text().isBlank()) {
        report(part, id, part.name().getLocalPart(),
            Optional.of(new Refusal(ModelRule.ONLY_KNOWN_PARTS, "no text belongs here")));
      }
      part.children().forEach(child -> check(child, element, id));
    }

    private void unknown(ModelPart part, String id, QName name) {
      boolean attribute = !name.equals(part.name());
      String namespace = name.getNamespaceURI().isEmpty() || namespaces.containsValue(name.getNamespaceURI()) ? ""
          : " of " + name.getNamespaceURI();
      found.add(new Finding(file, part.line(), id,
          named.apply(runs(name) ? ModelRule.NOTHING_RUNS_FROM_THE_MODEL : ModelRule.ONLY_KNOWN_PARTS),
          attribute ? part.name().getLocalPart() + " may not have " + name.getLocalPart() + namespace
              : "there may be no " + name.getLocalPart() + namespace));
    }

    /** The type of an element in the sense of XML runs nothing. */
    private static boolean runs(QName name) {
      return RUNS.contains(name.getLocalPart())
          && !XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(name.getNamespaceURI());
    }

    private void report(ModelPart part, String id, String where, Optional<Refusal> refusal) {
      refusal.ifPresent(
          refused -> found.add(new Finding(file, part.line(), id, named.apply(refused.rule()),
              where + ": " + refused.reason())));
    }
  }
}
