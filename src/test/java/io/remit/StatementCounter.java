package io.remit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * How often an application asks its database. A batch of inserts counts as one statement: it is one way to the
 * database and back.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter implements QueryExecutionListener {

  private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();

  /** How often one text was sent. */
  public record Count(String text, long times) {
  }

  /** Puts the counter between the application and its database. */
  @Bean
  static BeanPostProcessor countingDataSource(StatementCounter counter) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource")
            ? ProxyDataSourceBuilder.create(source).listener(counter).build() : bean;
      }
    };
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    // what counts is what was done
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    byText.computeIfAbsent(queries.isEmpty() ? "" : queries.get(0).getQuery().strip(), text -> new LongAdder())
        .increment();
  }

  /** Begins anew. */
  public void reset() {
    byText.clear();
  }

  public long total() {
    return byText.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** Tells which texts were sent most often, each how many times for one of {@code things}. */
  public void printMost(int texts, int things) {
    most(texts).forEach(each -> Benchmark.print("  %.2f  %s", (double) each.times() / things,
        StringUtils.abbreviateMiddle(StringUtils.normalizeSpace(each.text()), " ... ", 150)));
  }

  /** The texts that were sent most often. */
  public List<Count> most(int texts) {
    return byText.entrySet().stream().map(each -> new Count(each.getKey(), each.getValue().sum()))
        .sorted(Comparator.comparingLong(Count::times).reversed()).limit(texts).toList();
  }
}
