package io.remit.gate;

import io.remit.gate.ContactQuestion.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The words of a contact, as they would be used at this moment.
 *
 * @param text null if it must not be used, or is spoken
 */
public record Draft(Wording wording, @Nullable RenderedText text) {

  /** A text that may be sent. */
  public static Draft of(RenderedText text) {
    return new Draft(Wording.APPROVED, text);
  }

  /** Words of which is known only whether they may be used. */
  public static Draft without(Wording wording) {
    return new Draft(wording, null);
  }
}
