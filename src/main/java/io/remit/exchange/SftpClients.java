package io.remit.exchange;

import io.remit.exchange.DeliveryFailedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.DefaultResourceLoader;

/** Opens connections to SFTP servers, with nothing but what is set: no key, agent or known host of the machine's. */
final class SftpClients implements DisposableBean {

  /** Null until it is needed: most have no server. */
  private @Nullable SshClient started;

  /**
   * Connects, makes sure of the server and logs in.
   *
   * @param folder the folder there
   * @throws DeliveryFailedException with the reason
   */
  ExchangeFolder open(String correspondent, SftpServer server, String folder) {
    List<KeyPair> ownKeys = ownKeys(correspondent, server);
    AtomicBoolean wrongKey = new AtomicBoolean();
    Stage stage = new Stage();
    ClientSession session = null;
    try {
      session = connected(server, ownKeys, wrongKey);
      stage.loginBegan = true;
      session.auth().verify(server.timeout());
      stage.loginBegan = false;
      return new SftpFolder(correspondent, session, SftpClientFactory.instance().createSftpClient(session), folder);
    } catch (IOException | RuntimeException failed) {
      if (session != null) {
        session.close(true);
      }
      throw new DeliveryFailedException(correspondent, wrongKey.get() ? Reason.WRONG_HOST_KEY
          : SftpFailures.reasonOf(failed, stage.loginBegan), failed);
    }
  }

  /** How far it came. */
  private static final class Stage {
    private boolean loginBegan;
  }

  private ClientSession connected(SftpServer server, List<KeyPair> keys, AtomicBoolean wrongKey) throws IOException {
    ClientSession session = client().connect(server.user(), server.host(), server.port()).verify(server.timeout())
        .getClientSession();
    session.setServerKeyVerifier(new PinnedKeys(server, wrongKey));
    CoreModuleProperties.IDLE_TIMEOUT.set(session, server.timeout());
    CoreModuleProperties.AUTH_TIMEOUT.set(session, server.timeout());
    if (!server.password().isEmpty()) {
      session.addPasswordIdentity(server.password());
    }
    keys.forEach(session::addPublicKeyIdentity);
    return session;
  }

  private synchronized SshClient client() {
    SshClient known = started;
    if (known == null) {
      known = SshClient.setUpDefaultClient();
      known.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
      known.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
      known.setFilePasswordProvider(FilePasswordProvider.EMPTY);
      known.setAgentFactory(null);
      known.start();
      started = known;
    }
    return known;
  }

  private static List<KeyPair> ownKeys(String correspondent, SftpServer server) {
    if (server.privateKey().isBlank()) {
      return List.of();
    }
    try (InputStream text = server.privateKey().contains("-----BEGIN")
        ? new ByteArrayInputStream(server.privateKey().getBytes(StandardCharsets.US_ASCII))
        : new DefaultResourceLoader().getResource(server.privateKey()).getInputStream()) {
      List<KeyPair> keys = new ArrayList<>();
      SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("private-key"), text, FilePasswordProvider.EMPTY)
          .forEach(keys::add);
      return keys;
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      throw new DeliveryFailedException(correspondent, Reason.NO_LOGIN_KEY, unreadable);
    }
  }

  private record PinnedKeys(SftpServer server, AtomicBoolean wrongKey) implements ServerKeyVerifier {

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
      String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
      boolean known = server.hostKeys().stream().anyMatch(pinned -> fingerprint.equals(pinned.replaceAll("=$", "")));
      wrongKey.set(!known);
      return known;
    }
  }

  @Override
  public synchronized void destroy() throws IOException {
    if (started != null) {
      started.close();
    }
  }
}
