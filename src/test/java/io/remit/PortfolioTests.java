package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The test that lets an odd portfolio live for more than a year. */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit.portfolio")
@IncludeTags("portfolio")
class PortfolioTests {
}
