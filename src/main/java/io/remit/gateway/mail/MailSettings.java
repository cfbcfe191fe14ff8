package io.remit.gateway.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
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

  /** @throws IllegalArgumentException if {@link #from()} is not one address */
  InternetAddress sender() {
    return address("remit.mail.from", from);
  }

  /** @throws IllegalArgumentException if {@link #replyTo()} is neither empty nor one address */
  InternetAddress answersGoTo() {
    return replyTo.isEmpty() ? sender() : address("remit.mail.reply-to", replyTo);
  }

  /**
   * The bare address to which bounces go.
   *
   * @throws IllegalArgumentException if {@link #bounceAddress()} is neither empty nor one address
   */
  String bouncesGoTo() {
    return (bounceAddress.isEmpty() ? sender() : address("remit.mail.bounce-address", bounceAddress)).getAddress();
  }

  /** The sender's domain. */
  String domain() {
    String address = sender().getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static InternetAddress address(String property, String value) {
    try {
      InternetAddress[] addresses = InternetAddress.parse(value, true);
      if (addresses.length == 1 && !addresses[0].isGroup() && addresses[0].getAddress().indexOf('@') > 0) {
        return new InternetAddress(addresses[0].getAddress(), addresses[0].getPersonal(),
            StandardCharsets.UTF_8.name());
      }
    } catch (AddressException | UnsupportedEncodingException notAnAddress) {
      // refused below
    }
    throw new IllegalArgumentException(property + " must be an e-mail address");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + "]";
  }
}
