package io.remit.release;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How releases of models are kept and taken over.
 *
 * @param poll how often a node looks whether another release runs
 * @param start what a start does when people deployed a release and the folder that Remit was given is another
 * @param rollBackWithin for how long after a deployment one person may go back to the release before
 */
@ConfigurationProperties("remit.releases")
record ReleaseSettings(Duration poll, AtStart start, Duration rollBackWithin) {

  /** What counts at a start. */
  enum AtStart {
    /** The release that people deployed. */
    KEEP,
    /** The folder that Remit was given. */
    FOLDER
  }
}
