package io.remit;

import org.junit.platform.suite.api.ExcludeEngines;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of the models, which share one application; the last of them looks at what all of them passed. */
@Suite
@ExcludeEngines("junit-platform-suite")
@SelectPackages("io.remit.process")
@IncludeTags("models")
@ExcludeTags("own-application")
class ModelTests {
}
