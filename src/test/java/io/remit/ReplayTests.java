package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that live through a folder of real files. */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit.process")
@IncludeTags("real-files")
class ReplayTests {
}
