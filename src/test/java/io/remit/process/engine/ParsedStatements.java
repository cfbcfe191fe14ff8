package io.remit.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * An engine reads its SQL from some seventy files of XML when it starts, which takes a good part of a start of Remit.
 * Those that start after one another in a JVM, on the same kind of database, read it once. Each has its own connections
 * and transactions. It is in {@code spring.factories}.
 */
class ParsedStatements implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Map<List<Object>, Configuration> PARSED = new ConcurrentHashMap<>();

  @Override
  public void initialize(GenericApplicationContext context) {
    context.registerBean("parsedStatements", Plugin.class, Plugin::new);
  }

  /** Comes when the others have said which database it is. */
  @Order(Ordered.LOWEST_PRECEDENCE)
  static final class Plugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      try {
        Configuration parsed = PARSED.get(kindOf(engine));
        if (parsed != null) {
          engine.setSqlSessionFactory(new OfOneEngine(parsed, engine));
        }
      } catch (SQLException unreachable) {
        // the engine says so itself
      }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
      try {
        PARSED.putIfAbsent(kindOf(engine), engine.getSqlSessionFactory().getConfiguration());
      } catch (SQLException gone) {
        throw new IllegalStateException(gone);
      }
    }

    /** All that the SQL depends on. */
    private static List<Object> kindOf(ProcessEngineConfigurationImpl engine) throws SQLException {
      try (Connection connection = engine.getDataSource().getConnection()) {
        return List.of(connection.getMetaData().getDatabaseProductName(), engine.getDatabaseTablePrefix(),
            String.valueOf(engine.getDatabaseSchema()), engine.isJdbcBatchProcessing(),
            String.valueOf(engine.getJdbcStatementTimeout()));
      }
    }
  }

  private static final class OfOneEngine extends DefaultSqlSessionFactory {

    private final ProcessEngineConfigurationImpl engine;

    OfOneEngine(Configuration parsed, ProcessEngineConfigurationImpl engine) {
      super(parsed);
      this.engine = engine;
    }

    @Override
    public SqlSession openSession() {
      return open(null);
    }

    @Override
    public SqlSession openSession(TransactionIsolationLevel level) {
      return open(level);
    }

    @Override
    public SqlSession openSession(boolean autoCommit) {
      throw new UnsupportedOperationException("the engine opens none so");
    }

    @Override
    public SqlSession openSession(ExecutorType type) {
      throw new UnsupportedOperationException("the engine opens none so");
    }

    @Override
    public SqlSession openSession(ExecutorType type, boolean autoCommit) {
      throw new UnsupportedOperationException("the engine opens none so");
    }

    @Override
    public SqlSession openSession(ExecutorType type, TransactionIsolationLevel level) {
      throw new UnsupportedOperationException("the engine opens none so");
    }

    private SqlSession open(@Nullable TransactionIsolationLevel level) {
      Transaction transaction = engine.getTransactionFactory().newTransaction(engine.getDataSource(), level, false);
      return new DefaultSqlSession(getConfiguration(),
          getConfiguration().newExecutor(transaction, getConfiguration().getDefaultExecutorType()), false);
    }
  }
}
