package io.remit.gateway.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps anyone from guessing codes, or from filling lists: so many questions a minute from one network. When there are
 * many from everywhere each network has fewer, but every one has some: whoever asks much, from however many addresses,
 * shuts out nobody else. It counts within this node; the sum of all nodes is still far from what guessing would take.
 */
@Component
public class AskLimit {

  static final int A_MINUTE_FROM_ONE_NETWORK = 10;
  /** From so many questions a minute on, wherever they come from, a network has fewer. */
  static final int MANY_A_MINUTE = 300;
  static final int A_MINUTE_WHEN_THERE_ARE_MANY = 2;

  /** Anything else could be the name of a host, and would be looked up. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private final Clock clock;
  /** Where a network is counted nobody outside can tell, so nobody can ask to be counted with somebody else. */
  private final long secret;
  /** By network, or rather by what its address is mixed to: it does not grow, however many networks ask. */
  private final byte[] admittedByNetwork = new byte[1 << 16];
  private long minute;
  private int admitted;

  @Autowired
  AskLimit(Clock clock) {
    this(clock, new SecureRandom().nextLong());
  }

  AskLimit(Clock clock, long secret) {
    this.clock = clock;
    this.secret = secret;
  }

  /**
   * Whether a question may be answered now; if so, it is counted.
   *
   * @param address the IP address that it comes from
   */
  public synchronized boolean admits(String address) {
    long now = clock.instant().getEpochSecond() / 60;
    if (now != minute) {
      minute = now;
      admitted = 0;
      Arrays.fill(admittedByNetwork, (byte) 0);
    }
    int place = placeOf(networkOf(address));
    int allowed = admitted < MANY_A_MINUTE ? A_MINUTE_FROM_ONE_NETWORK : A_MINUTE_WHEN_THERE_ARE_MANY;
    if (admittedByNetwork[place] >= allowed) {
      return false;
    }
    admitted++;
    admittedByNetwork[place]++;
    return true;
  }

  private int placeOf(long network) {
    long mixed = (network ^ secret) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32 ^ secret) * 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 48);
  }

  /** An IPv4 address; of an IPv6 address the first half: whoever has one has all the others of that network too. */
  private static long networkOf(String address) {
    try {
      if (ADDRESS.matcher(address).matches()) {
        ByteBuffer parsed = ByteBuffer.wrap(InetAddress.getByName(address).getAddress());
        return parsed.remaining() < Long.BYTES ? parsed.getInt() : parsed.getLong();
      }
    } catch (UnknownHostException notAnAddress) {
      // counted by what it reads like
    }
    return address.hashCode();
  }
}
