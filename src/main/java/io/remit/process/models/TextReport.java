package io.remit.process.models;

import io.remit.model.Finding;
import io.remit.model.FindingWords;
import java.util.List;

/** Findings for a person at a screen: where, what is wrong, and what to do. */
final class TextReport {

  private TextReport() {
  }

  static String of(List<Finding> findings, FindingWords words) {
    boolean chinese = words.language().equals("zh");
    StringBuilder report = new StringBuilder();
    for (Finding finding : findings) {
      report.append(finding.file().isEmpty() ? "." : finding.file());
      if (finding.line() > 0) {
        report.append(':').append(finding.line());
      }
      if (!finding.element().isEmpty()) {
        report.append("  ").append(words.element(finding));
      }
      report.append("\n    ").append(words.detail(finding)).append("\n    ").append(finding.rule()).append(": ")
          .append(words.sentence(finding.rule())).append("\n    ").append(chinese ? "怎么办：" : "What to do: ")
          .append(words.remedy(finding.rule())).append("\n\n");
    }
    long files = findings.stream().map(Finding::file).distinct().count();
    if (findings.isEmpty()) {
      return chinese ? "没有发现问题：这些模型可以使用。\n" : "Nothing is wrong: these models can be used.\n";
    }
    return report.append(chinese ? "共 " + findings.size() + " 处问题，涉及 " + files + " 个文件。\n"
        : findings.size() + (findings.size() == 1 ? " finding" : " findings") + " in " + files
            + (files == 1 ? " file.\n" : " files.\n")).toString();
  }
}
