package io.remit.process.trial;

import io.remit.trial.ScratchPlace;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a node makes copies of the portfolio.
 *
 * @param url of a PostgreSQL database of their own; empty for files, where Remit has H2
 * @param user who may make schemas there
 */
@ConfigurationProperties("remit.trial.scratch")
record ScratchSettings(String url, String user, String password) {

  ScratchPlace place() {
    return new ScratchPlace(url, user, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ScratchSettings[" + url + "]";
  }
}
