package io.remit.gateway.mail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an e-mail was not delivered, as mail servers say it (RFC 3463).
 *
 * @param value such as {@code 5.1.1}
 */
record StatusCode(String value) {

  private static final Pattern CODE = Pattern.compile("(?<![0-9.])([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.])");
  /** Of the codes 5.1.x these are about the sender's address, not the recipient's. */
  private static final Set<String> ABOUT_THE_SENDER = Set.of("5.1.7", "5.1.8");

  /**
   * The first code in a line.
   *
   * @param line may be null
   */
  static Optional<StatusCode> in(@Nullable String line) {
    Matcher code = CODE.matcher(line == null ? "" : line);
    return code.find() ? Optional.of(new StatusCode(code.group(1))) : Optional.empty();
  }

  /** Whether the address itself is at fault. */
  boolean addressInvalid() {
    return value.startsWith("5.1.") && !ABOUT_THE_SENDER.contains(value);
  }
}
