package io.remit.exchange;

import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.exchange.ExchangeFolder.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What those outside send us. A file is taken when it looked the same twice in a row, so that nobody is still writing
 * it; names that begin with {@code .} or end in {@code .part}, {@code .filepart} or {@code .tmp} are of unfinished
 * files. What was dealt with is moved to {@code done} or {@code refused} below the folder.
 */
@Component
public class IncomingFiles {

  private static final Logger LOG = LoggerFactory.getLogger(IncomingFiles.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
  private static final List<String> UNFINISHED = List.of(".part", ".filepart", ".tmp");

  private final ExchangeFolders folders;
  private final Map<String, Map<String, Entry>> lastLook = new ConcurrentHashMap<>();

  IncomingFiles(ExchangeFolders folders) {
    this.folders = folders;
  }

  /**
   * Looks into somebody's folder.
   *
   * @return the names of the files that have not changed since the last look, ordered; none at the first look. A name
   *     with other characters than letters, digits, {@code . _ -} is left out, and said in the log
   * @throws DeliveryFailedException with the reason
   */
  public List<String> ready(Correspondent from) {
    Map<String, Entry> now = new HashMap<>();
    List<String> ready = new ArrayList<>();
    int odd = 0;
    try (ExchangeFolder folder = folders.incoming(from)) {
      Map<String, Entry> before = lastLook.getOrDefault(from.id(), Map.of());
      for (Entry entry : folder.entries().stream().sorted(Comparator.comparing(Entry::name)).toList()) {
        if (isUnfinished(entry.name())) {
          continue;
        }
        if (!NAME.matcher(entry.name()).matches()) {
          odd++;
          continue;
        }
        now.put(entry.name(), entry);
        if (entry.equals(before.get(entry.name()))) {
          ready.add(entry.name());
        }
      }
    }
    lastLook.put(from.id(), now);
    if (odd > 0) {
      LOG.warn("{} files from {} are left where they are: their names have other characters than A-Z a-z 0-9 . _ -",
          odd, from.id());
    }
    return ready;
  }

  /**
   * Fetches a file.
   *
   * @param mostBytes of a larger one nothing is kept
   * @throws DeliveryFailedException {@code TOO_LARGE}, {@code GONE}, or why it cannot be fetched
   */
  public byte[] fetch(Correspondent from, String name, int mostBytes) {
    requireName(name);
    try (ExchangeFolder folder = folders.incoming(from);
        InputStream content = folder.read(name)
            .orElseThrow(() -> new DeliveryFailedException(from.id(), Reason.GONE, null))) {
      byte[] fetched = content.readNBytes(mostBytes);
      if (content.read() >= 0) {
        throw new DeliveryFailedException(from.id(), Reason.TOO_LARGE, null);
      }
      return fetched;
    } catch (IOException failed) {
      throw new DeliveryFailedException(from.id(), SftpFailures.reasonOf(failed, false), failed);
    }
  }

  /** Puts a file away that was taken in; one of this name that lies there already is kept beside it. */
  public void done(Correspondent from, String name) {
    putAway(from, name, "done");
  }

  /** Puts a file away that cannot be used. */
  public void refused(Correspondent from, String name) {
    putAway(from, name, "refused");
  }

  private void putAway(Correspondent from, String name, String subfolder) {
    requireName(name);
    try (ExchangeFolder folder = folders.incoming(from)) {
      folder.makeFolder(subfolder);
      String free = subfolder + "/" + name;
      for (int number = 2; folder.has(free); number++) {
        free = subfolder + "/" + number + "-" + name;
      }
      folder.rename(name, free);
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A file name may have only letters, digits, '.', '_' and '-'");
    }
  }

  private static boolean isUnfinished(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(".") || UNFINISHED.stream().anyMatch(lower::endsWith);
  }
}
