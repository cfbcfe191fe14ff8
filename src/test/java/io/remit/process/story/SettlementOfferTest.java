package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.hold.Hold;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.offer.Offer;
import io.remit.offer.Offer.Status;
import io.remit.offer.OfferEntry;
import io.remit.offer.OfferRequest;
import io.remit.offer.Offers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An offer that the debtor has is kept: whoever pays what it asks for owes no more than it says. */
@ProcessTest
class SettlementOfferTest {

  private static final String OFFER_MESSAGE = "2007-09-03T09:00:00Z EMAIL settlement-offer-email";

  @Autowired
  private CaseWorld world;
  @Autowired
  private OfferEntry entry;
  @Autowired
  private Offers offers;
  @Autowired
  private Bookings bookings;

  private ArrearsRow account;
  private MatterKey key;

  /** EUR 460.00, 40 days past due, on Monday, 3 September, an hour before anybody may be contacted. */
  private TestedCase opened() {
    account = world.account(40);
    return world.open(account);
  }

  private void propose(TestedCase opened, String by) {
    key = entry.propose(opened.number(), new OfferRequest("300", "2007-09-20", null, null, "160", "Lost his work"), by)
        .orElseThrow();
  }

  /** EUR 160.00 are waived if EUR 300.00 are paid by 20 September. */
  private TestedCase caseWithOffer() {
    TestedCase opened = opened();
    propose(opened, "collector1");
    opened.submit(Worker.SUPERVISOR, "APPROVED");
    return opened;
  }

  private Offer offer() {
    return offers.get(key);
  }

  private List<String> waivers() {
    return world.database.sql("""
        select reference, amount from ledger_entry where account_number = :account and type = 'WAIVER' order by entry_id
        """).param("account", account.accountNumber())
        .query((row, number) -> row.getString("reference") + " " + row.getBigDecimal("amount").setScale(2)).list();
  }

  @Test
  void anApprovedOfferBindsUsAndPausesContact() {
    TestedCase opened = opened();
    propose(opened, "collector1");
    ProcessInstance process = opened.matter("settlement-offer");
    assertThat(opened.openTask()).isEqualTo("task_approve_offer 2007-09-05T06:00:00Z");
    assertThat(opened.process()).isWaitingAt("stage_telephone");

    opened.submit(Worker.SUPERVISOR, "APPROVED");

    assertThat(process).hasPassedInOrder("offer_made", "needs_approval", "task_approve_offer", "which_decision",
        "is_conditional", "send_offer").hasNotPassed("waive_at_once", "rejected").isWaitingAt("offer_due");
    assertThat(opened.dueDates(process)).containsOnly(entry("offer_due", Instant.parse("2007-09-24T06:00:00Z")));
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.holds()).singleElement()
        .satisfies(hold -> assertThat(hold.reason()).isEqualTo(Hold.Reason.OFFER));
    assertThat(opened.openTask()).isEqualTo("none");
    world.moveTo("2007-09-24T05:59:59Z");
    assertThat(opened.messages()).containsExactly(OFFER_MESSAGE);
  }

  @Test
  void whoPaysWhatTheOfferAsksForOwesNothingMore() {
    TestedCase opened = caseWithOffer();
    ProcessInstance process = opened.matter("settlement-offer");
    world.moveTo("2007-09-10T10:00:00Z");

    world.pay(account, "300.00");
    world.runDueJobs();

    assertThat(process).isEnded().hasPassedInOrder("send_offer", "offer_changed", "which_result",
        "release_after_fulfilment", "end_fulfilled").hasNotPassed("judge_offer", "end_lapsed");
    assertThat(offer().status()).isEqualTo(Status.FULFILLED);
    assertThat(waivers()).containsExactly(key + "-1 160.00");
    assertThat(world.outstanding(account)).isZero();
    assertThat(opened.process()).isEnded().hasPassed("end_cured");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(opened.messages()).containsExactly(OFFER_MESSAGE);
    assertThat(opened.timeline("OFFER")).last().asString().startsWith("Offer fulfilled");
  }

  @Test
  void anOfferIsAboutTheAccountsThatItWasMadeFor() {
    TestedCase opened = caseWithOffer();
    ArrearsRow invoice = world.accountOf(account.debtorId(), 25);
    TestedCase beside = world.open(invoice);
    assertThat(beside.number()).isNotEqualTo(opened.number());
    world.moveTo("2007-09-10T10:00:00Z");
    assertThat(beside.messages()).isNotEmpty();

    world.pay(invoice, "300.00");
    assertThat(offer().status()).isEqualTo(Status.SENT);
    world.pay(account, "300.00");

    assertThat(offer().status()).isEqualTo(Status.FULFILLED);
    assertThat(world.outstanding(account)).isZero();
    assertThat(world.outstanding(invoice)).as("nothing of it is waived").isEqualByComparingTo("160.00");
    assertThat(beside.facts().status()).isEqualTo(CollectionCase.Status.OPEN);
  }

  @Test
  void twoPaymentsCanFulfilAnOffer() {
    TestedCase opened = caseWithOffer();
    world.moveTo("2007-09-10T10:00:00Z");
    world.pay(account, "100.00");
    assertThat(offer().status()).isEqualTo(Status.SENT);
    assertThat(waivers()).isEmpty();
    assertThat(opened.process()).isWaitingAtExactly("held");
    world.moveTo("2007-09-20T10:00:00Z");

    world.pay(account, "200.00");

    assertThat(offer().status()).isEqualTo(Status.FULFILLED);
    assertThat(waivers()).containsExactly(key + "-1 160.00");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
  }

  @Test
  void aPaymentOfTheLastDayCountsAlsoIfItIsBookedLater() {
    TestedCase opened = caseWithOffer();
    world.moveTo("2007-09-22T10:00:00Z");

    bookings.book(new Booking("LATE-" + key, account.accountNumber(), Type.PAYMENT, new BigDecimal("300.00"),
        LocalDate.parse("2007-09-20"), null, "operator", "found on the statement"));

    assertThat(offer().status()).isEqualTo(Status.FULFILLED);
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
  }

  @Test
  void whoPaysTooLateOwesTheRestAndCollectionGoesOn() {
    TestedCase opened = caseWithOffer();
    ProcessInstance process = opened.matter("settlement-offer");
    world.moveTo("2007-09-21T10:00:00Z");
    world.pay(account, "300.00");
    assertThat(opened.process()).isWaitingAtExactly("held");
    world.moveTo("2007-09-24T05:59:59Z");
    assertThat(opened.messages()).containsExactly(OFFER_MESSAGE);

    world.moveTo("2007-09-24T06:00:00Z");

    assertThat(process).isEnded().hasPassedInOrder("offer_due", "judge_offer", "judged", "which_result",
        "release_after_lapse", "end_lapsed").hasNotPassed("offer_changed", "end_fulfilled");
    assertThat(offer().status()).isEqualTo(Status.LAPSED);
    assertThat(waivers()).isEmpty();
    assertThat(world.outstanding(account)).isEqualTo("160.00");
    assertThat(opened.process()).hasPassedInOrder("held", "what_changed", "decide_stage")
        .isWaitingAt("stage_telephone");
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(21);
    assertThat(opened.dueDates()).containsOnly(
        entry("telephone_treatment_due", Instant.parse("2007-09-24T09:00:00Z")),
        entry("timer_visit_due", Instant.parse("2007-11-13T06:00:00Z")));
  }

  @Test
  void whatWasWaivedStaysWaivedIfThePaymentIsTakenBack() {
    TestedCase opened = caseWithOffer();
    String payment = world.pay(account, "300.00");
    world.runDueJobs();
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);

    world.reverse(account, "300.00", payment);

    assertThat(offer().status()).isEqualTo(Status.FULFILLED);
    assertThat(world.outstanding(account)).isEqualTo("300.00");
    assertThat(waivers()).hasSize(1);
    TestedCase again = world.caseOf(account);
    assertThat(again.number()).isNotEqualTo(opened.number());
    assertThat(again.process()).isWaitingAt("stage_telephone");
  }

  @Test
  void aPaymentThatCuresTheCaseStillEarnsTheWaiver() {
    account = world.account(40).owes("460.00").with("outstanding_amount", "1000.00");
    TestedCase opened = world.open(account);
    key = entry.propose(opened.number(), new OfferRequest("500", "2007-09-20", null, null, "500", "Lost his work"),
        "collector1").orElseThrow();
    opened.submit(Worker.SUPERVISOR, "APPROVED");

    world.pay(account, "500.00");

    assertThat(offer().status()).isEqualTo(Status.FULFILLED);
    assertThat(world.outstanding(account)).isZero();
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(world.database.sql("select count(*) from collection_case where debtor_id = :debtor")
        .param("debtor", account.debtorId()).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void anOfferBindsUsAlsoWhenTheCaseIsClosed() {
    TestedCase opened = caseWithOffer();
    ProcessInstance process = opened.matter("settlement-offer");
    world.lifecycle.withdraw(opened.number(), "supervisor1", "sold");
    assertThat(process).isWaitingAt("offer_due");

    world.pay(account, "300.00");
    world.runDueJobs();

    assertThat(process).isEnded().hasPassed("end_fulfilled");
    assertThat(world.outstanding(account)).isZero();
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void aSmallWaiverOfFeesIsBookedAtOnce() {
    TestedCase opened = opened();
    bookings.book(new Booking("FEE-" + opened.number(), account.accountNumber(), Type.FEE, new BigDecimal("30.00"),
        world.today(), null, "supervisor1", "returned debit"));

    key = entry.propose(opened.number(), new OfferRequest(null, null, "30", null, null, "Our mistake"), "collector1")
        .orElseThrow();
    ProcessInstance process = opened.matter("settlement-offer");
    world.runDueJobs();

    assertThat(process).isEnded().hasPassedInOrder("needs_approval", "is_conditional", "waive_at_once", "waived",
        "which_result", "end_fulfilled").hasNotPassed("task_approve_offer", "send_offer");
    assertThat(waivers()).containsExactly(key + "-1 30.00");
    assertThat(world.outstanding(account)).isEqualTo("460.00");
    assertThat(opened.process()).isWaitingAt("stage_telephone").hasNotPassed("case_changed");
    assertThat(opened.holds()).isEmpty();
  }

  @Test
  void nobodyApprovesHisOwnOffer() {
    TestedCase opened = opened();
    propose(opened, "supervisor1");

    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, "APPROVED"))
        .hasStackTraceContaining("outcome: is for another person");

    assertThat(opened.matter("settlement-offer")).isWaitingAt("task_approve_offer").hasNotPassed("send_offer");
    assertThat(opened.holds()).isEmpty();
  }

  @Test
  void aRejectedOfferIsOverAndTheDebtorHearsNothingOfIt() {
    TestedCase opened = opened();
    propose(opened, "collector1");
    ProcessInstance process = opened.matter("settlement-offer");

    opened.submit(Worker.SUPERVISOR, "REJECTED");

    assertThat(process).isEnded().hasPassedInOrder("which_decision", "rejected", "which_result", "end_rejected")
        .hasNotPassed("send_offer", "release_after_lapse");
    assertThat(offer().status()).isEqualTo(Status.REJECTED);
    assertThat(opened.process()).isWaitingAt("stage_telephone").hasNotPassed("case_changed");
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void anOfferThatWasNotSentEndsWithItsCase() {
    TestedCase opened = opened();
    propose(opened, "collector1");
    ProcessInstance process = opened.matter("settlement-offer");

    world.pay(account, "460.00");

    assertThat(process).isEnded().hasPassedInOrder("offer_changed", "which_result", "end_case_closed")
        .hasNotPassed("send_offer");
    assertThat(offer().status()).isEqualTo(Status.CANCELLED);
    assertThat(opened.openTask()).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "300, 2007-09-20, -, -, -, Why, 'principal: nothing is waived: say of fees, interest or principal how much is'",
      "300, 2007-09-20, 1,  -, 160, Why, fees: is more than what is owed of it: at most EUR 0.00",
      "300, 2007-09-20, -,  -, 461, Why, principal: is more than what is owed of it: at most EUR 460.00",
      "301, 2007-09-20, -, -, 160, Why, payAmount: is more than what is owed beside what is waived: at most EUR 300.00",
      "300, 2007-09-03, -,  -, 160, Why, 'payBy: must lie ahead, not after 2007-10-03'",
      "300, 2007-10-04, -,  -, 160, Why, 'payBy: must lie ahead, not after 2007-10-03'",
      "-5,  2007-09-20, -,  -, 160, Why, 'payAmount: must be an amount such as 46.00'",
      "300, 2007-09-20, -,  -, 160, -,   'reason: say why, in up to 500 characters'"})
  void whatCannotBeOfferedIsRefusedAtItsField(String pay, String by, String fees, String interest, String principal,
      String reason, String message) {
    TestedCase opened = opened();

    assertThatThrownBy(() -> entry.propose(opened.number(),
        new OfferRequest(pay, by, fees, interest, principal, reason), "collector1"))
        .isInstanceOf(InvalidInputException.class).hasMessage(message);

    assertThat(offers.ofCase(opened.number())).isEmpty();
    assertThat(opened.timeline("OFFER")).isEmpty();
  }

  @Test
  void aSentOfferIsNotReplacedByAnother() {
    TestedCase opened = caseWithOffer();

    assertThatThrownBy(() -> propose(opened, "collector1")).hasMessageContaining("one that was sent binds us");

    assertThat(offers.ofCase(opened.number())).hasSize(1);
  }
}
