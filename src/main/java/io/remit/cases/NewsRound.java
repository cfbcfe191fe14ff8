package io.remit.cases;

import io.remit.cases.News.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings {@link News} to those who do something about it. What fails is tried again in the next round. */
@Component
public class NewsRound {

  private static final Logger LOG = LoggerFactory.getLogger(NewsRound.class);
  private static final int BATCH = 100;

  private final News news;
  private final ObjectProvider<NewsListener> listeners;
  private final CaseProcess process;
  private final TransactionTemplate transaction;

  NewsRound(News news, ObjectProvider<NewsListener> listeners, CaseProcess process,
      PlatformTransactionManager transactions) {
    this.news = news;
    this.listeners = listeners;
    this.process = process;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Tells all that waits, each once.
   *
   * @return how many could be told
   */
  @Scheduled(fixedDelayString = "${remit.cases.news:5s}")
  public int tellAll() {
    Set<Item> failed = new HashSet<>();
    int told = 0;
    List<Item> batch = news.waiting(BATCH);
    while (!batch.isEmpty()) {
      for (Item item : batch) {
        if (tell(item)) {
          told++;
        } else {
          failed.add(item);
        }
      }
      batch = news.waiting(BATCH + failed.size()).stream().filter(item -> !failed.contains(item)).toList();
    }
    return told;
  }

  private boolean tell(Item item) {
    try {
      transaction.executeWithoutResult(status -> process.together(() -> {
        if (news.take(item)) {
          listeners.stream().filter(listener -> listener.kinds().contains(item.kind()))
              .forEach(listener -> listener.heard(item.kind(), item.subject()));
        }
        return null;
      }));
      return true;
    } catch (RuntimeException failure) {
      LOG.warn("Something new about a {} did not reach all its cases yet: {}", item.kind(),
          failure.getClass().getName());
      transaction.executeWithoutResult(status -> news.failed(item));
      return false;
    }
  }
}
