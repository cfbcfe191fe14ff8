package io.remit.process.story;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets each test begin on the same morning with no case running, and gives the clock back afterwards. */
class FreshWorld implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    worldOf(test).begin();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    worldOf(test).end();
  }

  private static CaseWorld worldOf(ExtensionContext test) {
    return SpringExtension.getApplicationContext(test).getBean(CaseWorld.class);
  }
}
