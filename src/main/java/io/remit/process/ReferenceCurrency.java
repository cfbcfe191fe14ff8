package io.remit.process;

import io.remit.ledger.Amount;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Turns amounts into the creditor's reference currency, in which the decision tables have their thresholds. The rates
 * are those of the decision {@code exchange-rates}; they are remembered until another version of it is deployed, which
 * is looked for once a minute.
 */
@Component
class ReferenceCurrency {

  private static final long LOOK_AGAIN_AFTER = Duration.ofMinutes(1).toNanos();

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final String reference;
  private volatile Rates rates;

  /** @param reference ISO 4217 code of the currency in which tables have their thresholds */
  ReferenceCurrency(@Lazy DecisionService decisions, @Lazy RepositoryService repository,
      @Value("${remit.reference-currency}") String reference) {
    this.decisions = decisions;
    this.repository = repository;
    this.reference = reference;
  }

  private record Rates(String tableId, long lookedAt, Map<String, Optional<BigDecimal>> unitsForOneEuro) {
  }

  /** The same in the reference currency; empty if there is no rate for its currency. */
  Optional<BigDecimal> of(Amount amount) {
    return amount.currency().equals(reference) ? Optional.of(amount.value())
        : changed(amount.value(), amount.currency(), reference);
  }

  /**
   * What a table says of the reference currency, in another one and rounded up to its scale; empty if it has no rate.
   */
  Optional<BigDecimal> in(String currency, BigDecimal ofReference) {
    return (currency.equals(reference) ? Optional.of(ofReference) : changed(ofReference, reference, currency))
        .map(amount -> amount.setScale(Money.decimalsOf(currency), RoundingMode.UP));
  }

  /** Whether the worth of a currency is known. */
  boolean knows(String currency) {
    return of(new Amount(currency, BigDecimal.ONE)).isPresent();
  }

  private Optional<BigDecimal> changed(BigDecimal amount, String from, String to) {
    return unitsForOneEuro(from).flatMap(given -> unitsForOneEuro(to)
        .map(wanted -> amount.multiply(wanted).divide(given, MathContext.DECIMAL64)));
  }

  private Optional<BigDecimal> unitsForOneEuro(String currency) {
    Rates known = current();
    return known.unitsForOneEuro().computeIfAbsent(currency, code -> ask(known.tableId(), code));
  }

  private Optional<BigDecimal> ask(String tableId, String currency) {
    List<Map<String, Object>> rows = decisions.evaluateDecisionTableById(tableId)
        .variables(Variables.putValue("currency", currency)).evaluate().getResultList();
    return rows.stream().findFirst().map(row -> new BigDecimal(String.valueOf(row.get("unitsForOneEuro"))))
        .filter(rate -> rate.signum() > 0);
  }

  private Rates current() {
    Rates known = rates;
    if (known != null && System.nanoTime() - known.lookedAt() < LOOK_AGAIN_AFTER) {
      return known;
    }
    String tableId = repository.createDecisionDefinitionQuery().decisionDefinitionKey(CaseModel.RATES_DECISION)
        .latestVersion().singleResult().getId();
    boolean same = known != null && known.tableId().equals(tableId);
    known = new Rates(tableId, System.nanoTime(), same ? known.unitsForOneEuro() : new ConcurrentHashMap<>());
    rates = known;
    return known;
  }
}
