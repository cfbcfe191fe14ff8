package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.partner.ContractKind;
import io.remit.partner.EnteredPartner;
import io.remit.partner.EnteredPartner.ContractEntry;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.partner.Sales;
import io.remit.partner.Sales.Signature;
import io.remit.partner.Standing.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing goes to who buys debts without a legal basis that a legal officer and a supervisor have signed. */
@ProcessTest
class SaleOfDebtTest {

  private static final String BUYER = "localcn1";
  private static final String BASIS = "Yin Bao Jian Ban 2021 No. 26";

  @Autowired
  private CaseWorld world;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private Sales sales;

  @AfterEach
  void serviceAgain() {
    partners.begin();
  }

  private void buys(String ends, List<String> places) {
    EnteredPartner buyer = PartnersForTests.of("A buyer", PartnerKind.LOCAL_COLLECTOR, places, 10_000);
    partners.ensure(BUYER, new EnteredPartner(buyer.name(), buyer.kind(), buyer.places(), buyer.products(),
        buyer.fieldsOfLaw(), buyer.capacity(), buyer.channels(), buyer.dataFields(), buyer.licence(),
        new ContractEntry("2000-01-01", ends, "SALE"), buyer.commission()));
  }

  private void buys() {
    buys("2099-12-31", List.of("CN"));
  }

  private boolean isHandedOver() {
    TestedCase opened = world.open(world.account(400).with("country", "CN"));
    world.moveTo("2007-09-03T09:00:00Z");
    try {
      opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", BUYER));
    } catch (RuntimeException refused) {
      assertThat(refused).hasMessageContaining("partnerId: must be one of the partners that suit this case");
    }
    world.runDueJobs();
    return world.database.sql("select count(*) from placement where case_number = :case and status = 'PLACED'")
        .param("case", opened.number()).query(Long.class).single() > 0;
  }

  private boolean isReason(Reason reason) {
    return register.standingOf(register.get(BUYER)).reasons().contains(reason);
  }

  @Test
  void nothingIsHandedOverBeforeTheBasisIsThereAndBothHaveSigned() {
    buys();
    assertThat(register.get(BUYER).papers().contract().kind()).isEqualTo(ContractKind.SALE);
    assertThat(isReason(Reason.NO_LEGAL_BASIS)).isTrue();
    assertThat(isHandedOver()).as("no basis").isFalse();

    sales.enter(BUYER, BASIS, "Contract file 7", "outsourcing1");
    assertThat(isReason(Reason.SALE_NOT_SIGNED)).isTrue();
    assertThat(isHandedOver()).as("no signature").isFalse();
    sales.sign(BUYER, Signature.LEGAL, "legal1");
    assertThat(isHandedOver()).as("one signature").isFalse();

    sales.sign(BUYER, Signature.SUPERVISOR, "supervisor1");
    assertThat(register.standingOf(register.get(BUYER)).isGood()).isTrue();
    assertThat(isHandedOver()).isTrue();
  }

  @Test
  void aBasisThatIsTakenAwayAfterTheApprovalLetsNothingGo() {
    buys();
    sales.enter(BUYER, BASIS, "Contract file 7", "outsourcing1");
    sales.sign(BUYER, Signature.LEGAL, "legal1");
    sales.sign(BUYER, Signature.SUPERVISOR, "supervisor1");
    TestedCase opened = world.open(world.account(400).with("country", "CN"));
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", BUYER));

    sales.enter(BUYER, BASIS, "Contract file 8", "outsourcing1");
    world.runDueJobs();

    assertThat(opened.called("placement")).isWaitingAt("task_approve_placement");
    assertThat(opened.timeline("PLACEMENT")).endsWith("Not handed over: localcn1 may get nothing: "
        + "a legal officer and a supervisor have not both signed the sale");
  }

  @Test
  void twoPeopleSignAndNobodySignsWhatTheyEntered() {
    buys();
    assertThatThrownBy(() -> sales.sign(BUYER, Signature.LEGAL, "legal1"))
        .hasMessageContaining("signature: there is no legal basis to sign");
    sales.enter(BUYER, BASIS, "Contract file 7", "outsourcing1");
    assertThatThrownBy(() -> sales.sign(BUYER, Signature.SUPERVISOR, "outsourcing1"))
        .hasMessageContaining("you entered this yourself");

    sales.sign(BUYER, Signature.LEGAL, "supervisor1");

    assertThatThrownBy(() -> sales.sign(BUYER, Signature.SUPERVISOR, "supervisor1"))
        .hasMessageContaining("you signed this already");
    assertThat(isReason(Reason.SALE_NOT_SIGNED)).isTrue();
  }

  @Test
  void aBasisIsOneOfItsCountryAndGoesWithItsContract() {
    buys("2099-12-31", List.of());
    assertThatThrownBy(() -> sales.enter(BUYER, BASIS, "Contract file 7", "outsourcing1"))
        .hasMessageContaining("basis: is one of a country");
    buys("2099-12-31", List.of("FR"));
    assertThatThrownBy(() -> sales.enter(BUYER, BASIS, "Contract file 7", "outsourcing1"))
        .hasMessageContaining("basis: is none on which debts may be sold in FR");
    buys();
    assertThatThrownBy(() -> sales.enter(BUYER, "because", "Contract file 7", "outsourcing1"))
        .hasMessageContaining("basis: is none on which debts may be sold in CN");
    assertThatThrownBy(() -> sales.enter("agency1", BASIS, "Contract file 7", "outsourcing1"))
        .hasMessageContaining("basis: is for a partner with a contract of the kind SALE");
    sales.enter(BUYER, BASIS, "Contract file 7", "outsourcing1");
    sales.sign(BUYER, Signature.LEGAL, "legal1");
    sales.sign(BUYER, Signature.SUPERVISOR, "supervisor1");

    buys("2090-12-31", List.of("CN"));

    assertThat(isReason(Reason.NO_LEGAL_BASIS)).as("another contract is signed anew").isTrue();
  }
}
