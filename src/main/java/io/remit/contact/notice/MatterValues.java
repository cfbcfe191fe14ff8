package io.remit.contact.notice;

import io.remit.cases.MatterKey;
import io.remit.contact.MatterText;
import io.remit.contact.text.Placeholder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What texts may say of one kind of matters, such as plans. */
public interface MatterValues {

  /** The kind of matters that it knows. */
  MatterKey.Kind kind();

  /**
   * The values of the placeholders that are about the matter.
   *
   * @return empty if what the text says is not so any more: then it is not sent
   */
  Optional<Map<Placeholder, String>> of(MatterKey matter, MatterText text);

  /** The last day on which a text about the matter makes sense, in the creditor's zone; empty if there is none. */
  default Optional<LocalDate> lastDay(MatterKey matter) {
    return Optional.empty();
  }
}
