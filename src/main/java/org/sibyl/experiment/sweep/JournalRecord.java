package org.sibyl.experiment.sweep;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * A result as bytes: a header and a payload. The header holds the payload's length, the header's
 * checksum, which covers the record's place in the file as well, and the payload's checksum. Its
 * own checksum lets a damaged length be told from a record that was cut short.
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read as a whole
record JournalRecord(String key, long cell, int replicate, String ended, byte[] payload) {
  static final int HEADER = 3 * Integer.BYTES;

  private static final int NUMBERS = Long.BYTES + 4 * Integer.BYTES;

  /**
   * The record of a result.
   *
   * @throws IllegalArgumentException when it is too long, or its values do not fit its counts
   */
  static JournalRecord of(TrialResult result) {
    if (result.values().length != (long) result.rounds() * result.metrics()) {
      throw new IllegalArgumentException(
          place(result)
              + result.values().length
              + " values do not make "
              + result.rounds()
              + " rounds of "
              + result.metrics()
              + " metrics.");
    }
    byte[] key = result.key().getBytes(StandardCharsets.UTF_8);
    byte[] ended = result.ended().getBytes(StandardCharsets.UTF_8);
    byte[] message = result.message().getBytes(StandardCharsets.UTF_8);
    long length =
        NUMBERS
            + 3L * Integer.BYTES
            + key.length
            + ended.length
            + message.length
            + (long) Double.BYTES * result.values().length;
    if (length > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException(
          place(result)
              + length
              + " bytes of values are more than a record can hold (2 GB). Play fewer rounds.");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length);
    bytes.putLong(result.cell()).putInt(result.replicate());
    bytes.putInt(key.length).put(key).putInt(ended.length).put(ended);
    bytes.putInt(result.rounds()).putInt(result.cycleLength()).putInt(result.metrics());
    bytes.putInt(message.length).put(message);
    bytes.asDoubleBuffer().put(result.values());
    return new JournalRecord(
        result.key(), result.cell(), result.replicate(), result.ended(), bytes.array());
  }

  private static String place(TrialResult result) {
    return "cell " + result.cell() + ", replicate " + result.replicate() + ": ";
  }

  /**
   * The record of an intact payload, without a look at its values.
   *
   * @throws BufferUnderflowException when the payload is not a result's
   */
  static JournalRecord of(byte[] payload) {
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    long cell = bytes.getLong();
    int replicate = bytes.getInt();
    String key = text(bytes);
    String ended = text(bytes);
    return new JournalRecord(key, cell, replicate, ended, payload);
  }

  /**
   * The result.
   *
   * @throws BufferUnderflowException when the payload is not a result's
   */
  TrialResult result() {
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    bytes.position(Long.BYTES + Integer.BYTES);
    text(bytes);
    text(bytes);
    int rounds = bytes.getInt();
    int cycleLength = bytes.getInt();
    int metrics = bytes.getInt();
    String message = text(bytes);
    double[] values = new double[rounds * metrics];
    bytes.asDoubleBuffer().get(values);
    return new TrialResult(
        cell, replicate, key, ended, message, rounds, cycleLength, metrics, values);
  }

  private static String text(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  /** Length in the file, in bytes. */
  int size() {
    return HEADER + payload.length;
  }

  /** Where it begins in the file, as an entry. */
  JournalEntry at(long offset) {
    return new JournalEntry(key, cell, replicate, ended, offset);
  }

  /** Writes the record as it is at that place of the file. */
  void write(ByteBuffer group, long offset) {
    group.putInt(payload.length).putInt(headerChecksum(offset, payload.length));
    group.putInt(checksum(payload)).put(payload);
  }

  /** The payload's length when the header at this place is intact; else -1. */
  static int length(ByteBuffer header, long offset) {
    int length = header.getInt(header.position());
    boolean intact =
        length >= NUMBERS
            && header.getInt(header.position() + Integer.BYTES) == headerChecksum(offset, length);
    return intact ? length : -1;
  }

  /** Whether the payload is the one that the header was written for. */
  static boolean isIntact(ByteBuffer header, byte[] payload) {
    return header.getInt(header.position() + 2 * Integer.BYTES) == checksum(payload);
  }

  private static int headerChecksum(long offset, int length) {
    ByteBuffer covered = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
    covered.putLong(offset).putInt(length).flip();
    CRC32C checksum = new CRC32C();
    checksum.update(covered);
    return (int) checksum.getValue();
  }

  private static int checksum(byte[] payload) {
    CRC32C checksum = new CRC32C();
    checksum.update(payload);
    return (int) checksum.getValue();
  }
}
