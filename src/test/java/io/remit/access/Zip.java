package io.remit.access;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of models, as people send them and as enemies do. */
final class Zip {

  private Zip() {
  }

  static byte[] of(ModelFolder folder) {
    return of(folder, "");
  }

  /** With a folder around all files, such as {@code models/}. */
  static byte[] of(ModelFolder folder, String around) {
    return of(folder.files().stream().map(file -> new ModelFile(around + file.name(), file.content())).toList(),
        StandardCharsets.UTF_8);
  }

  private static byte[] of(List<ModelFile> files, Charset names) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive, names)) {
      for (ModelFile file : files) {
        zip.putNextEntry(new ZipEntry(file.name()));
        zip.write(file.content());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return archive.toByteArray();
  }

  /** Archives that have to be refused, by what is odd about them; each has a good file, too. */
  static Map<String, byte[]> odd(ModelFolder shipped) {
    ModelFile good = shipped.file("call-debtor.bpmn").orElseThrow();
    Map<String, byte[]> odd = new LinkedHashMap<>();
    for (String name : List.of("../run.bpmn", "/run.bpmn", "messages/../../run.bpmn", "..\\run.bpmn", "C:\\run.bpmn",
        "C:/run.bpmn", ".hidden.bpmn", "messages/.hidden.txt", ".git/config", "a//b.bpmn", "run me.bpmn",
        "run\u0000.bpmn", "r\u00fcn.bpmn", "\u202erun.bpmn", "a/" + "b".repeat(300), "~/run.bpmn", "-run.bpmn")) {
      odd.put("the name " + name, of(List.of(good, new ModelFile(name, good.content())), StandardCharsets.UTF_8));
    }
    odd.put("names that are not UTF-8", of(List.of(good, new ModelFile("r\u00fcn.bpmn", good.content())),
        StandardCharsets.ISO_8859_1));
    odd.put("nothing", new byte[0]);
    odd.put("no archive", good.content());
    odd.put("an archive of nothing", of(List.of(), StandardCharsets.UTF_8));
    odd.put("the same name in another case", of(List.of(good, new ModelFile("CALL-debtor.bpmn", good.content())),
        StandardCharsets.UTF_8));
    odd.put("the same name twice", twice(good));
    odd.put("a link", link(good));
    byte[] whole = of(List.of(good), StandardCharsets.UTF_8);
    odd.put("half of one", Arrays.copyOf(whole, whole.length / 2));
    odd.put("something behind its end", Arrays.copyOf(whole, whole.length + 10));
    odd.put("too many files", of(IntStream.range(0, 1_001).mapToObj(i ->
        new ModelFile("f" + i + ".bpmn", new byte[] {'x'})).toList(), StandardCharsets.UTF_8));
    odd.put("a bomb of one file", of(List.of(good, new ModelFile("bomb.bpmn", new byte[50_000_000])),
        StandardCharsets.UTF_8));
    odd.put("a bomb of many files", of(IntStream.range(0, 100).mapToObj(i ->
        new ModelFile("f" + i + ".bpmn", new byte[900_000])).toList(), StandardCharsets.UTF_8));
    odd.put("too large", new byte[10_000_001]);
    return odd;
  }

  /** As no tool writes it: made with another name of the same length, which then is changed. */
  private static byte[] twice(ModelFile good) {
    byte[] archive = of(List.of(good, new ModelFile("call-debtox.bpmn", good.content())), StandardCharsets.UTF_8);
    String text = new String(archive, StandardCharsets.ISO_8859_1).replace("call-debtox", "call-debtor");
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The second file is marked as a symbolic link, as Unix does it. */
  private static byte[] link(ModelFile good) {
    byte[] archive = of(List.of(good, new ModelFile("link.bpmn", "/etc/passwd".getBytes(StandardCharsets.UTF_8))),
        StandardCharsets.UTF_8);
    String text = new String(archive, StandardCharsets.ISO_8859_1);
    int entry = text.lastIndexOf("PK\u0001\u0002");
    archive[entry + 5] = 3;
    archive[entry + 40] = (byte) 0xFF;
    archive[entry + 41] = (byte) 0xA1;
    return archive;
  }
}
