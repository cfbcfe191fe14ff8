package io.remit.gateway.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails leave.
 *
 * @param host the mail server that takes them
 * @param username empty for a server that asks for none
 * @param starttls whether a server that offers no STARTTLS is refused; its certificate is checked in any case
 * @param sslBundle the name of one of {@code spring.ssl.bundle.*} with the certificates to trust; empty for those that
 *     Java trusts
 * @param from the sender that people see, such as {@code Example Bank <service@bank.example>}
 * @param replyTo where answers go; empty for the sender
 * @param bounceAddress where undeliverable mail goes back to; empty for the sender
 * @param timeout how long the server may take for each answer
 */
@ConfigurationProperties("remit.mail")
record MailSettings(@DefaultValue("") String host, @DefaultValue("587") int port, @DefaultValue("") String username,
    @DefaultValue("") String password, @DefaultValue("true") boolean starttls, @DefaultValue("") String sslBundle,
    @DefaultValue("") String from, @DefaultValue("") String replyTo, @DefaultValue("") String bounceAddress,
    @DefaultValue("30s") Duration timeout) {

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + "]";
  }
}
