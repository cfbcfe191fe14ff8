package io.remit.exchange;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the folder that we share with somebody: on their SFTP server if one is set, else below the work folder. */
@Component
class ExchangeFolders {

  private final Path workFolder;
  private final ExchangeSettings settings;
  private final SftpClients clients;

  ExchangeFolders(@Value("${remit.work-folder}") String workFolder, ExchangeSettings settings, SftpClients clients) {
    this.workFolder = Path.of(workFolder);
    this.settings = settings;
    this.clients = clients;
  }

  /** Where files for them are put. */
  ExchangeFolder outgoing(Correspondent to) {
    SftpServer server = settings.sftp().get(to.id());
    return server == null ? new LocalFolder(to.id(), workFolder.resolve(to.folder()))
        : clients.open(to.id(), server, server.putInto());
  }

  /** Where they put files for us. */
  ExchangeFolder incoming(Correspondent from) {
    SftpServer server = settings.sftp().get(from.id());
    return server == null ? new LocalFolder(from.id(), workFolder.resolve(from.folder()).resolve("in"))
        : clients.open(from.id(), server, server.takeFrom());
  }

  Delivered.Way wayTo(Correspondent to) {
    return settings.sftp().containsKey(to.id()) ? Delivered.Way.SFTP : Delivered.Way.FOLDER;
  }
}
