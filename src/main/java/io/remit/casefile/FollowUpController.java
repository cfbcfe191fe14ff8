package io.remit.casefile;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseRepository;
import io.remit.cases.FollowUp;
import io.remit.cases.FollowUpRepository;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Cases that are behind their accounts, because the engine could not be told what happened. */
@RestController
@Tag(name = "Cases")
class FollowUpController {

  private static final int MOST_SHOWN = 1000;

  private final FollowUpRepository waiting;
  private final CaseRepository cases;
  private final CaseLifecycle lifecycle;

  FollowUpController(FollowUpRepository waiting, CaseRepository cases, CaseLifecycle lifecycle) {
    this.waiting = waiting;
    this.cases = cases;
    this.lifecycle = lifecycle;
  }

  /** @param cases the debtor's open cases in the currency; none if one is to be opened */
  record Waiting(String debtorId, String currency, List<String> cases, FollowUp.Why why, Instant since,
      @Nullable Instant triedAt, int tries) {
  }

  /** The cases. */
  record AllWaiting(List<Waiting> items) {
  }

  @GetMapping("/api/follow-ups")
  @Operation(summary = "Whose cases have to follow what was booked on their accounts and cannot yet; the oldest first")
  AllWaiting waiting() {
    return new AllWaiting(waiting.waiting(MOST_SHOWN).stream().map(each -> new Waiting(each.debtorId(),
        each.currency(), cases.openOf(each.debtorId(), each.currency()), each.why(), each.since(), each.triedAt(),
        each.tries())).toList());
  }

  @PostMapping("/api/cases/{caseNumber}/restart")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Start the process of an open case again that somebody deleted, at the stage of its age")
  void restart(@PathVariable String caseNumber, Principal user) {
    if (cases.find(caseNumber).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such case");
    }
    if (!lifecycle.restart(caseNumber, user.getName())) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "the case is closed, or its process is there");
    }
  }
}
