package io.remit.gateway.callback;

import static io.remit.sql.Moments.utc;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The signatures of the call-backs that took effect, so that none does twice. */
@Repository
class CallbackLog {

  private final JdbcClient jdbc;
  private final CallbackWindow window;

  CallbackLog(JdbcClient jdbc, CallbackWindow window) {
    this.jdbc = jdbc;
    this.window = window;
  }

  /**
   * Notes a call-back, in the transaction of its effect. While another transaction is at the same one, it waits for the
   * end of that.
   *
   * @throws DuplicateKeyException if it took effect before
   */
  void add(String signature) {
    jdbc.sql("insert into gateway_callback (signature, received_at) values (:signature, :now)")
        .param("signature", signature).param("now", utc(window.now())).update();
  }

  /** @return how many were removed */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  int removeOld() {
    return jdbc.sql("delete from gateway_callback where received_at < :before")
        .param("before", utc(window.forgetBefore())).update();
  }
}
