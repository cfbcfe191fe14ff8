package io.remit.casefile;

import org.springframework.stereotype.Component;

/** Which case it is, and what it amounts to. */
@Component
class FiguresPart implements CaseFilePart {

  private final FormWords words;

  FiguresPart(FormWords words) {
    this.words = words;
  }

  private record Figures(String caseNumber, String stage, long daysPastDue, String overdue, String outstanding) {
  }

  @Override
  public Figures of(OpenedForm form) {
    WholeCase about = form.about();
    return new Figures(about.caseNumber(), words.name(about.its().stage()), about.figures().daysPastDue(),
        FormWords.money(form.currency(), about.figures().overdue()),
        FormWords.money(form.currency(), about.figures().outstanding()));
  }
}
