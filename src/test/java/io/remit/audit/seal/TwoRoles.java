package io.remit.audit.seal;

import io.remit.database.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database on PostgreSQL whose tables belong to one role, while Remit runs by another. */
public final class TwoRoles implements AutoCloseable {

  private final PostgresDatabase database = PostgresDatabase.create();
  private final String owner;
  private final String running;

  /** @param name with which the names of both roles begin; the server has them until this is closed */
  public TwoRoles(String name) {
    this.owner = name + "_owner";
    this.running = name + "_running";
    JdbcClient superuser = JdbcClient.create(superuser());
    roles().forEach(role -> superuser.sql("create role " + role + " login").update());
    superuser.sql("alter schema public owner to " + owner).update();
    superuser.sql("revoke create on schema public from public").update();
  }

  private List<String> roles() {
    return List.of(owner, running);
  }

  /** Where it is, without a user. */
  String url() {
    return withoutUser(database);
  }

  private static String withoutUser(PostgresDatabase database) {
    return database.url().replaceFirst("\\?.*", "");
  }

  public DataSource superuser() {
    return database.dataSource();
  }

  public DataSource running() {
    return asRunning(database);
  }

  /** Another database of the server, by the role by which Remit runs. */
  DataSource asRunning(PostgresDatabase there) {
    return DataSourceBuilder.create().type(DriverManagerDataSource.class).url(withoutUser(there)).username(running)
        .build();
  }

  /** Makes Remit's tables as the owner does. */
  public void migrate() {
    migrate(database);
  }

  void migrate(PostgresDatabase there) {
    Flyway.configure().dataSource(withoutUser(there), owner, "")
        .callbacks(new TrailGrants(asRunning(there), Duration.ofDays(1095))).load().migrate();
  }

  @Override
  public void close() {
    database.close();
    try (PostgresDatabase other = PostgresDatabase.create()) {
      JdbcClient superuser = JdbcClient.create(other.dataSource());
      roles().forEach(role -> superuser.sql("drop role " + role).update());
    }
  }
}
