package io.remit.outsourcing.change;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.outsourcing.PartnerAnswers.Answer;
import io.remit.outsourcing.TellPartner;
import io.remit.outsourcing.change.Change.Kind;
import io.remit.outsourcing.change.ChangeFile.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What partners say of the files of changes that they got. */
@Component
public class ChangeAnswers {

  private final ChangeFileRepository files;
  private final TellPartner tell;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  ChangeAnswers(ChangeFileRepository files, TellPartner tell, BusinessCalendar calendar, Timeline timeline) {
    this.files = files;
    this.tell = tell;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * The numbers of the lines of a file that the partner got.
   *
   * @return empty if the partner got no such file
   */
  public Optional<Set<Long>> linesOf(String partnerId, String reference) {
    return find(partnerId, reference).map(file -> files.linesOf(file).stream().map(Line::number)
        .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * A partner acknowledges a file. What it did not take, or neither now nor before named, an officer tells by hand; of
   * a case of which it took all, nobody has to tell what the file told.
   *
   * @param taken of each line that the partner names, whether it took it; the reason if not
   */
  public void acknowledged(String partnerId, String reference, Map<Long, Answer> taken) {
    ChangeFile file = find(partnerId, reference).orElseThrow();
    taken.forEach((number, answer) -> files.answered(file, number, answer.taken(), answer.reason()));
    files.acknowledged(file, calendar.now());
    files.linesOf(file).stream().collect(Collectors.groupingBy(Line::caseNumber)).forEach((caseNumber, lines) -> {
      List<Line> left = lines.stream().filter(line -> !Boolean.TRUE.equals(line.taken())).toList();
      left.forEach(line -> toBeTold(file, line, taken.get(line.number())));
      Instant told = tell.lastTold(caseNumber).orElse(Instant.EPOCH);
      if (left.isEmpty() && !files.leavesOpen(partnerId, caseNumber, told)) {
        tell.acknowledged(caseNumber, partnerId, file.composedAt(), Kind.WORDS);
      }
    });
  }

  private void toBeTold(ChangeFile file, Line line, @Nullable Answer answer) {
    if (answer == null) {
      timeline.add(line.caseNumber(), EntryKind.PLACEMENT, file.partnerId(),
          "The partner did not acknowledge what changed", file.reference());
    } else {
      timeline.add(line.caseNumber(), EntryKind.PLACEMENT, file.partnerId(), "The partner did not take what changed",
          answer.reason());
    }
    tell.notAcknowledged(line.caseNumber(), line.kind().name(), file.composedAt());
  }

  private Optional<ChangeFile> find(String partnerId, String reference) {
    return files.find(reference).filter(file -> file.partnerId().equals(partnerId) && file.deliveredAt() != null);
  }
}
