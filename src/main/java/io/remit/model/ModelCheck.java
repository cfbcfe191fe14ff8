package io.remit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks models against {@link ModelRule}. A pure function of the files and the vocabulary: nothing is loaded,
 * compiled, resolved or evaluated, whatever a file says.
 */
public final class ModelCheck {

  private static final Grammar BPMN = Grammar.of("bpmn.grammar");
  private static final Grammar DMN = Grammar.of("dmn.grammar");
  private static final Grammar FORM = Grammar.of("form.grammar", ModelRule.FORM_IS_PLAIN);
  private static final Pattern DEPLOYED = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}\\.(bpmn|dmn|form)");
  private static final Pattern FOR_PEOPLE = Pattern.compile("(messages/|words/)?README\\.md");

  private final ModelVocabulary vocabulary;

  public ModelCheck(ModelVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * A file as it was read, and what is wrong with it alone.
   *
   * @param model its parts; null for a text, and for what cannot be read
   */
  public record ReadFile(ModelFile file, @Nullable ModelPart model, List<Finding> findings) {
  }

  /**
   * Everything that is wrong with a folder of models: what could run or reach something, and what does not fit
   * together.
   *
   * @return in the order of the files; empty if the models can be deployed
   */
  public List<Finding> check(ModelFolder folder) {
    List<ReadFile> files = folder.files().stream().map(this::read).toList();
    List<Finding> found = new ArrayList<>(folder.unread());
    files.forEach(file -> found.addAll(file.findings()));
    found.addAll(together(files));
    return List.copyOf(found);
  }

  /** Reads a file, and checks what in it could run, and how it is named, versioned and drawn. */
  public ReadFile read(ModelFile file) {
    List<Finding> found = new ArrayList<>();
    ModelPart model = null;
    try {
      model = checkSafety(file, found);
    } catch (UnreadableModel e) {
      found.add(unreadable(file, e));
    }
    if (model != null) {
      NamingRules.check(file.name(), model, found);
    }
    return new ReadFile(file, model, List.copyOf(found));
  }

  /** What does not fit together. */
  public List<Finding> together(Collection<ReadFile> files) {
    Map<String, ModelPart> models = new LinkedHashMap<>();
    Set<String> unread = new HashSet<>();
    for (ReadFile file : files) {
      ModelPart model = file.model();
      if (model != null) {
        models.put(file.file().name(), model);
      } else if (file.file().isDeployed()) {
        unread.add(file.file().name());
      }
    }
    List<Finding> found = new ArrayList<>();
    ReferenceRules.check(models, unread, found);
    files.stream().map(ReadFile::file).filter(file -> InstructionsFile.NAME.matcher(file.name()).matches())
        .forEach(file -> InstructionsFile.read(file)
            .check(models.get(file.name().replace(".migration.json", ".bpmn")), found));
    DecisionTableRules.check(models, vocabulary.silent().keySet(), found);
    return found;
  }

  /**
   * What in one file could run, or could reach something beyond what models may reach. It says nothing about whether
   * the file fits to others.
   */
  public List<Finding> safetyOf(ModelFile file) {
    List<Finding> found = new ArrayList<>();
    try {
      checkSafety(file, found);
    } catch (UnreadableModel e) {
      found.add(unreadable(file, e));
    }
    return found;
  }

  /** The same for a process that the engine has read by itself. */
  public List<Finding> safetyOfProcess(String file, ModelPart definitions) {
    List<Finding> found = new ArrayList<>();
    checkProcess(file, definitions, found);
    return found;
  }

  /** The same for a decision that the engine has read by itself. */
  public List<Finding> safetyOfDecision(String file, ModelPart definitions) {
    List<Finding> found = new ArrayList<>();
    DMN.check(file, definitions, vocabulary, found);
    return found;
  }

  /** What is read of a model; null for a text. */
  private @Nullable ModelPart checkSafety(ModelFile file, List<Finding> found) throws UnreadableModel {
    String name = file.name();
    ModelPart model = null;
    if (file.content().length > ModelFolder.LARGEST_FILE) {
      found.add(new Finding(name, 0, "", ModelRule.FILE_IS_EXPECTED,
          "it is larger than " + ModelFolder.LARGEST_FILE + " bytes"));
    } else if (file.isDeployed() && DEPLOYED.matcher(name).matches()) {
      model = parse(file, found);
      if (file.ends(".bpmn")) {
        checkProcess(name, model, found);
      } else {
        (file.ends(".dmn") ? DMN : FORM).check(name, model, vocabulary, found);
      }
    } else if (TextRules.MESSAGE.matcher(name).matches() || TextRules.REGISTER.matcher(name).matches()
        || TextRules.WORDS.matcher(name).matches()) {
      TextRules.check(name, PlainFile.text(file.content()), vocabulary, found);
    } else if (!FOR_PEOPLE.matcher(name).matches() && !InstructionsFile.NAME.matcher(name).matches()) {
      found.add(new Finding(name, 0, "", ModelRule.FILE_IS_EXPECTED,
          "it is no model, form, message text or list of words; keep it elsewhere"));
    }
    return model;
  }

  private static ModelPart parse(ModelFile file, List<Finding> found) throws UnreadableModel {
    if (file.ends(".form")) {
      return JsonModel.read(file.content());
    }
    XmlModel.Document document = XmlModel.read(file.content(), (file.ends(".bpmn") ? BPMN : DMN).namespaces());
    document.unknown().forEach((namespace, line) -> found.add(new Finding(file.name(), line, "",
        ModelRule.ONLY_KNOWN_PARTS, "the namespace " + namespace + " is not known here")));
    return document.root();
  }

  private void checkProcess(String file, ModelPart definitions, List<Finding> found) {
    BPMN.check(file, definitions, vocabulary, found);
    // The engine would ask for the date while it deploys.
    definitions.all().stream().filter(part -> part.is("startEvent"))
        .filter(start -> start.children().stream()
            .anyMatch(child -> child.is("timerEventDefinition")))
        .forEach(start -> found.add(new Finding(file, start.line(), start.attribute("id"),
            ModelRule.TIMER_STARTS_NOTHING, "it starts by a timer")));
  }

  private static Finding unreadable(ModelFile file, UnreadableModel reason) {
    return new Finding(file.name(), reason.line(), "", ModelRule.FILE_IS_PLAIN_TEXT,
        String.valueOf(reason.getMessage()));
  }
}
