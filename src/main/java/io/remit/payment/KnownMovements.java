package io.remit.payment;

import io.remit.payment.BankMovement.Fate;
import io.remit.payment.SameMoney.Verdict;
import io.remit.statement.BankEntry;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows the same money again, whatever form it comes in: by itself, as a whole, or in parts. */
@Component
class KnownMovements {

  private static final String PREFIX = "B-";

  private final BankMovementRepository movements;
  private final UnidentifiedPaymentRepository unidentified;
  private final IdentificationEnds ends;

  KnownMovements(BankMovementRepository movements, UnidentifiedPaymentRepository unidentified,
      IdentificationEnds ends) {
    this.movements = movements;
    this.unidentified = unidentified;
    this.ends = ends;
  }

  /**
   * How a movement stands to what is known.
   *
   * @param known what it is the same as, or may be; null if it is new
   * @param whole the entry of which it is a part, or null
   */
  record Recognised(Verdict verdict, @Nullable BankMovement known, @Nullable BankMovement whole) {

    /** What it is the same as, or may be; only asked for where it is not new. */
    BankMovement earlier() {
      return Objects.requireNonNull(known, "only what is new is not known");
    }
  }

  Recognised recognise(StatementPart part, Telling telling) {
    if (!part.entry().isDivided()) {
      Recognised found = best(part.told(), movements.maybeSame(part.told(), telling), null);
      return found.verdict() == Verdict.SAME ? found : asTheSumOfOthers(part.told(), telling).orElse(found);
    }
    BankMovement whole = wholeOf(part.entry(), telling.ofWhole());
    Recognised found = best(part.told(), movements.maybeSame(part.told(), telling), whole);
    return found.verdict() == Verdict.OTHER ? asAPartOf(whole, part) : found;
  }

  private static Recognised best(BankTransaction told, List<BankMovement> maybe, @Nullable BankMovement whole) {
    Recognised best = new Recognised(Verdict.OTHER, null, whole);
    for (BankMovement known : maybe) {
      Verdict verdict = SameMoney.of(known.told(), told);
      if (verdict.compareTo(best.verdict()) < 0) {
        best = new Recognised(verdict, known, whole);
      }
    }
    return best;
  }

  /** An entry that comes without its parts, after each of them came by itself under the entry's reference. */
  private Optional<Recognised> asTheSumOfOthers(BankTransaction told, Telling telling) {
    if (told.references().bank() == null) {
      return Optional.empty();
    }
    List<BankMovement> parts = movements.withBankReference(told.references().bank(), told.bookingDate(), told.kind(),
        telling).stream().filter(each -> each.told().currency().equals(told.currency()))
        .filter(each -> BankAccountNumber.maybeSame(each.told().ownAccount(), told.ownAccount())).toList();
    BigDecimal sum = parts.stream().map(each -> each.told().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return parts.size() > 1 && sum.compareTo(told.amount()) == 0
        ? Optional.of(new Recognised(Verdict.SAME, parts.get(0), null)) : Optional.empty();
  }

  /** A part that is new by itself: of an entry that is known it cannot be more than what is still open of it. */
  private Recognised asAPartOf(BankMovement whole, StatementPart part) {
    return switch (whole.fate()) {
      case POSTED, ASKED -> new Recognised(Verdict.DOUBTFUL, whole, whole);
      case DOUBTFUL -> new Recognised(Verdict.DOUBTFUL,
          Optional.ofNullable(whole.mayBe()).flatMap(movements::find).orElse(whole), whole);
      case IN_PARTS -> part.told().amount().compareTo(open(whole, part)) <= 0
          ? new Recognised(Verdict.OTHER, null, whole) : new Recognised(Verdict.DOUBTFUL, whole, whole);
    };
  }

  private BigDecimal open(BankMovement whole, StatementPart part) {
    Kind kind = part.told().kind();
    BigDecimal gross = part.entry().parts().stream().filter(each -> each.kind() == kind).map(BankTransaction::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal most = whole.told().kind() == kind ? gross.max(whole.told().amount()) : gross;
    return most.subtract(movements.sumOfParts(whole.reference(), kind));
  }

  /** The whole of an entry with parts; if it waits for a person as a whole, its parts take its place. */
  private BankMovement wholeOf(BankEntry entry, Telling telling) {
    return movements.wholeIn(telling).orElseGet(() -> {
      List<BankMovement> maybe = movements.maybeSame(entry.whole(), telling).stream()
          .filter(known -> known.told().payer().name() == null).toList();
      Recognised found = best(entry.whole(), maybe, null);
      return switch (found.verdict()) {
        case SAME -> toldAgain(found.earlier(), telling);
        case DOUBTFUL -> keep(entry.whole(), Fate.DOUBTFUL, null, found.earlier().reference(), telling);
        case OTHER -> keep(entry.whole(), Fate.IN_PARTS, null, null, telling);
      };
    });
  }

  private BankMovement toldAgain(BankMovement whole, Telling telling) {
    movements.tellAgain(whole.reference(), telling);
    if (whole.fate() == Fate.ASKED) {
      unidentified.openOf(whole.reference()).ifPresent(question -> {
        movements.setFate(whole.reference(), Fate.IN_PARTS);
        ends.cameInParts(question);
      });
    }
    return movements.find(whole.reference()).orElseThrow();
  }

  /** Writes down a movement under a name of its own. */
  BankMovement keep(BankTransaction told, Fate fate, @Nullable BankMovement whole, @Nullable String mayBe,
      Telling telling) {
    BankMovement movement = new BankMovement(PREFIX + UUID.randomUUID(), told, fate,
        whole == null ? null : whole.reference(), mayBe, telling.fileId());
    movements.insert(movement, telling);
    return movement;
  }
}
