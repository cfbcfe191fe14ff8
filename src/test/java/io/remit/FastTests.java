package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that need neither an application nor a server nor a database beside them, nor years of a calendar: those
 * with the tag {@code long} are left out of {@link OtherTests}.
 */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit")
@ExcludeTags({"long", "models", "web-apps", "shared-demo", "own-application", "kill", "real-files",
    "portfolio", "faults"})
class FastTests {
}
