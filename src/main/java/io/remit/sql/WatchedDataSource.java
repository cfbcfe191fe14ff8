package io.remit.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database as all speak with it, the engine too: a {@link CommonFacts} hears of each statement. */
final class WatchedDataSource extends DelegatingDataSource {

  WatchedDataSource(DataSource database) {
    super(database);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return watched(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return watched(super.getConnection(user, password));
  }

  /** Who makes another one like it, for another user, is told of the one behind the watch. */
  @Override
  public <T> T unwrap(Class<T> kind) throws SQLException {
    return kind == DataSource.class ? kind.cast(obtainTargetDataSource()) : super.unwrap(kind);
  }

  private static Connection watched(Connection connection) {
    return proxy(Connection.class, connection, (method, arguments) -> switch (method.getName()) {
      case "prepareStatement" -> prepared((String) arguments[0],
          (PreparedStatement) Objects.requireNonNull(invoke(connection, method, arguments)));
      case "prepareCall", "createStatement" -> anyStatement(
          (Statement) Objects.requireNonNull(invoke(connection, method, arguments)));
      case "setSavepoint" -> {
        CommonFacts facts = CommonFacts.current();
        if (facts != null) {
          facts.writeAll();
        }
        yield invoke(connection, method, arguments);
      }
      case "rollback" -> {
        Object result = invoke(connection, method, arguments);
        CommonFacts facts = CommonFacts.current();
        if (facts != null) {
          facts.afterAnything();
        }
        yield result;
      }
      default -> invoke(connection, method, arguments);
    });
  }

  /** What only reads is sent as soon as it is prepared; of what writes, each sending counts. */
  private static PreparedStatement prepared(String sql, PreparedStatement statement) {
    StatementText text = StatementText.of(sql);
    if (text.onlyReads()) {
      CommonFacts facts = CommonFacts.current();
      if (facts != null) {
        facts.before(text);
      }
      return statement;
    }
    return proxy(PreparedStatement.class, statement, (method, arguments) ->
        method.getName().startsWith("execute") ? sent(text, statement, method, arguments)
            : invoke(statement, method, arguments));
  }

  private static Statement anyStatement(Statement statement) {
    Class<? extends Statement> kind = statement instanceof java.sql.CallableStatement
        ? java.sql.CallableStatement.class : Statement.class;
    return proxy(kind, statement, (method, arguments) -> {
      if (!method.getName().startsWith("execute")) {
        return invoke(statement, method, arguments);
      }
      boolean told = arguments.length > 0 && arguments[0] instanceof String;
      return sent(StatementText.of(told ? (String) arguments[0] : ""), statement, method, arguments);
    });
  }

  private static @Nullable Object sent(StatementText text, Statement statement, Method method, Object[] arguments)
      throws Throwable {
    CommonFacts facts = CommonFacts.current();
    if (facts == null) {
      return invoke(statement, method, arguments);
    }
    facts.before(text);
    try {
      return invoke(statement, method, arguments);
    } finally {
      facts.after(text);
    }
  }

  /** What is done instead of calling a method. */
  private interface Instead {
    @Nullable Object call(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> kind, Object target, Instead instead) {
    InvocationHandler handler = (self, method, given) -> {
      Object[] arguments = given == null ? new Object[0] : given;
      return switch (method.getName()) {
        case "equals" -> self == arguments[0];
        case "hashCode" -> System.identityHashCode(self);
        case "unwrap" -> ((Class<?>) arguments[0]).isInstance(target) ? target : invoke(target, method, arguments);
        case "isWrapperFor" -> ((Class<?>) arguments[0]).isInstance(target)
            || Boolean.TRUE.equals(invoke(target, method, arguments));
        default -> instead.call(method, arguments);
      };
    };
    return kind.cast(Proxy.newProxyInstance(WatchedDataSource.class.getClassLoader(), new Class<?>[] {kind}, handler));
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
