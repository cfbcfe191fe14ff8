package io.remit.access;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The names by which this server may be called. A page that makes its own name point to this machine would otherwise
 * be taken for one of Remit's by the browser of somebody who is logged in.
 */
@Component
class AnsweredHosts {

  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

  private final Set<String> names = new HashSet<>(THIS_MACHINE);

  /**
   * @param publicUrl where people outside reach Remit
   * @param others names by which it is reached beside that, without ports
   */
  AnsweredHosts(@Value("${remit.public-url}") URI publicUrl, @Value("${remit.hosts}") List<String> others) {
    names.add(plain(publicUrl.getHost()));
    others.stream().map(AnsweredHosts::plain).forEach(names::add);
  }

  /** @param name without a port */
  boolean answersTo(String name) {
    return name != null && names.contains(plain(name));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
