package io.remit.hold;

import io.remit.cases.MatterKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Collection of a case is paused for one reason; several holds can be on a case at once.
 *
 * @param rule what the hold does, as {@code hold-rules} said when it was raised
 * @param from the day on which its reason began: that on which it was raised, or an earlier one
 * @param note what the debtor said, in the words of who raised it; personal data
 * @param reviewOn the day on which a supervisor looks at it at the latest; null if something else ends it
 * @param until the first day on which it is over by itself, or null
 * @param releasedAt null while it is in force
 * @param decision how it ended, or null
 * @param answerBy of a dispute: the day by which the debtor has his answer; else null
 * @param contact who is asked in the debtor's place, or null
 */
public record Hold(long holdId, String caseNumber, Reason reason, Effect rule, LocalDate from, @Nullable String note,
    Instant raisedAt, String raisedBy, @Nullable LocalDate reviewOn, @Nullable LocalDate until,
    @Nullable Instant releasedAt, @Nullable String decision, @Nullable LocalDate answerBy, @Nullable Contact contact) {

  /** Why collection is paused. */
  public enum Reason {
    DISPUTE, HARDSHIP,
    /** A moratorium by law, such as that of the British Debt Respite Scheme (SI 2020/1311). */
    BREATHING_SPACE,
    INSOLVENCY, DECEASED,
    /** Somebody else may have made the debt in the debtor's name. */
    FRAUD,
    /** The debtor cannot look after himself in full: ill, very old, in distress. */
    VULNERABLE,
    /** A lawyer, an adviser or another representative speaks for the debtor (12 CFR 1006.6(b)(2)). */
    REPRESENTED,
    /** The debtor is in military service (50 USC 3901 and following). */
    MILITARY_SERVICE,
    /** The debtor wants no contact at all any more (12 CFR 1006.6(c)). */
    CEASE,
    /** The debtor wrote something that a person has to read before anybody contacts him. */
    TO_BE_READ,
    CREDITOR_REQUEST,
    /** A signed plan is being kept; the plan ends it. */
    PLAN,
    /** The debtor was offered to pay less; the offer ends it. */
    OFFER,
    /** Relief for a region; its dated rule ends it. */
    RELIEF;

    /** Whether somebody else is asked in the debtor's place. */
    public boolean hasContact() {
      return this == DECEASED || this == INSOLVENCY || this == REPRESENTED;
    }

    /** Whether a supervisor decides on it; else what raised it ends it too. */
    public boolean isReviewed() {
      return this != PLAN && this != OFFER && this != RELIEF;
    }

    /** Whether terms such as a plan can be offered to the debtor and agreed with him meanwhile. */
    public boolean leavesRoomForTerms() {
      return this == HARDSHIP || this == PLAN || this == OFFER || this == RELIEF;
    }
  }

  /**
   * Who is asked in the debtor's place: who settles the estate of one who died, the administrator of an insolvency, or
   * the representative.
   *
   * @param phone E.164, or null
   */
  public record Contact(String name, @Nullable String phone) {
  }

  /**
   * What a hold does.
   *
   * @param stops {@code ALL}, or the channels that it stops, such as {@code VISIT,ROBOT_CALL}, while the case goes on
   * @param wholeDebtor whether it is on all cases of the debtor
   * @param keepsTime whether the case does not grow older by the days of the hold
   */
  public record Effect(String stops, boolean wholeDebtor, boolean keepsTime) {

    static final String ALL = "ALL";

    /** Whether nothing reaches the debtor and no timer escalates. */
    public boolean stopsAll() {
      return stops.equals(ALL);
    }
  }

  public boolean inForce() {
    return releasedAt == null;
  }

  /** Its name as a matter beside the case. */
  public MatterKey key() {
    return new MatterKey(caseNumber, MatterKey.Kind.HOLD, holdId);
  }
}
