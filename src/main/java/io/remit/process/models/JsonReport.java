package io.remit.process.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.model.Finding;
import io.remit.model.FindingWords;
import java.util.List;

/** Findings for a program: {@code {"findings": [...]}}. */
final class JsonReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {
  }

  static String of(List<Finding> findings, FindingWords words) {
    ObjectNode report = JSON.createObjectNode();
    ArrayNode all = report.putArray("findings");
    for (Finding finding : findings) {
      ObjectNode each = all.addObject().put("file", finding.file());
      if (finding.line() > 0) {
        each.put("line", finding.line());
      }
      each.put("element", finding.element()).put("name", finding.name()).put("rule", finding.rule().name())
          .put("sentence", words.sentence(finding.rule())).put("detail", words.detail(finding))
          .put("remedy", words.remedy(finding.rule()));
    }
    return report.toPrettyString() + "\n";
  }
}
