package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** For lenders who count loan orders: each account is a case of its own. */
@ProcessTest
@TestPropertySource(properties = "remit.case.grouping=account")
@DirtiesContext
@Tag("own-application")
class AccountGroupingTest {

  @Autowired
  private CaseWorld world;

  @Test
  void twoAccountsOfADebtorAreTwoCasesThatLiveByThemselves() {
    ArrearsRow young = world.account(10);
    ArrearsRow old = world.accountOf(young.debtorId(), 200).owes("250.00");
    world.load(young, old);

    TestedCase youngCase = world.caseOf(young);
    TestedCase oldCase = world.caseOf(old);
    assertThat(youngCase.facts().stage()).isEqualTo(Stage.MESSAGE);
    assertThat(oldCase.facts().stage()).isEqualTo(Stage.LEGAL);

    world.pay(old, "250.00");
    assertThat(oldCase.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(oldCase.process()).hasPassed("end_cured").isEnded();
    assertThat(youngCase.facts().status()).isEqualTo(Status.OPEN);
  }
}
