package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that start applications of their own. One runs at a time: a test ends those it started before the next one
 * begins.
 */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit")
@IncludeTags("own-application")
class OwnApplicationTests {
}
