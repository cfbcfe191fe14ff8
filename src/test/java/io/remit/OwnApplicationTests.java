package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that start applications of their own, those that live through real files and for more than a year among
 * them. One runs at a time: a test ends those it started before the next one begins. They share a JVM, since a start in
 * one that has started an application before takes a third of the time.
 */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit")
@IncludeTags({"own-application", "real-files", "portfolio"})
class OwnApplicationTests {
}
