package io.remit.cases;

import static io.remit.sql.Moments.utc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where debtors told us that they live, if that is not where the creditor's file says. */
@Repository
public class ToldAddresses {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;
  private final News news;

  ToldAddresses(JdbcClient jdbc, BusinessCalendar calendar, News news) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.news = news;
  }

  /**
   * Where a debtor lives now.
   *
   * @param city or null
   * @param region ISO 3166-2, or null for that of the creditor's file
   */
  public record Told(String address, @Nullable String city, @Nullable String region) {

    private @Nullable String country() {
      return region == null ? null : region.substring(0, 2);
    }
  }

  /**
   * Remembers where a debtor lives, in place of what was told before, until the creditor's file tells another address
   * than today.
   *
   * @param by user id
   */
  public void tell(String debtorId, Told told, String by) {
    jdbc.sql("delete from told_address where debtor_id = :debtor").param("debtor", debtorId).update();
    jdbc.sql("""
        insert into told_address (debtor_id, address, city, region, country, instead_of, told_at, taken_by)
        select debtor_id, :address, :city, :region, :country, address, cast(:at as timestamp with time zone), :by
          from debtor where debtor_id = :debtor
        """).param("address", told.address()).param("city", told.city()).param("region", told.region())
        .param("country", told.country()).param("at", utc(calendar.now())).param("by", by).param("debtor", debtorId)
        .update();
    news.ofWayTo(debtorId);
  }
}
