package io.remit.exchange;

import io.remit.gateway.GatewayDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** All that exchanges files, put together for a test, with one correspondent who has an SFTP server or none. */
final class Exchange implements AutoCloseable {

  static final Correspondent AGENCY = new Correspondent("agency1", "outsourcing/agency1");

  final Outbox outbox;
  final IncomingFiles incoming;
  final GatewayDatabase database;
  private final SftpClients clients = new SftpClients();

  private Exchange(Path workFolder, Map<String, SftpServer> servers, GatewayDatabase database, Clock clock) {
    ExchangeFolders folders = new ExchangeFolders(workFolder.toString(), new ExchangeSettings("", "", false, servers),
        clients);
    this.database = database;
    outbox = new Outbox(folders, new DeliveryRepository(database.jdbc()), database.transactions(), clock);
    incoming = new IncomingFiles(folders);
  }

  static Exchange byFolder(Path workFolder, GatewayDatabase database, Clock clock) {
    return new Exchange(workFolder, Map.of(), database, clock);
  }

  static Exchange bySftp(SftpServer server, GatewayDatabase database, Clock clock) {
    return new Exchange(Path.of("unused"), Map.of(AGENCY.id(), server), database, clock);
  }

  @Override
  public void close() throws Exception {
    clients.destroy();
  }
}
