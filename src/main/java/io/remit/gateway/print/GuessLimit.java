package io.remit.gateway.print;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps anyone from guessing codes: so many questions a minute from one address, and so many in all. It counts within this
 * node; the sum of all nodes is still far from what guessing would take.
 */
@Component
class GuessLimit {

  static final int A_MINUTE_FROM_ONE_ADDRESS = 10;
  static final int A_MINUTE_IN_ALL = 300;

  private final Clock clock;
  /** Never larger than the limit of all questions, since only admitted ones are counted. */
  private final Map<String, Integer> admittedByAddress = new HashMap<>();
  private long minute;
  private int admitted;

  GuessLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether a question may be answered now; if so, it is counted.
   *
   * @param address the IP address that it comes from
   */
  synchronized boolean admits(String address) {
    long now = clock.instant().getEpochSecond() / 60;
    if (now != minute) {
      minute = now;
      admitted = 0;
      admittedByAddress.clear();
    }
    String network = networkOf(address);
    int fromThere = admittedByAddress.getOrDefault(network, 0);
    if (admitted == A_MINUTE_IN_ALL || fromThere == A_MINUTE_FROM_ONE_ADDRESS) {
      return false;
    }
    admitted++;
    admittedByAddress.put(network, fromThere + 1);
    return true;
  }

  /** Of an IPv6 address the first half: whoever has one has all the others of that network too. */
  private static String networkOf(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) : parsed.getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return address;
    }
  }
}
