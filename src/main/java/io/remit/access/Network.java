package io.remit.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Which network addresses are taken for one when passwords are guessed. */
final class Network {

  /** Anything else could be the name of a host, and would be looked up. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final int LONGEST = 64;

  private Network() {
  }

  /** One place: an IPv4 address; of an IPv6 address the first 64 bits, all of which belong to whoever has one. */
  static String place(String address) {
    return cut(address, 4, 8);
  }

  /** What one owner usually has: 24 bits of an IPv4 address, 48 of an IPv6 address. */
  static String neighbourhood(String address) {
    return cut(address, 3, 6);
  }

  private static String cut(String address, int bytesOfV4, int bytesOfV6) {
    if (ADDRESS.matcher(address).matches()) {
      try {
        InetAddress parsed = InetAddress.getByName(address);
        int bytes = parsed instanceof Inet6Address ? bytesOfV6 : bytesOfV4;
        return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), bytes));
      } catch (UnknownHostException notAnAddress) {
        // as it stands
      }
    }
    return address.substring(0, Math.min(address.length(), LONGEST));
  }
}
