package io.remit.gateway.mail;

import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;

/** TLS to mail servers: the certificate must be trusted and bear the server's name. */
final class SecureSockets {

  private SecureSockets() {
  }

  /**
   * Sets the properties of a mail protocol.
   *
   * @param protocol such as {@code smtp}
   * @param trusted makes connections that trust certain certificates; null for those that Java trusts
   */
  static void require(Properties properties, String protocol, @Nullable SSLSocketFactory trusted) {
    String prefix = "mail." + protocol + ".ssl.";
    properties.setProperty(prefix + "checkserveridentity", "true");
    properties.setProperty(prefix + "protocols", "TLSv1.3 TLSv1.2");
    if (trusted != null) {
      properties.put(prefix + "socketFactory", trusted);
      properties.setProperty(prefix + "socketFactory.fallback", "false");
    }
  }

  /** The connections of a bundle of certificates; null for no bundle. */
  static @Nullable SSLSocketFactory of(SslBundles bundles, String name) {
    return name.isEmpty() ? null : bundles.getBundle(name).createSslContext().getSocketFactory();
  }
}
