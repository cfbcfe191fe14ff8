package io.remit.casefile;

import io.remit.cases.MatterKey;
import io.remit.offer.OfferEntry;
import io.remit.offer.OfferRequest;
import io.remit.plan.Instalment;
import io.remit.plan.PlanDraft;
import io.remit.plan.PlanEntry;
import io.remit.plan.PlanRequest;
import io.remit.plan.PlanRequest.FieldNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Plans and offers, for staff. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
@Tag(name = "Plans and offers")
class TermsController {

  private final KnownCases cases;
  private final PlanEntry plans;
  private final OfferEntry offers;
  private final TermsPart files;

  TermsController(KnownCases cases, PlanEntry plans, OfferEntry offers, TermsPart files) {
    this.cases = cases;
    this.plans = plans;
    this.offers = offers;
    this.files = files;
  }

  /**
   * A plan over the whole outstanding amount.
   *
   * @param instalments how many; null if {@code amount} is given
   * @param firstDueOn ISO date ahead of the first one
   * @param interval MONTHLY, FORTNIGHTLY or WEEKLY; null for monthly
   * @param amount of each instalment but the last; null if {@code instalments} is given
   */
  record NewPlan(@Nullable String instalments, @Nullable String firstDueOn, @Nullable String interval,
      @Nullable String amount) {

    PlanRequest request() {
      return new PlanRequest(instalments, amount, firstDueOn, interval, FieldNames.REST_INTERFACE);
    }
  }

  /**
   * What a plan would be.
   *
   * @param needsApproval whether another person would have to approve it
   */
  record Preview(String currency, BigDecimal total, boolean needsApproval, List<Instalment> schedule) {
  }

  /** Why a plan is ended. */
  record Cancellation(String reason) {
  }

  /** The name of what was proposed, such as {@code C100001-L3}. */
  record Proposed(String name) {
  }

  @GetMapping("/plans")
  @Operation(summary = "The plans of a case with their schedules, the newest last")
  List<TermsPart.PlanFile> plans(@PathVariable String caseNumber) {
    return files.plans(cases.number(caseNumber));
  }

  @PostMapping("/plans/preview")
  @Operation(summary = "Calculate a plan and check it, without proposing it")
  Preview preview(@PathVariable String caseNumber, @RequestBody NewPlan plan) {
    PlanDraft draft = plans.preview(cases.number(caseNumber), plan.request());
    return new Preview(draft.currency(), draft.schedule().total(), draft.limits().approval(),
        draft.schedule().instalments());
  }

  @PostMapping("/plans")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Propose a plan: within the limits it is offered to the debtor, above them it is approved first")
  Proposed propose(@PathVariable String caseNumber, @RequestBody NewPlan plan, Principal user) {
    return proposed(plans.propose(cases.number(caseNumber), plan.request(), user.getName()));
  }

  @PostMapping("/plans/{plan}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a plan: collection goes on, and the debtor is told")
  void cancel(@PathVariable String caseNumber, @PathVariable String plan, @RequestBody Cancellation cancellation,
      Principal user) {
    MatterKey matter = planOf(cases.number(caseNumber), plan);
    if (!plans.cancel(matter, cancellation.reason(), user.getName())) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "the case has no such plan that is open");
    }
  }

  @GetMapping("/offers")
  @Operation(summary = "The offers of a case to settle for less, the newest last")
  List<TermsPart.OfferFile> offers(@PathVariable String caseNumber) {
    return files.offers(cases.number(caseNumber));
  }

  @PostMapping("/offers")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Propose to waive a part, at once or for a payment; once sent to the debtor it binds us")
  Proposed offer(@PathVariable String caseNumber, @RequestBody OfferRequest offer, Principal user) {
    return proposed(offers.propose(cases.number(caseNumber), offer, user.getName()));
  }

  private static Proposed proposed(Optional<MatterKey> matter) {
    return new Proposed(matter.orElseThrow(KnownCases::closed).toString());
  }

  private static MatterKey planOf(String caseNumber, String name) {
    try {
      MatterKey key = MatterKey.of(name);
      if (key.kind() == MatterKey.Kind.PLAN && key.caseNumber().equals(caseNumber)) {
        return key;
      }
    } catch (IllegalArgumentException noKey) {
      // Answered below, as the name of another matter is.
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such plan");
  }
}
