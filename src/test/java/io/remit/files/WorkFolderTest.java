package io.remit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkFolderTest {

  @TempDir
  Path temporary;
  private Path root;
  private WorkFolder workFolder;

  @BeforeEach
  void folderThatDoesNotExistYet() {
    root = temporary.resolve("work");
    workFolder = new WorkFolder(root.toString());
  }

  @Test
  void writesTheFileAndSaysItsName() throws IOException {
    String name = workFolder.write(bytes("十万"), "court", "100001.pdf");

    assertThat(name).isEqualTo("court/100001.pdf");
    assertThat(root.resolve(name)).hasContent("十万");
  }

  @Test
  void replacesAnEarlierFileAndLeavesNoOther() throws IOException {
    workFolder.write(bytes("a much longer first content"), "court", "100001.pdf");
    workFolder.write(bytes("second"), "court", "100001.pdf");

    assertThat(root.resolve("court/100001.pdf")).hasContent("second");
    assertThat(filesIn("court")).containsExactly("100001.pdf");
  }

  @Test
  void readsWhatWasWritten() {
    workFolder.write(bytes("十万"), "court", "100001.pdf");

    assertThat(workFolder.read("court", "100001.pdf")).get().isEqualTo(bytes("十万"));
    assertThat(workFolder.read("court", "100002.pdf")).isEmpty();
    assertThat(workFolder.read("nowhere", "100001.pdf")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> workFolder.read("..", "100001.pdf"));
  }

  @Test
  void writesAnEmptyFile() {
    workFolder.write(new byte[0], "empty.txt");

    assertThat(root.resolve("empty.txt")).isEmptyFile();
  }

  @Test
  void onlyTheOwnerCanRead() throws IOException {
    workFolder.write(bytes("x"), "outbox", "sms", "1.txt");

    assertThat(permissionsOf("outbox")).isEqualTo("rwx------");
    assertThat(permissionsOf("outbox/sms")).isEqualTo("rwx------");
    assertThat(permissionsOf("outbox/sms/1.txt")).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a\\b", ".hidden", "-x", "a b", "名", "a\nb", "a\0b"})
  void refusesNamesThatCouldLeadElsewhere(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> workFolder.write(bytes("x"), "court", name));
    assertThatIllegalArgumentException().isThrownBy(() -> workFolder.write(bytes("x"), name, "file.txt"));
  }

  @Test
  void refusesANameThatIsTooLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> workFolder.write(bytes("x"), "a".repeat(201)));
  }

  @Test
  void leavesNothingBehindWhenTheFileCannotBeReplaced() throws IOException {
    Files.createDirectories(root.resolve("court/100001.pdf/in-the-way"));

    assertThatThrownBy(() -> workFolder.write(bytes("x"), "court", "100001.pdf"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Could not write court/100001.pdf");
    assertThat(filesIn("court")).containsExactly("100001.pdf");
  }

  private Stream<String> filesIn(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private String permissionsOf(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
