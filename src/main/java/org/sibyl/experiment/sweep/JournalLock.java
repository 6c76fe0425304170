package org.sibyl.experiment.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a folder's journal: one process at a time, given back by the system even
 * when the process is killed. The locked file says who has it.
 */
final class JournalLock implements AutoCloseable {
  static final String FILE = "journal.lock";

  /** Far behind the text, so that it can be read where a lock also keeps readers out. */
  private static final long PLACE = Long.MAX_VALUE - 1;

  /**
   * Folders locked by this process. The system's lock does not hold against the process itself, and
   * closing a second channel to the file would give the first one's lock back.
   */
  private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private JournalLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder that exists.
   *
   * @param name the folder as the user named it
   * @throws IllegalArgumentException when another has it
   */
  static JournalLock take(Path name) throws IOException {
    Path folder = name.toRealPath();
    if (!LOCKED_HERE.add(folder)) {
      throw inUse(name, "this process");
    }
    try {
      return new JournalLock(folder, locked(name, folder.resolve(FILE)));
    } catch (IOException | RuntimeException e) {
      LOCKED_HERE.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Path name, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock(PLACE, 1, false);
      if (lock == null) {
        throw inUse(name, holder(file));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static IllegalArgumentException inUse(Path name, String holder) {
    return new IllegalArgumentException(
        name
            + ": the sweep in this folder is being run by "
            + holder
            + ". Wait until it has ended, end it, or choose another folder.");
  }

  private static String self() {
    return "process "
        + ProcessHandle.current().pid()
        + " of "
        + System.getProperty("user.name", "an unknown user")
        + host()
        + " since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** From the environment: to ask the network could take seconds. */
  private static String host() {
    return List.of("HOSTNAME", "COMPUTERNAME").stream()
        .filter(System.getenv()::containsKey)
        .map(name -> " on " + System.getenv(name))
        .findFirst()
        .orElse("");
  }

  private static String holder(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? "another process" : text;
    } catch (IOException e) {
      return "another process";
    }
  }

  /** Gives the lock back. The file stays: to delete it would let two have it. */
  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(0);
    } finally {
      LOCKED_HERE.remove(folder);
    }
  }
}
