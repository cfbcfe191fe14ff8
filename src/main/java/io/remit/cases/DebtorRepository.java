package io.remit.cases;

import io.remit.cases.DebtorDetails.Coordinates;
import io.remit.cases.DebtorDetails.DebtorType;
import io.remit.ledger.MatchNumber;
import io.remit.sql.CollectedRows;
import io.remit.sql.CommonFacts;
import io.remit.sql.Question;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The debtors as the creditor's files tell them; where debtors told us another address, with that. */
@Repository
public class DebtorRepository {

  private static final String SELECT = """
      select debtor_id, debtor_type, name, phone, email, address, city, region, country, time_zone, language,
             owns_property, contact_person_name, contact_person_phone, latitude, longitude
        from debtor
      """;

  /**
   * The city goes with the address; the region and the country are those of the file unless they were told. What was
   * corrected counts while the file tells the same wrong value.
   */
  private static final String SELECT_WHERE_THEY_LIVE = """
      select d.debtor_id, debtor_type, coalesce(n.told_value, name) as name, phone,
             coalesce(e.told_value, email) as email, coalesce(t.address, d.address) as address,
             case when t.address is null then d.city else t.city end as city, coalesce(t.region, d.region) as region,
             coalesce(t.country, d.country) as country, time_zone,
             coalesce(l.told_value, language) as language, owns_property, contact_person_name,
             contact_person_phone, case when t.address is null then d.latitude end as latitude,
             case when t.address is null then d.longitude end as longitude
        from debtor d left join told_address t on t.debtor_id = d.debtor_id
         and coalesce(t.instead_of, '') = coalesce(d.address, '')
        left join corrected_value n on n.debtor_id = d.debtor_id and n.field = 'NAME'
         and n.instead_of = d.name
        left join corrected_value e on e.debtor_id = d.debtor_id and e.field = 'EMAIL'
         and coalesce(e.instead_of, '') = coalesce(d.email, '')
        left join corrected_value l on l.debtor_id = d.debtor_id and l.field = 'LANGUAGE'
         and coalesce(l.instead_of, '') = coalesce(d.language, '')
      """;

  private static final String INSERT = """
      insert into debtor (debtor_id, debtor_type, name, phone, email, address, city, region, country, time_zone,
        language, owns_property, contact_person_name, contact_person_phone, match_number, match_name, latitude,
        longitude)
      values (:id, :type, :name, :phone, :email, :address, :city, :region, :country, :zone, :language, :property,
        :contactName, :contactPhone, :matchNumber, :matchName, :latitude, :longitude)
      """;

  private final JdbcClient jdbc;
  private final Question<String, Optional<DebtorDetails>> whereTheyLive;
  private final CollectedRows<Map<String, Object>> added;

  DebtorRepository(JdbcClient jdbc, NamedParameterJdbcTemplate rows) {
    this.jdbc = jdbc;
    this.added = CollectedRows.referredTo("debtor", Set.of(),
        debtors -> rows.batchUpdate(INSERT, SqlParameterSourceUtils.createBatch(debtors)));
    String sql = SELECT_WHERE_THEY_LIVE + " where d.debtor_id in (:debtors)";
    this.whereTheyLive = Question.ofDebtors(sql, Optional.empty(), ids -> jdbc.sql(sql).param("debtors", ids)
        .query(DebtorRepository::read).list().stream()
        .collect(Collectors.toMap(DebtorDetails::debtorId, Optional::of)));
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such debtor */
  public DebtorDetails get(String debtorId) {
    return whereTheyLive.about(debtorId).orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /** Keeps others who do the same waiting until the transaction ends. */
  public void lock(String debtorId) {
    if (!CommonFacts.hasLocked(debtorId)) {
      jdbc.sql("select debtor_id from debtor where debtor_id = :debtor for update").param("debtor", debtorId)
          .query(String.class).single();
    }
  }

  /** The same for all of some debtors, in one order. */
  void lock(Collection<String> debtorIds) {
    jdbc.sql("select debtor_id from debtor where debtor_id in (:debtors) order by debtor_id for update")
        .param("debtors", debtorIds).query(String.class).list();
  }

  /**
   * The ids of up to {@code limit} debtors who are called so.
   *
   * @param keys as {@link NameWords#key} writes them
   */
  public List<String> named(Collection<String> keys, int limit) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select debtor_id from debtor where match_name in (:keys) order by debtor_id limit :limit")
        .param("keys", keys).param("limit", limit).query(String.class).list();
  }

  /** The names of those who are known, by id. */
  public Map<String, String> names(Collection<String> debtorIds) {
    Map<String, String> names = new HashMap<>();
    if (!debtorIds.isEmpty()) {
      jdbc.sql("""
          select d.debtor_id, coalesce(n.told_value, d.name) as name
            from debtor d left join corrected_value n on n.debtor_id = d.debtor_id and n.field = 'NAME'
             and n.instead_of = d.name
           where d.debtor_id in (:debtors)
          """).param("debtors", debtorIds)
          .query((RowCallbackHandler) row -> names.put(row.getString("debtor_id"), row.getString("name")));
    }
    return names;
  }

  /** As the creditor's files tell them, whatever they told us. */
  List<DebtorDetails> find(Collection<String> debtorIds) {
    return jdbc.sql(SELECT + " where debtor_id in (:debtors)").param("debtors", debtorIds)
        .query(DebtorRepository::read).list();
  }

  void insert(DebtorDetails debtor) {
    CommonFacts.addsDebtor(debtor.debtorId());
    added.add(values(debtor));
  }

  void update(DebtorDetails debtor) {
    jdbc.sql("""
        update debtor
           set debtor_type = :type, name = :name, phone = :phone, email = :email, address = :address, city = :city,
               region = :region, country = :country, time_zone = :zone, language = :language,
               owns_property = :property, contact_person_name = :contactName, contact_person_phone = :contactPhone,
               match_name = :matchName, latitude = :latitude, longitude = :longitude
         where debtor_id = :id
        """).params(values(debtor)).update();
  }

  private static Map<String, Object> values(DebtorDetails debtor) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", debtor.debtorId());
    values.put("type", debtor.type().name());
    values.put("name", debtor.name());
    values.put("phone", debtor.phone());
    values.put("email", debtor.email());
    values.put("address", debtor.address());
    values.put("city", debtor.city());
    values.put("region", debtor.region());
    values.put("country", debtor.country());
    values.put("zone", debtor.timeZone().getId());
    values.put("language", debtor.language());
    values.put("property", debtor.ownsProperty());
    values.put("contactName", debtor.contactPersonName());
    values.put("contactPhone", debtor.contactPersonPhone());
    Coordinates place = debtor.coordinates();
    values.put("latitude", place == null ? null : place.latitude());
    values.put("longitude", place == null ? null : place.longitude());
    values.put("matchNumber", MatchNumber.key(debtor.debtorId()));
    values.put("matchName", NameWords.of(debtor.name()).key());
    return values;
  }

  private static DebtorDetails read(ResultSet row, int number) throws SQLException {
    return new DebtorDetails(row.getString("debtor_id"), DebtorType.valueOf(row.getString("debtor_type")),
        row.getString("name"), row.getString("phone"), row.getString("email"), row.getString("address"),
        row.getString("city"), row.getString("region"), row.getString("country"), ZoneId.of(row.getString("time_zone")),
        row.getString("language"), row.getBoolean("owns_property"), row.getString("contact_person_name"),
        row.getString("contact_person_phone"), coordinates(row.getBigDecimal("latitude"),
            row.getBigDecimal("longitude")));
  }

  private static @Nullable Coordinates coordinates(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
    return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
  }
}
