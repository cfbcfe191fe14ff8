package io.remit.process.contract;

import io.remit.cases.Channel;
import io.remit.contact.treatment.Treatment;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;

/** The messages that {@code next-treatment} plans can be sent. */
final class MessageRules implements ModelRules {

  private static final String FILE = CaseModel.TREATMENT_DECISION + ".dmn";
  private static final String FOLDER = "messages/";
  private static final List<String> LANGUAGES = List.of("en", "zh");

  @Override
  public void check(Models models, Findings found) {
    checkSteps(models, found);
    models.decision(CaseModel.TREATMENT_DECISION).map(DecisionTableModel::of).ifPresent(table -> {
      Set<String> told = new HashSet<>();
      for (DecisionTableModel.Row row : table.rows()) {
        String problem = problemOf(row, models);
        found.unless(problem == null || !told.add(problem), FILE, row.id(), ModelRule.MESSAGE_HAS_ITS_TEXT, problem);
      }
    });
  }

  /** What a step sends by itself. */
  private static void checkSteps(Models models, Findings found) {
    models.processes().forEach((file, model) -> model.getModelElementsByType(CamundaInputParameter.class).stream()
        .filter(input -> input.getCamundaName().equals(CaseModel.TEXT)).forEach(input -> {
          String template = input.getTextContent().strip();
          String step = ((BaseElement) input.getParentElement().getParentElement().getParentElement()).getId();
          LANGUAGES.stream().filter(language -> !isApproved(template, language, models)).forEach(
              language -> found.add(file, step, ModelRule.MESSAGE_HAS_ITS_TEXT, notApproved(template, language)));
        }));
  }

  private static String problemOf(DecisionTableModel.Row row, Models models) {
    String channel = row.value("channel");
    String template = row.value("template");
    if (!row.value("treatment").equals(Treatment.MESSAGE.name())) {
      return channel.isEmpty() && template.isEmpty() ? null : "only a message has a channel and a text";
    }
    if (Arrays.stream(Channel.values()).noneMatch(known -> known.name().equals(channel))) {
      return "there is no channel '" + channel + "'";
    }
    // What a robot says is a script, as what a person says.
    String kind = channel.equals(Channel.ROBOT_CALL.name()) ? "script" : channel.toLowerCase(Locale.ROOT);
    if (!template.endsWith("-" + kind)) {
      return "the text '" + template + "' is not made for " + channel;
    }
    return LANGUAGES.stream().filter(language -> !isApproved(template, language, models)).findFirst()
        .map(language -> notApproved(template, language)).orElse(null);
  }

  private static String notApproved(String template, String language) {
    return "the text " + template + " is not approved in " + language
        + ": no row of messages/register.csv names a file of it with its content";
  }

  private static boolean isApproved(String template, String language, Models models) {
    return models.text(FOLDER + "register.csv").orElse("").lines().map(line -> line.split(","))
        .filter(row -> row.length > 3 && row[0].equals(template) && row[1].equals(language))
        .anyMatch(row -> models.text(FOLDER + "%s.%s.%s.txt".formatted(template, language, row[2]))
            .filter(text -> sha256(text).equals(row[3])).isPresent());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
