package io.remit.contact.text;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people outside reach Remit's public pages (property {@code remit.public-url}). */
@Component
public class PublicAddress {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String url;

  /**
   * @param url such as {@code https://collection.bank.example}; plain {@code http} only for this machine
   * @throws IllegalArgumentException if it is anything else: links with secrets in them would be read on the way
   */
  public PublicAddress(@Value("${remit.public-url:http://localhost:8080}") URI url) {
    boolean secure = "https".equals(url.getScheme())
        || "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost());
    if (url.getHost() == null || !secure || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("remit.public-url must be an address such as https://collection.bank.example");
    }
    this.url = url.toString().replaceAll("/+$", "");
  }

  /**
   * The whole address of a page.
   *
   * @param path begins with {@code /}
   */
  public String page(String path) {
    return url + path;
  }
}
