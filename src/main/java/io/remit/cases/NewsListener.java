package io.remit.cases;

import java.util.Set;

/** Who does something about what is known anew. */
public interface NewsListener {

  /** What it listens to. */
  Set<News.Kind> kinds();

  /**
   * Hears of it, in a transaction of its own; called again later if it fails.
   *
   * @param subject a debtor's id or a user id
   */
  void heard(News.Kind kind, String subject);
}
