package io.remit.exchange;

import io.remit.gateway.GatewayDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that exchanges files, put together for a test, with one correspondent who has an SFTP server or none. */
public final class Exchange implements AutoCloseable {

  public static final Correspondent AGENCY = new Correspondent("agency1", "outsourcing/agency1");

  public final Outbox outbox;
  public final IncomingFiles incoming;
  final DoubtfulFiles doubts;
  /** Until when a restored database rests. */
  @Nullable Instant restsUntil;
  public final GatewayDatabase database;
  private final SftpClients clients = new SftpClients();

  private Exchange(Path workFolder, Map<String, SftpServer> servers, GatewayDatabase database, Clock clock) {
    ExchangeFolders folders = new ExchangeFolders(workFolder.toString(), new ExchangeSettings("", "", false, servers),
        clients);
    this.database = database;
    DeliveryRepository deliveries = new DeliveryRepository(database.jdbc());
    doubts = new DoubtfulFiles(new DoubtfulFileRepository(database.jdbc()), deliveries,
        now -> Optional.ofNullable(restsUntil).filter(now::isBefore), database.transactions(), clock);
    outbox = new Outbox(folders, deliveries, doubts, database.transactions(), clock);
    incoming = new IncomingFiles(folders);
  }

  public static Exchange byFolder(Path workFolder, GatewayDatabase database, Clock clock) {
    return new Exchange(workFolder, Map.of(), database, clock);
  }

  static Exchange bySftp(SftpServer server, GatewayDatabase database, Clock clock) {
    return bySftp(AGENCY.id(), server, database, clock);
  }

  /** @param id whose server it is */
  public static Exchange bySftp(String id, SftpServer server, GatewayDatabase database, Clock clock) {
    return new Exchange(Path.of("unused"), Map.of(id, server), database, clock);
  }

  @Override
  public void close() throws IOException {
    clients.destroy();
  }
}
