package io.remit.cases;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.sql.CollectedRows;
import io.remit.sql.CommonFacts;
import io.remit.sql.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The cases. */
@Repository
public class CaseRepository {

  static final String COLUMNS = """
      case_number, debtor_id, currency, account_number, status, stage, stage_entered_at, base_due_date, collector,
      treatments_in_stage, treatment_not_before, held_channels, paused_days, moved_days, opened_at, closed_at,
      close_reason""";

  private static final String SELECT = "select " + COLUMNS + " from collection_case ";

  private static final String PROCESS = "update collection_case set process_instance_id = ? where case_number = ?";
  private static final String NEXT_TREATMENT = """
      select case_number, treatment_channel, treatment_template, treatment_wait_days from collection_case
       where case_number in (:cases)
      """;
  private static final String HAVING_OPEN = """
      select distinct debtor_id from collection_case where debtor_id in (:debtors) and status <> 'CLOSED'
      """;

  private final JdbcClient jdbc;
  private final Question<String, Optional<Standing>> standing;
  private final Question<String, Optional<NextTreatment>> nextTreatment;
  private final Question<String, Boolean> hasOpen;
  private final CollectedRows<Object[]> processes;

  CaseRepository(JdbcClient jdbc, JdbcTemplate rows) {
    this.jdbc = jdbc;
    this.processes = CollectedRows.of("process_instance_id", started -> rows.batchUpdate(PROCESS, started));
    String sql = "select " + COLUMNS + ", reviewed from collection_case where case_number in (:cases)";
    this.standing = Question.ofCases(sql, Optional.empty(), cases -> jdbc.sql(sql).param("cases", cases)
        .query((row, number) -> new Standing(read(row, number), row.getBoolean("reviewed"))).list().stream()
        .collect(Collectors.toMap(standing -> standing.its().caseNumber(), Optional::of)));
    this.nextTreatment = Question.ofCases(NEXT_TREATMENT, Optional.empty(), cases -> {
      Map<String, Optional<NextTreatment>> decided = new HashMap<>();
      jdbc.sql(NEXT_TREATMENT).param("cases", cases).query((RowCallbackHandler) row ->
          decided.put(row.getString("case_number"), Optional.of(readNextTreatment(row))));
      return decided;
    });
    this.hasOpen = Question.ofDebtors(HAVING_OPEN, false, ids -> jdbc.sql(HAVING_OPEN).param("debtors", ids)
        .query(String.class).list().stream().collect(Collectors.toMap(Function.identity(), id -> true)));
  }

  private record Standing(CollectionCase its, boolean reviewed) {
  }

  /** @return empty if there is no such case */
  public Optional<CollectionCase> find(String caseNumber) {
    return standing.about(caseNumber).map(Standing::its);
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such case */
  public CollectionCase get(String caseNumber) {
    return standing(caseNumber).its();
  }

  /** The case, if the transaction knows it without asking. */
  private Optional<CollectionCase> known(String caseNumber) {
    return standing.known(caseNumber).flatMap(Function.identity()).map(Standing::its);
  }

  private Standing standing(String caseNumber) {
    return standing.about(caseNumber).orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /**
   * The same, kept from others until the transaction ends. Its debtor is first, as for all who work on his cases: then
   * nobody has the one and waits for the other.
   */
  public CollectionCase lock(String caseNumber) {
    if (known(caseNumber).filter(its -> CommonFacts.hasLocked(its.debtorId())).isEmpty()) {
      jdbc.sql("""
          select debtor_id from debtor
           where debtor_id = (select debtor_id from collection_case where case_number = :case) for update
          """).param("case", caseNumber).query(String.class).optional();
    }
    return jdbc.sql(SELECT + "where case_number = :case for update").param("case", caseNumber)
        .query(CaseRepository::read).single();
  }

  /**
   * The cases of a debtor that are not closed, the oldest first, kept from others until the transaction ends.
   *
   * @param accountNumber null for the debtor's common cases, else the account whose own case it is
   */
  List<CollectionCase> lockOpen(String debtorId, String currency, @Nullable String accountNumber) {
    if (CommonFacts.hasLocked(debtorId) && !hasOpen.about(debtorId)) {
      return List.of();
    }
    return jdbc.sql(SELECT + """
        where debtor_id = :debtor and currency = :currency and status <> 'CLOSED'
          and (account_number = :account or account_number is null and cast(:account as varchar(64)) is null)
         order by opened_at, case_number
        """ + (CommonFacts.hasLocked(debtorId) ? "" : " for update")).param("debtor", debtorId)
        .param("currency", currency).param("account", accountNumber)
        .query(CaseRepository::read).list();
  }

  /**
   * Keeps the open cases of some debtors from others until the transaction ends, in one order.
   *
   * @return their numbers
   */
  List<String> lockOpen(Collection<String> debtorIds) {
    return jdbc.sql("""
        select case_number from collection_case where debtor_id in (:debtors) and status <> 'CLOSED'
         order by debtor_id, opened_at, case_number for update
        """).param("debtors", debtorIds).query(String.class).list();
  }

  /** The debtors of some cases. */
  List<String> debtorsOf(Collection<String> caseNumbers) {
    return jdbc.sql("select distinct debtor_id from collection_case where case_number in (:cases)")
        .param("cases", caseNumbers).query(String.class).list();
  }

  /** The case of a debtor that was opened last, be it closed by now. */
  public Optional<CollectionCase> newestOf(String debtorId) {
    return jdbc.sql(SELECT + """
        where debtor_id = :debtor order by opened_at desc, case_number desc limit 1
        """).param("debtor", debtorId).query(CaseRepository::read).optional();
  }

  /** The numbers of a debtor's cases that are not closed. */
  public List<String> openOf(String debtorId) {
    return jdbc.sql("""
        select case_number from collection_case where debtor_id = :debtor and status <> 'CLOSED' order by case_number
        """).param("debtor", debtorId).query(String.class).list();
  }

  /** The same of a person, who may have several debtor ids. */
  public List<String> openOf(Collection<String> debtorIds) {
    return jdbc.sql("""
        select case_number from collection_case
         where debtor_id in (:debtors) and status <> 'CLOSED' order by case_number
        """).param("debtors", debtorIds).query(String.class).list();
  }

  /** Those of one debtor in one currency. */
  public List<String> openOf(String debtorId, String currency) {
    return jdbc.sql("""
        select case_number from collection_case
         where debtor_id = :debtor and currency = :currency and status <> 'CLOSED' order by case_number
        """).param("debtor", debtorId).param("currency", currency).query(String.class).list();
  }

  /** Those of these cases that are not closed; null among the numbers does no harm. */
  public Set<String> openAmong(Collection<String> caseNumbers) {
    List<String> known = caseNumbers.stream().filter(Objects::nonNull).distinct().toList();
    return known.isEmpty() ? new HashSet<>() : new HashSet<>(jdbc.sql("""
        select case_number from collection_case where case_number in (:cases) and status <> 'CLOSED'
        """).param("cases", known).query(String.class).list());
  }

  String nextCaseNumber() {
    KeyHolder key = new GeneratedKeyHolder();
    CommonFacts.writesUnasked(() -> jdbc.sql("insert into case_number default values").update(key, "number"));
    return "C" + key.getKey();
  }

  void insert(CollectionCase opened) {
    CommonFacts.addsCase(opened.caseNumber(), opened.debtorId());
    CommonFacts.writesOnlyTo(opened.debtorId(), () -> add(opened));
    standing.learn(opened.caseNumber(), Optional.of(new Standing(opened, false)));
  }

  private void add(CollectionCase opened) {
    jdbc.sql("""
        insert into collection_case (case_number, debtor_id, currency, account_number, status, stage, base_due_date,
          treatments_in_stage, opened_at)
        values (:case, :debtor, :currency, :account, :status, :stage, :base, 0, :opened)
        """).param("case", opened.caseNumber()).param("debtor", opened.debtorId())
        .param("currency", opened.currency()).param("account", opened.accountNumber())
        .param("status", opened.status().name()).param("stage", opened.stage().name())
        .param("base", opened.baseDueDate())
        .param("opened", utc(opened.openedAt())).update();
  }

  void rememberProcess(String caseNumber, String processInstanceId) {
    processes.add(new Object[] {processInstanceId, caseNumber});
  }

  /** The engine's id of the case's process. */
  public String processOf(String caseNumber) {
    return jdbc.sql("select process_instance_id from collection_case where case_number = :case")
        .param("case", caseNumber).query(String.class).single();
  }

  void rebase(String caseNumber, LocalDate baseDueDate, AgeShift shift) {
    change(caseNumber, jdbc.sql("""
        update collection_case set base_due_date = :base, paused_days = :paused, moved_days = :moved
         where case_number = :case
        """).param("base", baseDueDate).param("paused", shift.pausedDays()).param("moved", shift.movedDays()));
  }

  /** Sets by how many days somebody made the case younger for its stage; below zero for older. */
  void setMovedDays(String caseNumber, int days) {
    change(caseNumber, jdbc.sql("update collection_case set moved_days = :days where case_number = :case")
        .param("days", days));
  }

  void enterStage(String caseNumber, Stage stage, Instant at) {
    Optional<CollectionCase> before = known(caseNumber);
    keepStay(caseNumber, at);
    change(caseNumber, jdbc.sql("""
        update collection_case
           set stage = :stage, stage_entered_at = :at, treatments_in_stage = 0, treatment_not_before = null,
               reviewed = false,
               moved_by = case when stage = :stage then moved_by end
         where case_number = :case
        """).param("stage", stage.name()).param("at", utc(at)));
    before.ifPresent(known ->
        standing.learn(caseNumber, Optional.of(new Standing(known.entering(stage, at), false))));
  }

  /** Writes down since when the case was in the stage that it leaves now; a new case comes from none. */
  private void keepStay(String caseNumber, Instant leftAt) {
    if (known(caseNumber).filter(its -> its.stageEnteredAt() == null).isPresent()) {
      return;
    }
    jdbc.sql("""
        insert into stage_stay (case_number, stage, entered_at, left_at)
        select case_number, stage, stage_entered_at, :left from collection_case
         where case_number = :case and stage_entered_at is not null
        """).param("left", utc(leftAt)).param("case", caseNumber).update();
  }

  /**
   * What was decided last for a case.
   *
   * @param channel of a message, else null
   * @param template of a message, else null
   * @param waitDays how many days the case rests afterwards
   */
  public record NextTreatment(@Nullable Channel channel, @Nullable String template, int waitDays) {
  }

  /** Keeps what was decided for the case to do next. */
  public void setNextTreatment(String caseNumber, NextTreatment next) {
    change(caseNumber, jdbc.sql("""
        update collection_case
           set treatment_channel = :channel, treatment_template = :template, treatment_wait_days = :days
         where case_number = :case
        """).param("channel", next.channel() == null ? null : next.channel().name())
        .param("template", next.template()).param("days", next.waitDays()));
    nextTreatment.learn(caseNumber, Optional.of(next));
  }

  /** What was decided last for the case to do next; its channel and text are null if nothing was. */
  public NextTreatment nextTreatment(String caseNumber) {
    return nextTreatment.about(caseNumber).orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  private static NextTreatment readNextTreatment(ResultSet row) throws SQLException {
    String channel = row.getString("treatment_channel");
    return new NextTreatment(channel == null ? null : Channel.valueOf(channel), row.getString("treatment_template"),
        row.getInt("treatment_wait_days"));
  }

  /** Counts one more treatment in the stage. */
  public void countTreatment(String caseNumber) {
    change(caseNumber, jdbc.sql(
        "update collection_case set treatments_in_stage = treatments_in_stage + 1 where case_number = :case"));
  }

  /** Somebody decided on the review of the stage. */
  public void setReviewed(String caseNumber) {
    change(caseNumber, jdbc.sql("update collection_case set reviewed = true where case_number = :case"));
  }

  /** Whether somebody decided on the review of the stage since the case entered it. */
  public boolean isReviewed(String caseNumber) {
    return standing(caseNumber).reviewed();
  }

  /** A treatment that was counted was not made after all. */
  public void uncountTreatment(String caseNumber) {
    change(caseNumber, jdbc.sql("""
        update collection_case set treatments_in_stage = treatments_in_stage - 1
         where case_number = :case and treatments_in_stage > 0
        """));
  }

  /** Of the treatments in the stage only the visits that were made count from now on. */
  public void countVisitsAlone(String caseNumber) {
    change(caseNumber, jdbc.sql("""
        update collection_case set treatments_in_stage = (
          select count(*) from contact_attempt a
           where a.case_number = collection_case.case_number and a.channel = 'VISIT' and a.outcome is not null
             and a.finished_at >= collection_case.stage_entered_at)
         where case_number = :case
        """));
  }

  /** Rests until a moment, even if that is earlier than what the case rests for now. */
  public void restExactly(String caseNumber, Instant notBefore) {
    change(caseNumber,
        jdbc.sql("update collection_case set treatment_not_before = :notBefore where case_number = :case")
        .param("notBefore", utc(notBefore)));
  }

  /** Rests until a moment, if that is later than what the case rests for anyway. */
  public void restUntil(String caseNumber, Instant notBefore) {
    change(caseNumber, jdbc.sql("""
        update collection_case set treatment_not_before = :notBefore
         where case_number = :case and (treatment_not_before is null or treatment_not_before < :notBefore)
        """).param("notBefore", utc(notBefore)));
  }

  /** Remembers who put the case into the stage in which it is; forgotten when it enters another. */
  void setMovedBy(String caseNumber, String userId) {
    change(caseNumber, jdbc.sql("update collection_case set moved_by = :by where case_number = :case")
        .param("by", userId));
  }

  /** Who put the case into the stage in which it is; empty if it came there by its age. */
  public Optional<String> movedBy(String caseNumber) {
    return jdbc.sql("select moved_by from collection_case where case_number = :case and moved_by is not null")
        .param("case", caseNumber).query(String.class).optional();
  }

  /** Whether the case is open or held; {@link #close} closes it. */
  public void setStatus(String caseNumber, Status status) {
    change(caseNumber, jdbc.sql("update collection_case set status = :status where case_number = :case")
        .param("status", status.name()));
  }

  /** @param channels parted by commas; null for none */
  public void setHeldChannels(String caseNumber, @Nullable String channels) {
    change(caseNumber, jdbc.sql("update collection_case set held_channels = :channels where case_number = :case")
        .param("channels", channels));
  }

  /** Sets by how many days the case is younger for its stage than its due date says. */
  public void setPausedDays(String caseNumber, int days) {
    change(caseNumber, jdbc.sql("update collection_case set paused_days = :days where case_number = :case")
        .param("days", days));
  }

  /** @param userId who works on the case from now on; null for nobody */
  public void setCollector(String caseNumber, @Nullable String userId) {
    change(caseNumber, jdbc.sql("update collection_case set collector = :collector where case_number = :case")
        .param("collector", userId));
  }

  void close(String caseNumber, CloseReason reason, Instant at) {
    keepStay(caseNumber, at);
    change(caseNumber, jdbc.sql("""
        update collection_case set status = 'CLOSED', close_reason = :reason, closed_at = :at
         where case_number = :case
        """).param("reason", reason.name()).param("at", utc(at)));
  }

  /** @param update of the row of this {@code :case} alone */
  private void change(String caseNumber, StatementSpec update) {
    Runnable write = update.param("case", caseNumber)::update;
    known(caseNumber).ifPresentOrElse(its -> CommonFacts.writesOnlyTo(caseNumber, its.debtorId(), write), write);
  }

  /** Reads a row of {@link #COLUMNS}. */
  static CollectionCase read(ResultSet row, int number) throws SQLException {
    String closeReason = row.getString("close_reason");
    return new CollectionCase(row.getString("case_number"), row.getString("debtor_id"), row.getString("currency"),
        row.getString("account_number"), Status.valueOf(row.getString("status")),
        Stage.valueOf(row.getString("stage")), instantOrNull(row, "stage_entered_at"),
        row.getObject("base_due_date", LocalDate.class), row.getString("collector"), row.getInt("treatments_in_stage"),
        instantOrNull(row, "treatment_not_before"), channels(row.getString("held_channels")),
        new AgeShift(row.getInt("paused_days"), row.getInt("moved_days")),
        instant(row, "opened_at"), instantOrNull(row, "closed_at"),
        closeReason == null ? null : CloseReason.valueOf(closeReason));
  }

  private static Set<Channel> channels(String stored) {
    Set<String> names = stored == null ? Set.of() : Set.of(stored.split(","));
    return Arrays.stream(Channel.values()).filter(channel -> names.contains(channel.name()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
