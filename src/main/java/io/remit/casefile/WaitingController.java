package io.remit.casefile;

import io.remit.cases.WaitingCheck;
import io.remit.contact.treatment.UnreachableCases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases that somebody has to look after, since nothing goes on there by itself. */
@RestController
@Tag(name = "Cases")
class WaitingController {

  private static final int MOST_SHOWN = 1000;

  private final WaitingCheck check;
  private final UnreachableCases unreachable;

  WaitingController(WaitingCheck check, UnreachableCases unreachable) {
    this.check = check;
    this.unreachable = unreachable;
  }

  /**
   * What there is to look after.
   *
   * @param withoutNext open cases that wait for no date and have no task that somebody sees: there should be none
   * @param unreachable open cases whose debtor can be reached in no way that is known
   */
  record Waiting(List<WaitingCheck.Broken> withoutNext, List<UnreachableCases.Unreachable> unreachable) {
  }

  @GetMapping("/api/waiting-cases")
  @Operation(summary = "Open cases that would wait for ever, and those whose debtor can be reached in no way")
  Waiting waiting() {
    return new Waiting(check.broken().stream().limit(MOST_SHOWN).toList(), unreachable.open(MOST_SHOWN));
  }
}
