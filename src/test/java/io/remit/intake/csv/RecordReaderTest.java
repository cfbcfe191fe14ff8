package io.remit.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.remit.intake.csv.RawRecord.Defect;
import io.remit.intake.delivery.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndIsUnderstood(String lineEnd) throws IOException {
    assertThat(records("a,b" + lineEnd + "c,d" + lineEnd)).containsExactly("1:a,b", "2:c,d");
    assertThat(records("a,b" + lineEnd + "c,d")).containsExactly("1:a,b", "2:c,d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aQuotedLineBreakBelongsToItsFieldAndCountsAsLine(String lineEnd) throws IOException {
    assertThat(records("a,\"b" + lineEnd + "b\"" + lineEnd + "c" + lineEnd))
        .containsExactly("1:a,\"b" + lineEnd + "b\"", "3:c");
  }

  @Test
  void blankLinesAreSkippedButCountAsLines() throws IOException {
    assertThat(records("\n \t\r\na\n\n\nb\n\n")).containsExactly("3:a", "6:b");
  }

  @Test
  void quotesInsideAnUnquotedFieldAreText() throws IOException {
    assertThat(records("5\" pipe,6\"\nb\n")).containsExactly("1:5\" pipe,6\"", "2:b");
  }

  @Test
  void doubledQuotesDoNotEndAField() throws IOException {
    assertThat(records("\"a\"\",\n\"\"\"\nb\n")).containsExactly("1:\"a\"\",\n\"\"\"", "3:b");
  }

  @Test
  void afterAnUnclosedQuoteReadingGoesOnWithTheNextLine() throws IOException {
    assertThat(records("a\n\"b,c\nd,e\nf")).containsExactly("1:a", "2:UNCLOSED_QUOTE", "3:d,e", "4:f");
    assertThat(records("a\r\n\"b\r\nd\r\n")).containsExactly("1:a", "2:UNCLOSED_QUOTE", "3:d");
    assertThat(records("a\n\"b")).containsExactly("1:a", "2:UNCLOSED_QUOTE");
  }

  @Test
  void anUnclosedQuoteInALargeFileIsNotSearchedToItsEnd() throws IOException {
    String rows = "some,row\n".repeat(20_000);
    assertThat(records("\"b\n" + rows)).hasSize(20_001).startsWith("1:UNCLOSED_QUOTE", "2:some,row");
  }

  @Test
  void aRowLongerThanAllowedIsPassedOver() throws IOException {
    String largest = "x".repeat(RecordReader.LARGEST_RECORD);
    assertThat(records("a\n" + largest + "\nb\n")).containsExactly("1:a", "2:" + largest, "3:b");
    assertThat(records("a\n" + largest + "x\r\nb\n")).containsExactly("1:a", "2:TOO_LONG", "3:b");
    assertThat(records("a\n\"" + largest + "\"\nb\n")).containsExactly("1:a", "2:TOO_LONG", "3:b");
    assertThat(records("a\n" + largest + largest)).containsExactly("1:a", "2:TOO_LONG");
  }

  @Test
  void aRowOfManyMegabytesTakesNoMemory() throws IOException {
    InputStream content = new SequenceInputStream(new SequenceInputStream(
        text("a\n"), new Repeated('x', 20_000_000)), text("\nb\n"));
    try (SpooledFile file = new Spool(folder.toString()).store(content)) {
      file.channel().position(0);
      long before = allocatedBytes();
      List<String> records = read(new RecordReader(file.channel()));
      assertThat(allocatedBytes() - before).isLessThan(4_000_000);
      assertThat(records).containsExactly("1:a", "2:TOO_LONG", "3:b");
    }
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> records(String content) throws IOException {
    try (SpooledFile file = new Spool(folder.toString()).store(text(content))) {
      file.channel().position(0);
      return read(new RecordReader(file.channel()));
    }
  }

  private static List<String> read(RecordReader reader) throws IOException {
    List<String> records = new ArrayList<>();
    for (RawRecord record = reader.next(); record != null; record = reader.next()) {
      Defect defect = record.defect();
      records.add(record.line() + ":" + (defect == null ? new String(record.bytes(), StandardCharsets.UTF_8) : defect));
    }
    return records;
  }

  /** One byte many times over. */
  private static final class Repeated extends InputStream {

    private final byte value;
    private long left;

    Repeated(char value, long count) {
      this.value = (byte) value;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(left, length);
      Arrays.fill(target, offset, offset + count, value);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
