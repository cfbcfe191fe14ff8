package io.remit.casefile;

import io.remit.approval.Proposal;
import io.remit.approval.Withdrawals;
import io.remit.cases.Bucket;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.cases.Timeline;
import io.remit.files.ListPage;
import io.remit.hold.HoldEntry;
import io.remit.translation.Translation;
import io.remit.translation.Translations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Cases, for staff. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseController {

  private static final int LARGEST_PAGE = 1000;

  private final KnownCases cases;
  private final CaseFiles files;
  private final Timeline timeline;
  private final Withdrawals withdrawals;
  private final HoldEntry holds;
  private final Translations translations;

  CaseController(KnownCases cases, CaseFiles files, Timeline timeline, Withdrawals withdrawals, HoldEntry holds,
      Translations translations) {
    this.cases = cases;
    this.files = files;
    this.timeline = timeline;
    this.withdrawals = withdrawals;
    this.holds = holds;
    this.translations = translations;
  }

  /** Why a case is withdrawn. */
  record Withdrawal(String reason) {
  }

  /** A withdrawal on which another person decides, such as C100001-W7. */
  record Waiting(String withdrawal) {
  }

  /**
   * Why a case is paused.
   *
   * @param reason DISPUTE, HARDSHIP, BREATHING_SPACE, INSOLVENCY, DECEASED, FRAUD, VULNERABLE, REPRESENTED,
   *     MILITARY_SERVICE, CEASE, TO_BE_READ or CREDITOR_REQUEST
   * @param reviewOn ISO date ahead on which a supervisor looks at it at the latest; null for the usual one
   * @param until ISO date ahead from which it is over by itself, or null
   * @param contactName who is asked in the debtor's place, with DECEASED, INSOLVENCY and REPRESENTED; else
   *     null
   * @param contactPhone the phone number of that person, E.164, or null
   * @param from ISO date on which the reason began, if that was before today: the pause counts from then, and the note
   *     says why it is written down only now; else null
   */
  record Pause(String reason, String note, @Nullable String reviewOn, @Nullable String until,
      @Nullable String contactName, @Nullable String contactPhone, @Nullable String from) {
  }

  @GetMapping
  @Operation(summary = "Find cases by stage, status, bucket or debtor")
  CaseFiles.Page find(@RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(required = false) @Nullable Status status,
      @RequestParam(required = false) @Nullable String bucket,
      @RequestParam(required = false) @Nullable String debtor,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    return files.find(new CaseSearch.Criteria(stage, status, bucket == null ? null : bucketOf(bucket), debtor), page,
        size);
  }

  @GetMapping("/{caseNumber}")
  @Operation(summary = "One case with its accounts, holds, promises, plans and offers")
  CaseFiles.CaseFile one(@PathVariable String caseNumber) {
    return files.find(caseNumber).orElseThrow(KnownCases::unknown);
  }

  @GetMapping("/{caseNumber}/timeline")
  @Operation(summary = "What happened in a case, oldest first, in the language of Accept-Language: English or Chinese")
  List<Timeline.Event> timeline(@PathVariable String caseNumber) {
    Translation translation = translations.ofCaller();
    return timeline.of(cases.number(caseNumber)).stream().map(event -> said(event, translation)).toList();
  }

  private static Timeline.Event said(Timeline.Event event, Translation translation) {
    Translation.Entry entry = translation.entry(event.text(), event.data());
    return new Timeline.Event(event.at(), event.type(), event.channel(), event.actor(), entry.text(), entry.detail());
  }

  @PostMapping("/{caseNumber}/withdrawal")
  @Operation(summary =
      "The creditor takes a case back: it closes as WITHDRAWN and its accounts stay out (204), or another"
      + " person has to approve it first (202)")
  @ApiResponse(responseCode = "204", description = "The case is withdrawn")
  @ApiResponse(responseCode = "202", description = "Another person decides on it", useReturnTypeSchema = true)
  ResponseEntity<Waiting> withdraw(@PathVariable String caseNumber, @RequestBody Withdrawal withdrawal,
      Principal user) {
    Proposal proposed = withdrawals.withdraw(cases.number(caseNumber), withdrawal.reason(), user.getName())
        .orElseThrow(KnownCases::closed);
    return proposed.waits() ? ResponseEntity.accepted().body(new Waiting(proposed.subject()))
        : ResponseEntity.noContent().build();
  }

  @PostMapping("/{caseNumber}/holds")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Pause a case for what its debtor wrote: a supervisor's task decides how it goes on")
  void hold(@PathVariable String caseNumber, @RequestBody Pause pause, Principal user) {
    cases.number(caseNumber);
    var entered = new HoldEntry.Entered(pause.reason(), pause.note(), pause.reviewOn(), pause.until(),
        pause.contactName(), pause.contactPhone(), pause.from());
    if (holds.raise(caseNumber, entered, user.getName()).isEmpty()) {
      throw KnownCases.closed();
    }
  }

  private static Bucket bucketOf(String label) {
    try {
      return Bucket.labelled(label);
    } catch (IllegalArgumentException unknown) {
      throw badRequest("bucket: one of M0 to M6 or M7+");
    }
  }

  private static ResponseStatusException badRequest(String reason) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
  }
}
