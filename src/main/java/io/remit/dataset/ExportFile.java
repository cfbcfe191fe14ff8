package io.remit.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** A file of one table and month while it is written. What is not on the disk yet is bounded. */
final class ExportFile implements AutoCloseable {

  private static final long GROUP_OF_ROWS = 16L * 1024 * 1024;

  private final ParquetWriter<@Nullable Object[]> writer;

  private ExportFile(ParquetWriter<@Nullable Object[]> writer) {
    this.writer = writer;
  }

  /**
   * Begins a file.
   *
   * @param empty a file that is there and has nothing
   */
  static ExportFile begin(Path empty, ExportedTable table, FileFacts facts) throws IOException {
    return new ExportFile(new Builder(new LocalOutputFile(empty), table).withConf(new PlainParquetConfiguration())
        .withWriteMode(Mode.OVERWRITE).withCodecFactory(new GzipPages())
        .withCompressionCodec(CompressionCodecName.GZIP).withRowGroupSize(GROUP_OF_ROWS)
        .withExtraMetaData(facts.asText()).build());
  }

  /** @param row a value for each column of the table, as its type reads it */
  void write(@Nullable Object[] row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Hadoop's configuration is out of use, and has to be answered all the same. */
  @SuppressWarnings("deprecation")
  private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {

    private final ExportedTable table;

    Builder(OutputFile file, ExportedTable table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
      return new Rows(table);
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
      return new Rows(table);
    }
  }

  @SuppressWarnings("deprecation")
  private static final class Rows extends WriteSupport<@Nullable Object[]> {

    private final ExportedTable table;
    private final List<ExportedColumn> columns;
    private @Nullable RecordConsumer file;

    Rows(ExportedTable table) {
      this.table = table;
      this.columns = table.columns();
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(table.schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(table.schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer prepared) {
      file = prepared;
    }

    @Override
    public void write(@Nullable Object[] row) {
      RecordConsumer to = Objects.requireNonNull(file);
      to.startMessage();
      for (int i = 0; i < row.length; i++) {
        Object value = row[i];
        if (value != null) {
          ExportedColumn column = columns.get(i);
          to.startField(column.name(), i);
          column.type().write(to, value);
          to.endField(column.name(), i);
        }
      }
      to.endMessage();
    }
  }
}
