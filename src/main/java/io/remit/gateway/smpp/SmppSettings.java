package io.remit.gateway.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the message centre and what it is like; see {@code docs/channels.md}.
 *
 * @param systemId the name to bind with, at most 15 characters
 * @param password at most 8 characters; never logged
 * @param sourceAddress what texts come from: a number, a short code or a name
 * @param country ISO 3166-1; senders' numbers without a country code are read as numbers of it; empty if there are none
 * @param trustCertificate PEM, a resource location or the text itself; empty for the platform's trusted certificates
 * @param messagesPerSecond the limit that was agreed on; 0 for none
 * @param window how many messages may wait for their answer at a time
 * @param maxSegments a text that takes more messages is refused
 * @param temporaryErrors status codes of this centre's own that mean "later, perhaps"
 * @param invalidNumberErrors status codes of this centre's own that mean that the number is at fault
 * @param unknownSubscriberErrors error codes in receipts that mean that nobody has the number
 */
@ConfigurationProperties("remit.smpp")
record SmppSettings(@DefaultValue("localhost") String host, @DefaultValue("2775") int port,
    @DefaultValue("") String systemId, @DefaultValue("") String password, @DefaultValue("") String systemType,
    @DefaultValue("") String sourceAddress, @DefaultValue("UNKNOWN") TypeOfNumber sourceTon,
    @DefaultValue("UNKNOWN") NumberingPlanIndicator sourceNpi, @DefaultValue("") String country,
    @DefaultValue("false") boolean tls, @DefaultValue("") String trustCertificate,
    @DefaultValue("20") int messagesPerSecond, @DefaultValue("10") int window,
    @DefaultValue("10s") Duration connectTimeout, @DefaultValue("10s") Duration responseTimeout,
    @DefaultValue("30s") Duration enquireLink, @DefaultValue("1s") Duration reconnectAfter,
    @DefaultValue("1m") Duration reconnectAtMost, @DefaultValue("4") int maxSegments,
    @DefaultValue("UDH") LongTexts longTexts, @DefaultValue("SAME") MessageIdForm messageIdForm,
    @DefaultValue Set<Integer> temporaryErrors, @DefaultValue Set<Integer> invalidNumberErrors,
    @DefaultValue("1") Set<Integer> unknownSubscriberErrors) {

  private static final int LONGEST_SYSTEM_ID = 15;
  private static final int LONGEST_PASSWORD = 8;
  private static final int LONGEST_SYSTEM_TYPE = 12;
  private static final int LONGEST_ADDRESS = 20;

  /** How the parts of a long text are marked. */
  enum LongTexts {
    /** With a header in the text itself, which phones read. */
    UDH,
    /** With parameters of SMPP, of which the centre makes that header. */
    SAR
  }

  /**
   * Checks what SMPP limits, before the library does: it would name the value, and so the password, in its messages.
   *
   * @throws IllegalStateException if the gateway cannot work so
   */
  SmppSettings checked() {
    require(!systemId.isEmpty() && fits(systemId, LONGEST_SYSTEM_ID), "remit.smpp.system-id must have 1 to 15 characters");
    require(fits(password, LONGEST_PASSWORD), "remit.smpp.password must have at most 8 characters");
    require(fits(systemType, LONGEST_SYSTEM_TYPE), "remit.smpp.system-type must have at most 12 characters");
    require(fits(sourceAddress, LONGEST_ADDRESS), "remit.smpp.source-address must have at most 20 characters");
    require(window > 0, "remit.smpp.window must be above 0");
    require(messagesPerSecond >= 0, "remit.smpp.messages-per-second must not be below 0");
    require(maxSegments > 0 && maxSegments <= 255, "remit.smpp.max-segments must be 1 to 255");
    require(isPositive(connectTimeout) && isPositive(responseTimeout) && isPositive(enquireLink)
        && isPositive(reconnectAfter) && reconnectAtMost.compareTo(reconnectAfter) >= 0,
        "the durations of remit.smpp must be above 0, and reconnect-at-most not below reconnect-after");
    return this;
  }

  private static boolean fits(String value, int longest) {
    return value.length() <= longest && StandardCharsets.US_ASCII.newEncoder().canEncode(value);
  }

  private static boolean isPositive(Duration duration) {
    return duration.toMillis() > 0;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalStateException(rule);
    }
  }

  /** Names the centre but not the password. */
  @Override
  public String toString() {
    return "SmppSettings[" + systemId + " at " + host + ":" + port + "]";
  }
}
