package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that start no whole application. */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit")
@ExcludeTags({"models", "web-apps", "shared-demo", "own-application", "kill", "real-files", "portfolio", "faults"})
class OtherTests {
}
