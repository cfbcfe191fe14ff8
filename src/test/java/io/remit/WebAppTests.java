package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that ask a running demo over HTTP. */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit")
@IncludeTags("web-apps")
class WebAppTests {
}
