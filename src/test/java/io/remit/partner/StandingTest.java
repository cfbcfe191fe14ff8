package io.remit.partner;

import static io.remit.partner.Standing.Reason.CONTRACT_ENDED;
import static io.remit.partner.Standing.Reason.CONTRACT_NOT_BEGUN;
import static io.remit.partner.Standing.Reason.EVALUATION_OVERDUE;
import static io.remit.partner.Standing.Reason.KEY_EXPIRED;
import static io.remit.partner.Standing.Reason.KEY_UNCONFIRMED;
import static io.remit.partner.Standing.Reason.LICENCE_EXPIRED;
import static io.remit.partner.Standing.Reason.NOTHING_ALLOWED;
import static io.remit.partner.Standing.Reason.NO_CONTRACT;
import static io.remit.partner.Standing.Reason.NO_KEY;
import static io.remit.partner.Standing.Reason.NO_LICENCE;
import static io.remit.partner.Standing.Reason.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Without a valid licence, contract or key a partner gets nothing. */
class StandingTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Requirements ASKED = new Requirements(true, 365, 90, 60);
  private static final Requirements NO_LICENCE_ASKED = new Requirements(false, 365, 90, 60);

  private static final Licence LICENCE = new Licence("1", "An authority", TODAY);
  private static final Contract CONTRACT = new Contract(TODAY, TODAY);
  private static final PartnerKey KEY = new PartnerKey("armoured", "AB", TODAY, "a", BEFORE, "b", BEFORE);
  private static final Scope SCOPE = new Scope(Set.of(), Set.of(), Set.of(), 1, Set.of(Channel.CALL),
      Set.of(DataField.PHONE));
  private static final Oversight OVERSIGHT = new Oversight(TODAY, null, null, null);

  private static Set<Standing.Reason> reasons(Papers papers, Oversight oversight, Requirements asked) {
    return Standing.of(new Partner("a1", "A", PartnerKind.AGENCY, SCOPE, papers, oversight), asked, TODAY).reasons();
  }

  private static Set<Standing.Reason> reasons(Licence licence, Contract contract, PartnerKey key) {
    return reasons(new Papers(licence, contract, CommissionSchedule.NONE, key), OVERSIGHT, ASKED);
  }

  @Test
  void onTheLastDayOfEverythingItIsInGoodStanding() {
    Standing standing = Standing.of(new Partner("a1", "A", PartnerKind.AGENCY, SCOPE,
        new Papers(LICENCE, CONTRACT, CommissionSchedule.NONE, KEY), OVERSIGHT), ASKED, TODAY);

    assertThat(standing.isGood()).isTrue();
    assertThat(standing.words()).isEmpty();
  }

  @Test
  void aLicenceMustBeThereAndValidWhereOneIsAsked() {
    Licence expired = new Licence("1", "An authority", TODAY.minusDays(1));
    Licence withoutEnd = new Licence("1", "An authority", null);

    assertThat(reasons(null, CONTRACT, KEY)).containsExactly(NO_LICENCE);
    assertThat(reasons(expired, CONTRACT, KEY)).containsExactly(LICENCE_EXPIRED);
    assertThat(reasons(withoutEnd, CONTRACT, KEY)).isEmpty();
    assertThat(reasons(new Papers(null, CONTRACT, CommissionSchedule.NONE, KEY), OVERSIGHT, NO_LICENCE_ASKED))
        .isEmpty();
    assertThat(reasons(new Papers(expired, CONTRACT, CommissionSchedule.NONE, KEY), OVERSIGHT, NO_LICENCE_ASKED))
        .isEmpty();
  }

  @Test
  void aContractMustRun() {
    assertThat(reasons(LICENCE, null, KEY)).containsExactly(NO_CONTRACT);
    assertThat(reasons(LICENCE, new Contract(TODAY.plusDays(1), TODAY.plusDays(9)), KEY))
        .containsExactly(CONTRACT_NOT_BEGUN);
    assertThat(reasons(LICENCE, new Contract(TODAY.minusDays(9), TODAY.minusDays(1)), KEY))
        .containsExactly(CONTRACT_ENDED);
  }

  @Test
  void aKeyMustBeConfirmedAndNotExpired() {
    assertThat(reasons(LICENCE, CONTRACT, null)).containsExactly(NO_KEY);
    assertThat(reasons(LICENCE, CONTRACT, new PartnerKey("x", "AB", TODAY.minusDays(1), "a", BEFORE, null, null)))
        .containsExactly(KEY_UNCONFIRMED, KEY_EXPIRED);
    assertThat(reasons(LICENCE, CONTRACT, new PartnerKey("x", "AB", null, "a", BEFORE, "b", BEFORE))).isEmpty();
  }

  @Test
  void anEvaluationMayBeLateButNotForLong() {
    Papers papers = new Papers(LICENCE, CONTRACT, CommissionSchedule.NONE, KEY);
    Evaluation late = new Evaluation(TODAY.minusDays(365 + 90), 50, "a");
    Evaluation tooLate = new Evaluation(TODAY.minusDays(365 + 91), 50, "a");

    assertThat(reasons(papers, new Oversight(TODAY, late, null, null), ASKED)).isEmpty();
    assertThat(reasons(papers, new Oversight(TODAY, tooLate, null, null), ASKED)).containsExactly(EVALUATION_OVERDUE);
  }

  @Test
  void allReasonsAreToldAtOnce() {
    Partner bare = new Partner("a1", "A", PartnerKind.AGENCY,
        new Scope(Set.of(), Set.of(), Set.of(), 0, Set.of(), Set.of()),
        new Papers(null, null, CommissionSchedule.NONE, null),
        new Oversight(TODAY.minusDays(500), null, new Suspension(BEFORE, "s", "a breach"), null));

    Standing standing = Standing.of(bare, ASKED, TODAY);

    assertThat(standing.reasons()).containsExactly(NO_LICENCE, NO_CONTRACT, NO_KEY, NOTHING_ALLOWED,
        EVALUATION_OVERDUE, SUSPENDED);
    assertThat(standing.words()).isEqualTo("it has no licence, it has no contract, "
        + "it has no key to encrypt its files with, it may receive no data, its evaluation is long overdue, "
        + "it is suspended");
  }

  @Test
  void whatOneCountryAsksIsAskedOfAPartnerInSeveral() {
    PartnerPolicy policy = (kind, country) -> new Requirements("DE".equals(country), "DE".equals(country) ? 365 : 180,
        90, "DE".equals(country) ? 30 : 60);
    Partner partner = new Partner("a1", "A", PartnerKind.AGENCY, new Scope(
        Set.of(Place.of("DE-BY").orElseThrow(), Place.of("CN/Shanghai").orElseThrow()), Set.of(), Set.of(), 1, Set.of(),
        Set.of()), new Papers(null, null, CommissionSchedule.NONE, null), OVERSIGHT);

    assertThat(policy.requirementsFor(partner)).isEqualTo(new Requirements(true, 180, 90, 60));
  }
}
