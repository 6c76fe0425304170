package org.sibyl.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Files that appear whole or not at all. */
public final class WholeFile {
  private static final String PARTIAL = ".partial-";

  private WholeFile() {}

  /** Waits until the system has it on the disk, so that a power failure leaves no empty file. */
  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Deletes what killed processes left half-written in a folder where nobody else writes now.
   *
   * @throws IOException when the folder cannot be read or written to
   */
  public static void deletePartial(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(WholeFile::isPartial).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isPartial(Path file) {
    return String.valueOf(file.getFileName()).matches("\\..+\\Q" + PARTIAL + "\\E\\d+");
  }

  /**
   * Writes a text file, with the folders above it; an older one is replaced at once.
   *
   * @throws OutputException when it cannot be written
   */
  public static void write(Path file, String text) {
    Path target = file.toAbsolutePath().normalize();
    Path partial =
        target.resolveSibling("." + target.getFileName() + PARTIAL + ProcessHandle.current().pid());
    try {
      Files.createDirectories(partial.getParent());
      try {
        Files.writeString(partial, text);
        force(partial);
        Files.move(
            partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw new OutputException(
          file
              + ": cannot be written ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "). Free some space or name another file.",
          e);
    }
  }
}
