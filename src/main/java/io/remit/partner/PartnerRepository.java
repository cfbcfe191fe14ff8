package io.remit.partner;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import io.remit.ledger.Amount;
import io.remit.partner.CommissionSchedule.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The tables of the register. */
@Repository
class PartnerRepository {

  private static final String SELECT = """
      select partner_id, name, kind, places, products, fields_of_law, capacity, channels, data_fields,
             licence_number, licence_authority, licence_expires, contract_begins, contract_ends,
             contract_kind, key_armoured, key_fingerprint, key_expires, key_entered_by, key_entered_at,
             key_confirmed_by, key_confirmed_at, registered_on, suspended_at, suspended_by, suspended_reason,
             evaluated_on, evaluation_score, evaluated_by, licence_end_asked, sale.basis as sale_basis,
             sale.document as sale_document, sale.entered_by as sale_entered_by, sale.entered_at as sale_entered_at,
             sale.legal_signed_by, sale.supervisor_signed_by
        from partner
        left join (select partner_id as sold_to, basis, document, entered_by, entered_at, legal_signed_by,
                          supervisor_signed_by from partner_sale) sale on sale.sold_to = partner.partner_id
      """;

  private final JdbcClient jdbc;

  PartnerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Partner> find(String partnerId) {
    return jdbc.sql(SELECT + "where partner_id = :partner").param("partner", partnerId)
        .query((row, number) -> read(row, schedules(partnerId))).optional();
  }

  /** All of them, in order of their ids. */
  List<Partner> all() {
    Map<String, List<Row>> schedules = schedules(null);
    return jdbc.sql(SELECT + "order by partner_id").query((row, number) -> read(row, schedules)).list();
  }

  /** Locks a partner's entry until the end of the transaction; false if there is none. */
  boolean lock(String partnerId) {
    return jdbc.sql("select partner_id from partner where partner_id = :partner for update")
        .param("partner", partnerId).query(String.class).optional().isPresent();
  }

  /** @throws org.springframework.dao.DuplicateKeyException if there is one with this id */
  void insert(Partner partner, String by, Instant at) {
    what(jdbc.sql("""
        insert into partner (partner_id, name, kind, places, products, fields_of_law, capacity, channels, data_fields,
          licence_number, licence_authority, licence_expires, contract_begins, contract_ends, contract_kind,
          registered_on, changed_by, changed_at)
        values (:partner, :name, :kind, :places, :products, :fields, :capacity, :channels, :data,
          :licenceNumber, :licenceAuthority, :licenceExpires, :begins, :ends, :contractKind, :registered,
          :by, :at)
        """), partner, by, at).param("registered", partner.oversight().registeredOn()).update();
    writeSchedule(partner);
  }

  /** Writes what officers enter; the key, evaluations and a suspension stay as they are. */
  void update(Partner partner, String by, Instant at) {
    what(jdbc.sql("""
        update partner set name = :name, kind = :kind, places = :places, products = :products, fields_of_law = :fields,
          capacity = :capacity, channels = :channels, data_fields = :data, licence_number = :licenceNumber,
          licence_authority = :licenceAuthority, licence_expires = :licenceExpires, contract_begins = :begins,
          contract_ends = :ends, contract_kind = :contractKind, changed_by = :by, changed_at = :at
         where partner_id = :partner
        """), partner, by, at).update();
    jdbc.sql("delete from partner_commission where partner_id = :partner").param("partner", partner.partnerId())
        .update();
    writeSchedule(partner);
  }

  private static StatementSpec what(StatementSpec statement, Partner partner, String by, Instant at) {
    Scope scope = partner.scope();
    Licence licence = partner.papers().licence();
    Contract contract = partner.papers().contract();
    return statement.param("partner", partner.partnerId()).param("name", partner.name())
        .param("kind", partner.kind().name()).param("places", joined(scope.places()))
        .param("products", joined(scope.products())).param("fields", joined(scope.fieldsOfLaw()))
        .param("capacity", scope.capacity()).param("channels", joined(scope.channels()))
        .param("data", joined(scope.dataFields()))
        .param("licenceNumber", licence == null ? null : licence.number())
        .param("licenceAuthority", licence == null ? null : licence.authority())
        .param("licenceExpires", licence == null ? null : licence.expires())
        .param("begins", contract == null ? null : contract.begins())
        .param("ends", contract == null ? null : contract.ends())
        .param("contractKind", (contract == null ? ContractKind.SERVICE : contract.kind()).name())
        .param("by", by).param("at", utc(at));
  }

  private void writeSchedule(Partner partner) {
    partner.papers().commission().rows().forEach(row -> jdbc.sql("""
        insert into partner_commission (partner_id, from_days, from_amount, currency, percent)
        values (:partner, :days, :amount, :currency, :percent)
        """).param("partner", partner.partnerId()).param("days", row.fromDays())
        .param("amount", row.from() == null ? null : row.from().value())
        .param("currency", row.from() == null ? null : row.from().currency()).param("percent", row.percent())
        .update());
  }

  /** Puts a key in the place of the one that was there, if any; nobody has confirmed it. */
  void setKey(String partnerId, PartnerKey key) {
    jdbc.sql("""
        update partner set key_armoured = :armoured, key_fingerprint = :fingerprint, key_expires = :expires,
          key_entered_by = :by, key_entered_at = :at, key_confirmed_by = null, key_confirmed_at = null
         where partner_id = :partner
        """).param("armoured", key.armoured()).param("fingerprint", key.fingerprint())
        .param("expires", key.expires()).param("by", key.enteredBy()).param("at", utc(key.enteredAt()))
        .param("partner", partnerId).update();
  }

  void confirmKey(String partnerId, String by, Instant at) {
    jdbc.sql("""
        update partner set key_confirmed_by = :by, key_confirmed_at = :at
         where partner_id = :partner and key_armoured is not null
        """).param("by", by).param("at", utc(at)).param("partner", partnerId).update();
  }

  void removeKey(String partnerId) {
    jdbc.sql("""
        update partner set key_armoured = null, key_fingerprint = null, key_expires = null, key_entered_by = null,
          key_entered_at = null, key_confirmed_by = null, key_confirmed_at = null
         where partner_id = :partner
        """).param("partner", partnerId).update();
  }

  /** @param suspension null to take it back */
  void suspend(String partnerId, @Nullable Suspension suspension) {
    jdbc.sql("""
        update partner set suspended_at = :at, suspended_by = :by, suspended_reason = :reason
         where partner_id = :partner
        """).param("at", suspension == null ? null : utc(suspension.since()))
        .param("by", suspension == null ? null : suspension.by())
        .param("reason", suspension == null ? null : suspension.reason()).param("partner", partnerId).update();
  }

  /** Puts a legal basis in the place of the one that was there, if any; nobody has signed it. */
  void setSale(String partnerId, SaleBasis sale) {
    removeSale(partnerId);
    jdbc.sql("""
        insert into partner_sale (partner_id, basis, document, entered_by, entered_at)
        values (:partner, :basis, :document, :by, :at)
        """).param("partner", partnerId).param("basis", sale.basis()).param("document", sale.document())
        .param("by", sale.enteredBy()).param("at", utc(sale.enteredAt())).update();
  }

  void removeSale(String partnerId) {
    jdbc.sql("delete from partner_sale where partner_id = :partner").param("partner", partnerId).update();
  }

  void signSale(String partnerId, Sales.Signature signature, String by, Instant at) {
    String who = signature == Sales.Signature.LEGAL ? "legal" : "supervisor";
    jdbc.sql("update partner_sale set " + who + "_signed_by = :by, " + who
        + "_signed_at = :at where partner_id = :partner").param("by", by).param("at", utc(at))
        .param("partner", partnerId).update();
  }

  void prolongLicence(String partnerId, LocalDate expires, String by, Instant at) {
    jdbc.sql("""
        update partner set licence_expires = :expires, changed_by = :by, changed_at = :at where partner_id = :partner
        """).param("expires", expires).param("by", by).param("at", utc(at)).param("partner", partnerId).update();
  }

  /** Somebody was asked about the end of a licence. */
  void licenceEndAsked(String partnerId, LocalDate end) {
    jdbc.sql("update partner set licence_end_asked = :end where partner_id = :partner").param("end", end)
        .param("partner", partnerId).update();
  }

  /** Keeps an evaluation beside the earlier ones; it is the partner's last. */
  void addEvaluation(String partnerId, Evaluation evaluation, String note) {
    jdbc.sql("""
        insert into partner_evaluation (partner_id, evaluated_on, score, evaluated_by, note)
        values (:partner, :on, :score, :by, :note)
        """).param("partner", partnerId).param("on", evaluation.on()).param("score", evaluation.score())
        .param("by", evaluation.by()).param("note", note).update();
    jdbc.sql("""
        update partner set evaluated_on = :on, evaluation_score = :score, evaluated_by = :by
         where partner_id = :partner
        """).param("on", evaluation.on()).param("score", evaluation.score()).param("by", evaluation.by())
        .param("partner", partnerId).update();
  }

  /** The rows of one partner, or of all, by partner. */
  private Map<String, List<Row>> schedules(@Nullable String partnerId) {
    Map<String, List<Row>> schedules = new HashMap<>();
    jdbc.sql("""
        select partner_id, from_days, from_amount, currency, percent from partner_commission
         where :partner is null or partner_id = :partner
        """).param("partner", partnerId, java.sql.Types.VARCHAR).query((RowCallbackHandler) row -> schedules
            .computeIfAbsent(row.getString("partner_id"), key -> new ArrayList<>())
            .add(new Row(row.getInt("from_days"), row.getString("currency") == null ? null
                : new Amount(row.getString("currency"), row.getBigDecimal("from_amount")),
                row.getBigDecimal("percent"))));
    return schedules;
  }

  private static Partner read(ResultSet row, Map<String, List<Row>> schedules) throws SQLException {
    String partnerId = row.getString("partner_id");
    return new Partner(partnerId, row.getString("name"), PartnerKind.valueOf(row.getString("kind")), scope(row),
        new Papers(licence(row), contract(row),
            new CommissionSchedule(schedules.getOrDefault(partnerId, List.of())), key(row)),
        new Oversight(row.getObject("registered_on", LocalDate.class), evaluation(row), suspension(row),
            row.getObject("licence_end_asked", LocalDate.class)));
  }

  private static Scope scope(ResultSet row) throws SQLException {
    return new Scope(
        places(row),
        parted(row.getString("products")), parted(row.getString("fields_of_law")), row.getInt("capacity"),
        parted(row.getString("channels")).stream().map(Channel::valueOf).collect(Collectors.toSet()),
        parted(row.getString("data_fields")).stream().map(DataField::valueOf).collect(Collectors.toSet()));
  }

  /** Of a row that has a licence as this table has it. */
  static @Nullable Licence licence(ResultSet row) throws SQLException {
    String number = row.getString("licence_number");
    return number == null ? null : new Licence(number, row.getString("licence_authority"),
        row.getObject("licence_expires", LocalDate.class));
  }

  private static @Nullable Contract contract(ResultSet row) throws SQLException {
    LocalDate begins = row.getObject("contract_begins", LocalDate.class);
    return begins == null ? null : new Contract(begins, row.getObject("contract_ends", LocalDate.class),
        ContractKind.valueOf(row.getString("contract_kind")), sale(row));
  }

  private static @Nullable SaleBasis sale(ResultSet row) throws SQLException {
    String basis = row.getString("sale_basis");
    return basis == null ? null : new SaleBasis(basis, row.getString("sale_document"),
        row.getString("sale_entered_by"), instant(row, "sale_entered_at"), row.getString("legal_signed_by"),
        row.getString("supervisor_signed_by"));
  }

  private static @Nullable PartnerKey key(ResultSet row) throws SQLException {
    String armoured = row.getString("key_armoured");
    return armoured == null ? null : new PartnerKey(armoured, row.getString("key_fingerprint"),
        row.getObject("key_expires", LocalDate.class), row.getString("key_entered_by"),
        instant(row, "key_entered_at"), row.getString("key_confirmed_by"), instantOrNull(row, "key_confirmed_at"));
  }

  private static @Nullable Evaluation evaluation(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("evaluated_on", LocalDate.class);
    return on == null ? null : new Evaluation(on, row.getInt("evaluation_score"), row.getString("evaluated_by"));
  }

  private static @Nullable Suspension suspension(ResultSet row) throws SQLException {
    Instant since = instantOrNull(row, "suspended_at");
    return since == null ? null
        : new Suspension(since, row.getString("suspended_by"), row.getString("suspended_reason"));
  }

  /** Of a row that has places as this table has them. */
  static Set<Place> places(ResultSet row) throws SQLException {
    return parted(row.getString("places")).stream().map(place -> Place.of(place).orElseThrow())
        .collect(Collectors.toSet());
  }

  /** As many values are stored in one column. */
  static String joined(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
  }

  private static Set<String> parted(String stored) {
    return stored.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(stored.split(",")));
  }
}
