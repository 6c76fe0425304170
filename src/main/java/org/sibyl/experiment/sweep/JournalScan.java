package org.sibyl.experiment.sweep;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a journal from its beginning, record after record, one in memory at a time.
 *
 * <p>A write that was interrupted leaves damage with nothing intact behind it; that tail was never
 * acknowledged and may go. Damage with an intact record behind it is something else, and nothing is
 * cut off then.
 */
final class JournalScan {
  /** What a journal begins with: name and version of the format. */
  static final byte[] MAGIC = {'S', 'I', 'B', 'Y', 'L', 'J', '0', '1'};

  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final long size;

  JournalScan(Path file) throws IOException {
    this.file = file;
    this.size = Files.size(file);
  }

  /**
   * Reports every intact record with its offset.
   *
   * @return the length of the intact part; 0 when not even the first bytes are whole
   * @throws IllegalArgumentException when it is no journal, or damaged in the middle
   */
  long read(BiConsumer<JournalRecord, Long> intact) throws IOException {
    try (DataInputStream in = from(0)) {
      if (!hasMagic(in)) {
        return 0;
      }
      long offset = MAGIC.length;
      long count = 0;
      while (true) {
        JournalRecord record = next(in, offset);
        if (record == null) {
          refuseDamageInTheMiddle(offset, count);
          return offset;
        }
        intact.accept(record, offset);
        offset += record.size();
        count++;
      }
    }
  }

  private DataInputStream from(long offset) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(offset);
    return new DataInputStream(new BufferedInputStream(in, BUFFER));
  }

  private boolean hasMagic(InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length);
    for (int i = 0; i < start.length; i++) {
      if (start[i] != MAGIC[i]) {
        throw new IllegalArgumentException(
            file
                + ": is not a journal that this version reads, by its first bytes."
                + " Choose another folder, or move the file away to begin anew.");
      }
    }
    return start.length == MAGIC.length;
  }

  /** The record at the offset; null when it is damaged or the file ends. */
  private @Nullable JournalRecord next(DataInputStream in, long offset) throws IOException {
    byte[] header = in.readNBytes(JournalRecord.HEADER);
    if (header.length < JournalRecord.HEADER) {
      return null;
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    int length = JournalRecord.length(fields, offset);
    if (length < 0 || offset + JournalRecord.HEADER + length > size) {
      return null;
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length || !JournalRecord.isIntact(fields, payload)) {
      return null;
    }
    try {
      return JournalRecord.of(payload);
    } catch (BufferUnderflowException e) {
      return null;
    }
  }

  /** Looks at every later byte for an intact record; in an undamaged file there are none. */
  private void refuseDamageInTheMiddle(long damaged, long count) throws IOException {
    try (DataInputStream in = from(damaged)) {
      byte[] window = new byte[JournalRecord.HEADER];
      if (in.readNBytes(window, 0, window.length) < window.length) {
        return;
      }
      for (long offset = damaged + 1; offset + window.length <= size; offset++) {
        System.arraycopy(window, 1, window, 0, window.length - 1);
        window[window.length - 1] = in.readByte();
        if (JournalRecord.length(ByteBuffer.wrap(window), offset) >= 0 && isIntactAt(offset)) {
          throw damage(damaged, offset, count);
        }
      }
    }
  }

  private boolean isIntactAt(long offset) throws IOException {
    try (DataInputStream in = from(offset)) {
      return next(in, offset) != null;
    }
  }

  private IllegalArgumentException damage(long damaged, long intact, long count) {
    return new IllegalArgumentException(
        String.format(
            "%s: damaged from byte %d to byte %d, with intact results before and behind.%n"
                + "Nothing was changed. Restore the file from a backup;"
                + " or cut it to %d bytes, which keeps the first %d results, and go on.",
            file, damaged, intact - 1, damaged, count));
  }
}
