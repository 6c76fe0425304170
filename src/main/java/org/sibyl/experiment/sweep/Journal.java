package org.sibyl.experiment.sweep;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.sibyl.experiment.OutputException;

/**
 * The finished trials of a sweep, in a file that is only ever appended to. A result counts when its
 * whole record is on the disk; what an interrupted write leaves behind is cut off when the journal
 * is opened next. One process at a time has it open.
 *
 * <p>Results are handed to a thread that writes all that wait and forces them to the disk together,
 * so that many results share the wait for the disk. In memory are the entries, about 250 bytes
 * each, and not the values. Safe for use by many threads.
 */
public final class Journal implements AutoCloseable {
  /** The journal's name in the sweep's folder. */
  public static final String FILE = "journal.bin";

  /** Results that may wait for the disk before those who append have to wait as well. */
  private static final int MOST_WAITING = 1024;

  /** The same in bytes; a single result may be larger. */
  private static final long MOST_WAITING_BYTES = 1 << 23;

  private final Path file;
  private final JournalLock lock;
  private final long cutOff;
  private final Thread writer = new Thread(this::writeGroups, "journal-writer");

  private final ReentrantLock guard = new ReentrantLock();
  private final Condition changed = guard.newCondition();
  // guarded by guard
  private final Map<String, JournalEntry> entries;
  private final Set<String> keysOnTheWay = new HashSet<>();
  private final Deque<JournalRecord> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private long handedOver;
  private long written;
  private boolean closing;
  private Optional<Throwable> failure = Optional.empty();

  /** Used by the writing thread alone. */
  private final RandomAccessFile output;

  private long end;

  /**
   * For random access, guarded by itself. Not a channel: that would be closed under everyone when
   * one reading thread is interrupted.
   */
  private final RandomAccessFile input;

  private Journal(Path file, JournalLock lock) throws IOException {
    this.file = file;
    this.lock = lock;
    this.entries = new LinkedHashMap<>();
    this.output = new RandomAccessFile(file.toFile(), "rw");
    try {
      // few different words: each is kept once
      Map<String, String> endings = new LinkedHashMap<>();
      long intact = new JournalScan(file).read((record, at) -> index(record, at, endings));
      cutOff = output.length() - intact;
      prepare(intact);
      input = new RandomAccessFile(file.toFile(), "r");
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    }
  }

  private void index(JournalRecord record, long offset, Map<String, String> endings) {
    String ended = endings.computeIfAbsent(record.ended(), word -> word);
    entries.putIfAbsent(
        record.key(),
        new JournalEntry(record.key(), record.cell(), record.replicate(), ended, offset));
  }

  /** Cuts off what is not intact, and begins the file when it is new. */
  private void prepare(long intact) throws IOException {
    output.setLength(intact);
    output.seek(intact);
    if (intact == 0) {
      output.write(JournalScan.MAGIC);
    }
    end = output.getFilePointer();
    output.getFD().sync();
  }

  /**
   * Opens the journal in a folder; both are made when they are missing.
   *
   * @throws IllegalArgumentException when another process has it open, when it is damaged in the
   *     middle, or when the file is something else
   * @throws OutputException when the folder cannot be written to
   */
  public static Journal open(Path folder) {
    try {
      Files.createDirectories(folder);
      JournalLock lock = JournalLock.take(folder);
      try {
        Journal journal = new Journal(folder.resolve(FILE), lock);
        journal.writer.setDaemon(true);
        journal.writer.start();
        return journal;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new OutputException(
          folder.resolve(FILE)
              + ": cannot be opened for writing ("
              + reason(e)
              + "). Choose a folder on a local disk that can be written to.",
          e);
    }
  }

  /** Bytes of an interrupted write that were cut off when it was opened; usually 0. */
  public long cutOff() {
    return cutOff;
  }

  /**
   * Hands a result over. It is safe once {@link #flush} or {@link #close} has returned. Waits while
   * too many results wait for the disk.
   *
   * @return false when there already is a result with this key, which then stays as it is
   * @throws OutputException when this or an earlier result could not be written
   * @throws IllegalArgumentException when its values do not fit its counts
   */
  public boolean append(TrialResult result) {
    JournalRecord record = JournalRecord.of(result);
    guard.lock();
    try {
      requireUsable();
      if (entries.containsKey(record.key()) || !keysOnTheWay.add(record.key())) {
        return false;
      }
      while (isFull(record)) {
        changed.awaitUninterruptibly();
        requireUsable();
      }
      waiting.add(record);
      waitingBytes += record.size();
      handedOver++;
      changed.signalAll();
      return true;
    } finally {
      guard.unlock();
    }
  }

  private boolean isFull(JournalRecord record) {
    return waiting.size() >= MOST_WAITING
        || !waiting.isEmpty() && waitingBytes + record.size() > MOST_WAITING_BYTES;
  }

  private void requireUsable() {
    requireSound();
    if (closing) {
      throw new IllegalStateException(file + ": is closed.");
    }
  }

  private void requireSound() {
    failure.ifPresent(
        cause -> {
          throw new OutputException(
              file
                  + ": cannot be written ("
                  + reason(cause)
                  + "). The first "
                  + entries.size()
                  + " results are kept. Free some space and run the sweep again: it goes on there.",
              cause);
        });
  }

  private static String reason(Throwable cause) {
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  /**
   * Returns when everything that was handed over before is on the disk.
   *
   * @throws OutputException when some of it could not be written
   */
  public void flush() {
    guard.lock();
    try {
      long expected = handedOver;
      while (written < expected && failure.isEmpty()) {
        changed.awaitUninterruptibly();
      }
      requireSound();
    } finally {
      guard.unlock();
    }
  }

  private void writeGroups() {
    try {
      for (List<JournalRecord> group = next(); !group.isEmpty(); group = next()) {
        write(group);
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** All that waits, in the order it was handed over; empty when there will be no more. */
  private List<JournalRecord> next() {
    guard.lock();
    try {
      while (waiting.isEmpty() && !closing) {
        changed.awaitUninterruptibly();
      }
      List<JournalRecord> group = List.copyOf(waiting);
      waiting.clear();
      waitingBytes = 0;
      changed.signalAll();
      return group;
    } finally {
      guard.unlock();
    }
  }

  private void write(List<JournalRecord> group) throws IOException {
    List<JournalEntry> safe = new ArrayList<>(group.size());
    long offset = end;
    for (JournalRecord record : group) {
      safe.add(record.at(offset));
      offset += record.size();
    }
    int from = 0;
    while (from < group.size()) {
      from = writeSome(group, safe, from);
    }
    output.getFD().sync();
    end = offset;
    guard.lock();
    try {
      for (JournalEntry entry : safe) {
        entries.put(entry.key(), entry);
        keysOnTheWay.remove(entry.key());
      }
      written += group.size();
      changed.signalAll();
    } finally {
      guard.unlock();
    }
  }

  /** Writes the next few records in one go, and gives the index of the first that is left. */
  private int writeSome(List<JournalRecord> group, List<JournalEntry> places, int from)
      throws IOException {
    int until = from;
    long size = 0;
    while (until < group.size()
        && (until == from || size + group.get(until).size() <= MOST_WAITING_BYTES)) {
      size += group.get(until++).size();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    for (int i = from; i < until; i++) {
      group.get(i).write(bytes, places.get(i).offset());
    }
    output.write(bytes.array());
    return until;
  }

  private void fail(Throwable cause) {
    try {
      // so that the next opening finds nothing half-written; it would also cut it off itself
      output.setLength(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    guard.lock();
    try {
      failure = Optional.of(cause);
      waiting.clear();
      keysOnTheWay.clear();
      changed.signalAll();
    } finally {
      guard.unlock();
    }
  }

  /** Whether a result with this key is safe on the disk. */
  public boolean contains(String key) {
    guard.lock();
    try {
      return entries.containsKey(key);
    } finally {
      guard.unlock();
    }
  }

  /** The result with this key, when it is safe on the disk. */
  public Optional<JournalEntry> entry(String key) {
    guard.lock();
    try {
      return Optional.ofNullable(entries.get(key));
    } finally {
      guard.unlock();
    }
  }

  /** All results that are safe on the disk, in the order they were written. */
  public List<JournalEntry> entries() {
    guard.lock();
    try {
      return List.copyOf(entries.values());
    } finally {
      guard.unlock();
    }
  }

  /**
   * The result of an entry of this journal.
   *
   * @throws OutputException when it cannot be read back
   */
  public TrialResult read(JournalEntry entry) {
    try {
      byte[] header = new byte[JournalRecord.HEADER];
      byte[] payload;
      synchronized (input) {
        input.seek(entry.offset());
        input.readFully(header);
        int length = JournalRecord.length(ByteBuffer.wrap(header), entry.offset());
        if (length < 0) {
          throw new IOException("damaged since it was opened");
        }
        payload = new byte[length];
        input.readFully(payload);
      }
      if (!JournalRecord.isIntact(ByteBuffer.wrap(header), payload)) {
        throw new IOException("damaged since it was opened");
      }
      return JournalRecord.of(payload).result();
    } catch (IOException e) {
      throw new OutputException(
          file
              + ": the result at byte "
              + entry.offset()
              + " cannot be read ("
              + reason(e)
              + "). Check the disk, then run the sweep again.",
          e);
    }
  }

  /**
   * Writes what waits, and lets others open the journal.
   *
   * @throws OutputException when something could not be written
   */
  @Override
  public void close() {
    guard.lock();
    try {
      if (closing) {
        return;
      }
      closing = true;
      changed.signalAll();
    } finally {
      guard.unlock();
    }
    awaitWriter();
    try (lock;
        output;
        input) {
      requireSound();
    } catch (IOException e) {
      throw new OutputException(file + ": cannot be closed (" + reason(e) + ").", e);
    }
  }

  private void awaitWriter() {
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
