package io.remit.process.decision;

import io.remit.ledger.Amount;
import io.remit.ledger.Money;
import io.remit.model.RunningModels;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Turns amounts into the creditor's reference currency, in which the decision tables have their thresholds. The rates
 * are those of the decision {@code exchange-rates}.
 */
@Component
public class ReferenceCurrency {

  private final RememberedTable<Tables.Currency, Tables.Rate> rates;
  private final String reference;

  /** @param reference ISO 4217 code of the currency in which tables have their thresholds */
  ReferenceCurrency(@Lazy DecisionService decisions, @Lazy RepositoryService repository, RunningModels models,
      @Value("${remit.reference-currency}") String reference) {
    this.rates = new RememberedTable<>(Tables.RATES, decisions, repository, models);
    this.reference = reference;
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
  public boolean knows(String currency) {
    return of(new Amount(currency, BigDecimal.ONE)).isPresent();
  }

  private Optional<BigDecimal> changed(BigDecimal amount, String from, String to) {
    return unitsForOneEuro(from).flatMap(given -> unitsForOneEuro(to)
        .map(wanted -> amount.multiply(wanted).divide(given, MathContext.DECIMAL64)));
  }

  private Optional<BigDecimal> unitsForOneEuro(String currency) {
    var known = rates.latest();
    return known.answer(currency, () -> known.rows(new Tables.Currency(currency)).stream().findFirst()
        .map(Tables.Rate::unitsForOneEuro).filter(rate -> rate.signum() > 0));
  }
}
