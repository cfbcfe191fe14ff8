package io.remit.outsourcing.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.files.Sha256;
import io.remit.outsourcing.OpenedBatch;
import io.remit.partner.PartnersForTests;
import io.remit.process.story.CaseWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A file of changes as its partner sees it. */
public record OpenedChanges(String reference, byte[] sealed, OpenedBatch opened, List<NamedCsvRecord> lines) {

  /** All that lie in a partner's folder, in the order in which they were put together. */
  public static List<OpenedChanges> in(CaseWorld world, String partnerId, OpenPgp ours) {
    return files(world, partnerId).stream().map(file -> of(file, ours)).toList();
  }

  /** Where they lie. */
  public static List<Path> files(CaseWorld world, String partnerId) {
    return world.filesIn("outsourcing/" + partnerId).stream()
        .filter(file -> file.getFileName().toString().matches(partnerId + "-\\d{8}-c\\d+\\.zip\\.pgp"))
        .sorted(Comparator.comparing((Path file) -> file.toString().length()).thenComparing(Path::toString)).toList();
  }

  private static OpenedChanges of(Path file, OpenPgp ours) {
    byte[] sealed = read(file);
    OpenedBatch opened = OpenedBatch.of(sealed, PartnersForTests.PAIR, ours.ownPublicKey());
    String list = new String(opened.file("changes.csv"), StandardCharsets.UTF_8);
    return new OpenedChanges(file.getFileName().toString().replace(".zip.pgp", ""), sealed, opened,
        CsvReader.builder().ofNamedCsvRecord(list).stream().toList());
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a case, each as its kind and its cells that are not empty: {@code PAYMENT amount=10.00 ...}. */
  public List<String> of(String caseNumber) {
    return lines.stream().filter(line -> line.getField("case_number").equals(caseNumber))
        .map(OpenedChanges::inAWord).toList();
  }

  private static String inAWord(NamedCsvRecord line) {
    StringBuilder told = new StringBuilder(line.getField("change"));
    line.getHeader().stream().skip(3).filter(column -> !line.getField(column).isEmpty())
        .forEach(column -> told.append(' ').append(column).append('=').append(line.getField(column)));
    return told.toString();
  }

  /** The manifest says of the list what is true of it. */
  public JsonNode checkedManifest() {
    JsonNode manifest = opened.manifest();
    assertThat(manifest.at("/lines").intValue()).isEqualTo(lines.size());
    assertThat(manifest.at("/files/0/sha256").textValue()).isEqualTo(Sha256.of(opened.file("changes.csv")));
    assertThat(manifest.at("/firstLine").asText()).isEqualTo(lines.get(0).getField("line"));
    assertThat(manifest.at("/lastLine").asText()).isEqualTo(lines.get(lines.size() - 1).getField("line"));
    return manifest;
  }
}
