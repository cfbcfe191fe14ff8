package io.remit.partner;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done about a partner next, and from which day on.
 *
 * @param on the business date
 */
record NextCare(Kind kind, LocalDate on) {

  /** What can have to be done. */
  enum Kind {
    /** Its licence ends soon: is there another? */
    LICENCE,
    /** It has to be evaluated: each year, and before its contract ends. */
    EVALUATION
  }

  /** The next of a partner; empty as long as it has no contract, and when nothing comes before the contract's end. */
  static Optional<NextCare> of(Partner partner, Requirements asked) {
    Contract contract = partner.papers().contract();
    if (contract == null) {
      return Optional.empty();
    }
    return Stream.of(licence(partner, asked), evaluation(partner, contract, asked)).flatMap(Optional::stream)
        .filter(care -> !care.on.isAfter(contract.ends()))
        .min(Comparator.comparing(NextCare::on).thenComparing(NextCare::kind));
  }

  private static Optional<NextCare> licence(Partner partner, Requirements asked) {
    Licence licence = partner.papers().licence();
    LocalDate ends = licence == null ? null : licence.expires();
    if (!asked.licence() || ends == null || ends.equals(partner.oversight().licenceEndAsked())) {
      return Optional.empty();
    }
    return Optional.of(new NextCare(Kind.LICENCE, ends.minusDays(asked.daysBeforeEnd())));
  }

  private static Optional<NextCare> evaluation(Partner partner, Contract contract, Requirements asked) {
    LocalDate yearly = Standing.evaluationDue(partner, asked);
    LocalDate beforeEnd = contract.ends().minusDays(asked.daysBeforeEnd());
    boolean isDoneBeforeEnd = isSince(partner.oversight().lastEvaluation(), beforeEnd);
    return Optional.of(new NextCare(Kind.EVALUATION,
        isDoneBeforeEnd || yearly.isBefore(beforeEnd) ? yearly : beforeEnd));
  }

  private static boolean isSince(@Nullable Evaluation last, LocalDate day) {
    return last != null && !last.on().isBefore(day);
  }
}
