package io.remit.gateway;

import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A database with Remit's tables and one debtor, D-1. */
public record GatewayDatabase(JdbcClient jdbc, PlatformTransactionManager transactions) {

  /** In memory. */
  public static GatewayDatabase h2() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return on(database);
  }

  /** What a test does with a database. */
  @FunctionalInterface
  public interface Use {
    void accept(GatewayDatabase database) throws Exception;
  }

  /** On a real PostgreSQL, which is stopped afterwards. */
  public static void onPostgres(Use use) throws Exception {
    try (PostgresDatabase postgres = PostgresDatabase.create()) {
      use.accept(on(postgres.dataSource()));
    }
  }

  private static GatewayDatabase on(DataSource source) {
    RemitTables.makeIn(source);
    JdbcClient jdbc = JdbcClient.create(source);
    jdbc.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, language, owns_property)
        values ('D-1', 'PERSON', 'Ana Berg', 'Europe/Berlin', 'zh-CN', false)
        """).update();
    return new GatewayDatabase(jdbc, new JdbcTransactionManager(source));
  }
}
