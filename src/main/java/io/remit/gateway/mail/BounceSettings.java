package io.remit.gateway.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which undeliverable mail comes back, read by IMAP over TLS.
 *
 * @param host the mail server; without one no mailbox is read
 * @param sslBundle as {@link MailSettings#sslBundle()}
 * @param folder where they come in
 * @param takenFolder where those are moved that Remit has taken; it is made if there is none
 * @param timeout how long the server may take for each answer
 */
@ConfigurationProperties("remit.mail.bounces")
record BounceSettings(@DefaultValue("") String host, @DefaultValue("993") int port, @DefaultValue("") String username,
    @DefaultValue("") String password, @DefaultValue("") String sslBundle, @DefaultValue("INBOX") String folder,
    @DefaultValue("Taken") String takenFolder, @DefaultValue("30s") Duration timeout) {

  /** Without the password. */
  @Override
  public String toString() {
    return "BounceSettings[" + host + ":" + port + ", " + folder + "]";
  }
}
