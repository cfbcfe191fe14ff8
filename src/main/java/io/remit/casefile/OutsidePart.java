package io.remit.casefile;

import io.remit.cases.OutsideWork.Who;
import io.remit.outside.OutsideNotices;
import io.remit.outside.OutsideNotices.Change;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What changed about a case while a court or a partner has it, and is still to be told there. */
@Component
class OutsidePart implements CaseFilePart {

  private final OutsideNotices notices;
  private final FormWords words;

  OutsidePart(OutsideNotices notices, FormWords words) {
    this.notices = notices;
    this.words = words;
  }

  private record ToTell(List<ChangeRow> toTell) {
  }

  private record ChangeRow(String what, String at) {
  }

  @Override
  public ToTell of(OpenedForm form) {
    return new ToTell(Stream.of(Who.values()).flatMap(who -> notices.toTell(form.caseNumber(), who).stream())
        .sorted(Comparator.comparing(Change::at)).map(change -> new ChangeRow(words.of(change.what()),
            FormWords.dayAndTime(change.at(), form.about().debtor().timeZone()))).toList());
  }
}
