package io.remit.process.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails.DebtorType;
import io.remit.cases.Stage;
import io.remit.figures.UnitCosts;
import io.remit.gate.Jurisdiction;
import io.remit.hold.Hold;
import io.remit.ledger.Amount;
import io.remit.limitation.LimitationPolicy;
import io.remit.model.ModelsForTests;
import io.remit.model.RunningModels;
import io.remit.outsourcing.PartnerChoice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done where a table has no row for a question: those that may be silent mean something by it. */
class SilentTablesTest {

  private static final Amount AMOUNT = new Amount("EUR", BigDecimal.TEN);

  private final DecisionService decisions = mock(DecisionService.class, RETURNS_DEEP_STUBS);
  private final RepositoryService repository = mock(RepositoryService.class, RETURNS_DEEP_STUBS);
  private final RunningModels models = ModelsForTests.shipped();
  private final ReferenceCurrency currencies = new ReferenceCurrency(decisions, repository, models, "EUR");
  private final DecisionTables tables = new DecisionTables(decisions, currencies);
  private final ContactRules contact = new ContactRules(decisions, repository, models);
  private final Policies policies = new Policies();

  @BeforeEach
  void noTableHasARow() {
    when(decisions.evaluateDecisionTableByKey(any()).variables(anyMap()).evaluate().getResultList())
        .thenReturn(List.of());
    when(decisions.evaluateDecisionTableById(any()).variables(anyMap()).evaluate().getResultList())
        .thenReturn(List.of());
    when(repository.createDecisionDefinitionQuery().decisionDefinitionKey(any()).latestVersion().singleResult().getId())
        .thenReturn("1");
  }

  @Test
  void noAnswerMeansWhatIsSaidOfIt() throws IOException {
    assertThat(Tables.SILENT.keySet()).containsExactlyInAnyOrder("contact-policy", "channels-by-stage",
        "exchange-rates", "cost-of-collection", "division-rules", "limitation", "partners-for-case", "hardship-relief",
        "sale-basis", "task-marks");
    assertThat(guide()).contains(Tables.SILENT.entrySet().stream()
        .map(silent -> "| `" + silent.getKey() + "` | " + silent.getValue() + " |").toList());
    assertThat(contact.rulesOf(Jurisdiction.DEFAULT, Channel.SMS)).isEmpty();
    assertThat(contact.allows(Stage.MESSAGE, Channel.SMS)).isFalse();
    assertThat(currencies.of(new Amount("XAF", BigDecimal.TEN))).isEmpty();
    assertThat(policies.costOfCollection(tables).of(UnitCosts.Kind.SMS, "EUR")).isEmpty();
    assertThat(tables.rows(Tables.DIVISION, new Tables.Work("VISIT", "LOAN", "PERSON", AMOUNT, false))).isEmpty();
    assertThat(policies.limitation(tables).periodFor(
        new LimitationPolicy.Question("DE", null, "LOAN", DebtorType.PERSON))).isEmpty();
    assertThat(policies.partnersForCase(tables).partnersFor(
        new PartnerChoice.Question("DE", null, AMOUNT, 100, "LOAN"))).isEmpty();
    assertThat(tables.rows(Tables.RELIEFS, new Tables.InNeed("LASTING", 10, AMOUNT, true))).isEmpty();
    assertThat(policies.saleBases(tables).basesIn("DE")).isEmpty();
    assertThat(tables.rows(Tables.MARKS, new Tables.OfTask(AMOUNT, "NONE"))).isEmpty();
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("docs", "modelling-style.md"));
  }

  @Test
  void theOthersMustAnswer() {
    assertThatThrownBy(() -> policies.holdRules(tables).ruleOf(Hold.Reason.DISPUTE))
        .hasMessage("the decision hold-rules answers with 0 rows");
    assertThatThrownBy(() -> policies.allocationOrder(tables).forProduct("LOAN"))
        .hasMessage("the decision allocation-order answers with 0 rows");
    assertThatThrownBy(() -> new AgingTable(decisions, repository, models).stageAt(10))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
