package io.remit;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Those of {@link WebAppTests} that run on both databases, on the second. */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit")
@IncludeTags("both-databases")
class WebAppTestsOnPostgresql {

  @BeforeSuite
  static void chooseDatabase() {
    System.setProperty("remit.test.database", "postgresql");
  }
}
