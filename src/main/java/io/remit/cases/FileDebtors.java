package io.remit.cases;

import io.remit.ledger.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in what a file tells of debtors. What an earlier file told is replaced; what rows of one file tell differently
 * of where a debtor is all counts, whichever of them comes last.
 */
@Component
class FileDebtors {

  private final DebtorRepository debtors;
  private final ToldOtherwiseRepository otherwise;
  private final Timeline timeline;
  private final News news;
  private final Corrections corrections;

  FileDebtors(DebtorRepository debtors, ToldOtherwiseRepository otherwise, Timeline timeline, News news,
      Corrections corrections) {
    this.debtors = debtors;
    this.otherwise = otherwise;
    this.timeline = timeline;
    this.news = news;
    this.corrections = corrections;
  }

  /**
   * What became of the debtor's part of a row.
   *
   * @param contradiction set if an earlier row of the file tells another place
   */
  record Told(boolean changed, @Nullable Refusal contradiction) {
  }

  /** Those of some rows of a pass over a file. */
  OfRows of(long run, List<AccountSnapshot> rows) {
    List<String> ids = rows.stream().map(row -> row.debtor().debtorId()).distinct().toList();
    return new OfRows(run, debtors.find(ids).stream()
        .collect(Collectors.toMap(DebtorDetails::debtorId, Function.identity(), (one, other) -> one, HashMap::new)),
        otherwise.runs(ids));
  }

  /** The debtors of some rows, which are to be given in their order. */
  final class OfRows {

    private final long run;
    private final Map<String, DebtorDetails> known;
    private final Map<String, Long> contradictedIn;
    private final Set<String> seen = new HashSet<>();

    private OfRows(long run, Map<String, DebtorDetails> known, Map<String, Long> contradictedIn) {
      this.run = run;
      this.known = known;
      this.contradictedIn = contradictedIn;
    }

    /** Stores the debtor where the row knows more or other than we do. */
    Told store(DebtorDetails told) {
      String debtorId = told.debtorId();
      DebtorDetails before = known.put(debtorId, told);
      boolean first = seen.add(debtorId);
      if (before == null) {
        debtors.insert(told);
        return new Told(true, null);
      }
      boolean placeAgrees = placeOf(before).equals(placeOf(told));
      boolean sameFile = !placeAgrees && (!first || otherwise.toldIn(run, debtorId));
      boolean olderContradiction = contradictedIn.getOrDefault(debtorId, run) != run;
      if (olderContradiction) {
        otherwise.forget(debtorId);
        contradictedIn.remove(debtorId);
      }
      if (sameFile) {
        otherwise.add(debtorId, before, told, run);
        contradictedIn.put(debtorId, run);
        timeline.addToOpenCases(debtorId, EntryKind.NUMBER, Timeline.SYSTEM,
            "The creditor's file tells several places of the debtor: all of them count", null);
      }
      boolean changed = !before.equals(told);
      if (changed) {
        debtors.update(told);
        corrections.told(before, told);
      }
      if (isNew(before.phone(), told.phone()) || isNew(before.address(), told.address())) {
        news.ofWayTo(debtorId);
      } else if (changed || olderContradiction) {
        news.ofDebtor(debtorId);
      }
      return new Told(changed, sameFile ? contradiction(before, told) : null);
    }
  }

  private static boolean isNew(@Nullable String before, @Nullable String told) {
    return told != null && !told.equals(before);
  }

  private static List<Object> placeOf(DebtorDetails debtor) {
    return List.of(debtor.timeZone(), text(debtor.region()), text(debtor.country()), text(debtor.phone()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Refusal contradiction(DebtorDetails before, DebtorDetails told) {
    String column = !before.timeZone().equals(told.timeZone()) ? "time_zone"
        : !Objects.equals(before.region(), told.region()) ? "region"
        : !Objects.equals(before.country(), told.country()) ? "country" : "phone";
    return new Refusal(column, "debtor-contradicted",
        "the file tells this debtor's " + column + " in more than one way; all count for the hours of contact");
  }
}
