package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests in a browser that share a demo. */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit.browser")
@IncludeTags("shared-demo")
class BrowserTests {
}
