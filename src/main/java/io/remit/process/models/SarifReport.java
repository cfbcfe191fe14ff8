package io.remit.process.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.model.Finding;
import io.remit.model.FindingWords;
import io.remit.model.ModelRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

/** Findings as SARIF 2.1.0, which editors and build servers show at their lines. */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SarifReport() {
  }

  /** @param folder as it was said: the paths of the files begin with it */
  static String of(List<Finding> findings, FindingWords words, String folder) {
    ObjectNode log = JSON.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Remit models check");
    driver.put("language", words.language().equals("zh") ? "zh-CN" : "en-US");
    addRules(driver.putArray("rules"), words);
    run.put("language", words.language().equals("zh") ? "zh-CN" : "en-US").put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    findings.forEach(finding -> addResult(results.addObject(), finding, words, folder));
    return log.toPrettyString() + "\n";
  }

  private static void addRules(ArrayNode rules, FindingWords words) {
    for (ModelRule rule : ModelRule.values()) {
      ObjectNode each = rules.addObject().put("id", rule.name());
      each.putObject("shortDescription").put("text", words.sentence(rule));
      each.putObject("help").put("text", words.remedy(rule));
    }
  }

  private static void addResult(ObjectNode result, Finding finding, FindingWords words, String folder) {
    result.put("ruleId", finding.rule().name())
        .put("ruleIndex", Arrays.asList(ModelRule.values()).indexOf(finding.rule())).put("level", "error");
    String element = words.element(finding);
    result.putObject("message").put("text", (element.isEmpty() ? "" : element + ": ") + words.detail(finding) + ". "
        + words.remedy(finding.rule()));
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(folder, finding.file()));
    if (finding.line() > 0) {
      physical.putObject("region").put("startLine", finding.line());
    }
    if (!finding.element().isEmpty()) {
      ObjectNode logical = location.putArray("logicalLocations").addObject();
      logical.put("name", finding.name().isEmpty() ? finding.element() : finding.name())
          .put("fullyQualifiedName", finding.file() + "#" + finding.element()).put("kind", "element");
    }
  }

  private static String uri(String folder, String file) {
    String path = (folder + "/" + file).replace('\\', '/').replaceAll("/{2,}", "/").replaceFirst("^(\\./)+", "");
    try {
      return new URI(path.startsWith("/") ? "file" : null, path.startsWith("/") ? "" : null, path, null).toString();
    } catch (URISyntaxException unusable) {
      return "unknown";
    }
  }
}
