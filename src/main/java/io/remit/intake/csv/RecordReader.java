package io.remit.intake.csv;

import io.remit.intake.csv.RawRecord.Defect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a CSV file into records (RFC 4180; lines end with LF, CRLF or CR). It works on bytes and never holds more than
 * one record, and one bad record does not spoil those after it: what is too long is passed over unread, and after a
 * quote that is not closed the reading goes on with the next line.
 */
final class RecordReader {

  /** The most bytes of one record. */
  static final int LARGEST_RECORD = 64 * 1024;

  private static final int END = -1;

  private enum State {
    FIELD_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED, MALFORMED
  }

  private final SeekableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final byte[] record = new byte[LARGEST_RECORD];
  private long bufferEnd;
  private long line = 1;

  /** Reads from the channel's position, which is the start of line 1. */
  RecordReader(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.bufferEnd = channel.position();
    buffer.limit(0);
  }

  /** How far the reading has come, in bytes from the start of the file. */
  long position() {
    return bufferEnd - buffer.remaining();
  }

  /** The next record that is not a blank line, or null at the end of the file. */
  @Nullable RawRecord next() throws IOException {
    RawRecord next = nextOrBlank();
    while (next != null && next.isBlank()) {
      next = nextOrBlank();
    }
    return next;
  }

  /** Goes on with the line after the one at which this record starts, though the record took in that line, too. */
  void resumeAtSecondLineOf(RawRecord taken) throws IOException {
    moveTo(taken.secondLine(), taken.line() + 1);
  }

  private @Nullable RawRecord nextOrBlank() throws IOException {
    long startLine = line;
    long secondLine = -1;
    int length = 0;
    State state = State.FIELD_START;
    int current = read();
    if (current == END) {
      return null;
    }
    while (current != END && (state == State.QUOTED || !isLineEnd(current))) {
      state = stateAfter(state, current);
      if (length == LARGEST_RECORD) {
        return secondLine < 0 ? tooLong(startLine, current) : unclosedQuote(startLine, secondLine);
      }
      record[length++] = (byte) current;
      if (isLineEnd(current) && !(current == '\r' && peek() == '\n')) {
        line++;
        secondLine = secondLine < 0 ? position() : secondLine;
      }
      current = read();
    }
    if (state == State.QUOTED) {
      return unclosedQuote(startLine, secondLine);
    }
    endLine(current);
    return new RawRecord(startLine, Arrays.copyOf(record, length), null, secondLine);
  }

  private static State stateAfter(State state, int current) {
    return switch (state) {
      case MALFORMED -> State.MALFORMED;
      case QUOTED -> current == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      case QUOTE_IN_QUOTED -> current == '"' ? State.QUOTED : current == ',' ? State.FIELD_START : State.MALFORMED;
      case FIELD_START -> current == '"' ? State.QUOTED : current == ',' ? State.FIELD_START : State.UNQUOTED;
      case UNQUOTED -> current == ',' ? State.FIELD_START : State.UNQUOTED;
    };
  }

  private RawRecord tooLong(long startLine, int lastRead) throws IOException {
    int current = lastRead;
    while (current != END && !isLineEnd(current)) {
      current = read();
    }
    endLine(current);
    return new RawRecord(startLine, new byte[0], Defect.TOO_LONG, -1);
  }

  private RawRecord unclosedQuote(long startLine, long secondLine) throws IOException {
    if (secondLine >= 0) {
      moveTo(secondLine, startLine + 1);
    }
    return new RawRecord(startLine, new byte[0], Defect.UNCLOSED_QUOTE, secondLine);
  }

  private void endLine(int lineEnd) throws IOException {
    if (lineEnd == '\r' && peek() == '\n') {
      read();
    }
    line++;
  }

  private static boolean isLineEnd(int value) {
    return value == '\n' || value == '\r';
  }

  private int read() throws IOException {
    return fill() ? buffer.get() & 0xff : END;
  }

  private int peek() throws IOException {
    return fill() ? buffer.get(buffer.position()) & 0xff : END;
  }

  private boolean fill() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      int count = Math.max(0, channel.read(buffer));
      bufferEnd += count;
      buffer.flip();
    }
    return buffer.hasRemaining();
  }

  private void moveTo(long newPosition, long newLine) throws IOException {
    channel.position(newPosition);
    bufferEnd = newPosition;
    buffer.limit(0);
    line = newLine;
  }
}
