package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of faults, on one node and one database server that they share, and what parsers did with what Jazzer
 * found.
 */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit")
@IncludeTags("faults")
class FaultTests {
}
