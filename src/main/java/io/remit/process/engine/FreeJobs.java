package io.remit.process.engine;

import java.util.HashMap;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * A node that looks for jobs passes over those that another one is taking at this moment, and reads few more than it
 * takes. By the engine's own question both find the same ones, each waits for the other's locks, and one of them has
 * looked in vain; and PostgreSQL reads all jobs there are, to know once which processes have one that is being worked
 * on, where the jobs of three processes would do. A subquery with an offset it asks for each row.
 */
final class FreeJobs extends AbstractProcessEnginePlugin {

  static final String LOOK = "selectNextJobsToExecute";
  static final String FREE = LOOK + "_free";
  private static final String END_OF_SUBQUERY = "J2.LOCK_EXP_TIME_ >= ?)";

  /** Once the engine has read its statements. An H2 has one node. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    DbSqlSessionFactory statements = engine.getDbSqlSessionFactory();
    if (DbSqlSessionFactory.POSTGRES.equals(statements.getDatabaseType())) {
      Configuration known = engine.getSqlSessionFactory().getConfiguration();
      if (!known.hasStatement(FREE)) {
        // engines of one program may share the statements that they read
        known.addMappedStatement(free(known, known.getMappedStatement(LOOK)));
      }
      // which statement goes by which name: the engine's own map is of all engines of the program
      Map<String, String> names = new HashMap<>(statements.getStatementMappings());
      names.put(LOOK, FREE);
      statements.setStatementMappings(names);
    }
  }

  private static MappedStatement free(Configuration known, MappedStatement look) {
    return new MappedStatement.Builder(known, FREE, parameter -> {
      BoundSql asked = look.getBoundSql(parameter);
      BoundSql free = new BoundSql(known, asked.getSql().replace(END_OF_SUBQUERY, END_OF_SUBQUERY + " offset 0")
          + " for update skip locked", asked.getParameterMappings(), parameter);
      asked.getAdditionalParameters().forEach(free::setAdditionalParameter);
      return free;
    }, look.getSqlCommandType()).resource(look.getResource()).statementType(look.getStatementType())
        .resultMaps(look.getResultMaps()).fetchSize(look.getFetchSize()).timeout(look.getTimeout())
        .flushCacheRequired(true).useCache(false).build();
  }
}
