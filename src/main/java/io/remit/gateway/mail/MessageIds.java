package io.remit.gateway.mail;

import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Message-ID of each e-mail: {@code <reference@domain>}, the same however often it is handed over, so that mail
 * programs and servers can tell a second copy.
 */
final class MessageIds {

  private static final int LONGEST = 200;
  private static final Pattern ID = Pattern.compile("<?([A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9.-]+)>?");

  private final String domain;

  /** @param domain of the sender */
  MessageIds(String domain) {
    this.domain = domain;
  }

  /**
   * The Message-ID of a message, without brackets.
   *
   * @throws MessageRefusedException if the reference is too long to be one
   */
  String of(OutgoingMessage message) {
    String id = message.reference() + "@" + domain;
    if (id.length() > LONGEST) {
      throw new MessageRefusedException("The reference is too long for a Message-ID", false);
    }
    return id;
  }

  /**
   * One of ours, read from a header.
   *
   * @param header may be null
   * @return the Message-ID without brackets; empty if it is not ours
   */
  Optional<String> ours(@Nullable String header) {
    Matcher id = ID.matcher(header == null ? "" : header.strip());
    return id.matches() && id.group(1).toLowerCase(Locale.ROOT).endsWith("@" + domain.toLowerCase(Locale.ROOT))
        ? Optional.of(id.group(1)) : Optional.empty();
  }
}
