package io.remit.outsourcing;

import io.remit.exchange.Correspondent;

/** Where partners' files go and come from. */
public final class PartnerFolder {

  private PartnerFolder() {
  }

  /** That of a partner: {@code outsourcing/} and its id below the work folder, unless it has a server. */
  public static Correspondent of(String partnerId) {
    return new Correspondent(partnerId, "outsourcing/" + partnerId);
  }
}
