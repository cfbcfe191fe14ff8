package io.remit.contact.notice;

import io.remit.cases.MatterKey;
import io.remit.contact.text.Placeholder;
import java.util.Map;
import java.util.Optional;

/** What texts may say of one kind of terms between creditor and debtor, such as a plan. */
public interface TermsValues {

  MatterKey.Kind kind();

  /**
   * The values of the placeholders that are about the terms.
   *
   * @param template the text that asks for them
   * @return empty if what the text says is not so any more: then it is not sent
   */
  Optional<Map<Placeholder, String>> of(MatterKey matter, String template);
}
