package io.remit.casefile;

import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import org.jspecify.annotations.Nullable;

/**
 * A form that somebody opens about a case.
 *
 * @param contactBy how the reader is about to contact the debtor; null if not at all
 * @param choosesPartner whether the reader chooses a partner for the case
 * @param decided the matter that the reader decides on, or null
 * @param reader user id; null where it makes no difference who reads
 */
record OpenedForm(WholeCase about, @Nullable Channel contactBy, boolean choosesPartner, @Nullable MatterKey decided,
    @Nullable String reader) {

  static OpenedForm toRead(WholeCase about) {
    return new OpenedForm(about, null, false, null, null);
  }

  static OpenedForm toContact(WholeCase about, Channel contactBy, String reader) {
    return new OpenedForm(about, contactBy, false, null, reader);
  }

  static OpenedForm toPlace(WholeCase about) {
    return new OpenedForm(about, null, true, null, null);
  }

  static OpenedForm toDecide(WholeCase about, MatterKey decided, String reader) {
    return new OpenedForm(about, null, false, decided, reader);
  }

  String caseNumber() {
    return about.caseNumber();
  }

  String currency() {
    return about.its().currency();
  }
}
