package io.remit.access;

import static io.remit.sql.Moments.utc;

import io.remit.access.AccessLimit.Holder;
import io.remit.access.AccessLimit.Holder.Kind;
import io.remit.access.AccessLimit.Hours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The limits; one at most for each user and each group. */
@Repository
class AccessLimitRepository {

  private static final String SELECT = """
      select holder_kind, holder, networks, hours_from, hours_to, working_days, time_zone from access_limit
      """;

  private final JdbcClient jdbc;

  AccessLimitRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<AccessLimit> all() {
    return jdbc.sql(SELECT + " order by holder_kind, holder").query(AccessLimitRepository::read).list();
  }

  /** The limit of a user and those of groups, as far as there are any. */
  List<AccessLimit> of(String userId, Collection<String> groups) {
    return jdbc.sql(SELECT + """
         where holder_kind = 'USER' and holder = :user or holder_kind = 'GROUP' and holder in (:groups)
        """).param("user", userId).param("groups", groups.isEmpty() ? Set.of("") : groups)
        .query(AccessLimitRepository::read).list();
  }

  void save(AccessLimit limit, String setBy, Instant at) {
    remove(limit.holder());
    Hours hours = limit.hours();
    jdbc.sql("""
        insert into access_limit (holder_kind, holder, networks, hours_from, hours_to, working_days, time_zone, set_by,
          set_at)
        values (:kind, :holder, :networks, :from, :to, :days, :zone, :by, :at)
        """).param("kind", limit.holder().kind().name()).param("holder", limit.holder().id())
        .param("networks", String.join(",", limit.networks())).param("from", hours == null ? null : hours.from())
        .param("to", hours == null ? null : hours.to())
        .param("days", hours == null ? "" : hours.days().stream().map(Enum::name).collect(Collectors.joining(",")))
        .param("zone", hours == null ? null : hours.zone().getId()).param("by", setBy)
        .param("at", utc(at)).update();
  }

  /** @return false if there was none */
  boolean remove(Holder holder) {
    return jdbc.sql("delete from access_limit where holder_kind = :kind and holder = :holder")
        .param("kind", holder.kind().name()).param("holder", holder.id()).update() > 0;
  }

  private static AccessLimit read(ResultSet row, int number) throws SQLException {
    LocalTime from = row.getObject("hours_from", LocalTime.class);
    Hours hours = from == null ? null : new Hours(from, row.getObject("hours_to", LocalTime.class),
        parted(row.getString("working_days")).stream().map(DayOfWeek::valueOf)
            .collect(Collectors.toCollection(TreeSet::new)),
        ZoneId.of(row.getString("time_zone")));
    return new AccessLimit(new Holder(Kind.valueOf(row.getString("holder_kind")), row.getString("holder")),
        parted(row.getString("networks")), hours);
  }

  private static List<String> parted(String stored) {
    return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(","));
  }
}
