package org.sibyl.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sibyl.experiment.replay.Replay;
import org.sibyl.experiment.sweep.SweepFolder;

/**
 * A folder of results that appears all at once. Files are written to a folder beside it, or inside
 * it when it exists, whose name says that it is partial, and moved when everything is there; a run
 * that fails leaves nothing under a final name.
 */
final class OutputFolder implements AutoCloseable {
  /** Every run has this file; it is moved last, so a folder that has it is complete. */
  static final String LAST_FILE = Provenance.FILE;

  private static final String PARTIAL = ".partial-";

  private final Path folder;
  private final Path partial;
  private final Thread cleanUp = new Thread(this::discard, "discard-partial-output");
  private final List<OutputStream> streams = new ArrayList<>();
  private boolean done;
  private boolean discarded;

  private OutputFolder(Path folder, Path partial) {
    this.folder = folder;
    this.partial = partial;
    Runtime.getRuntime().addShutdownHook(cleanUp);
  }

  /**
   * Prepares the folder.
   *
   * @throws IllegalArgumentException when it is a file or holds something else
   * @throws OutputException when it cannot be written to
   */
  static OutputFolder prepare(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
      throw new IllegalArgumentException(
          "--out " + folder + ": is a file, not a folder. Choose another --out.");
    }
    try {
      if (Files.isDirectory(absolute) && !isEmpty(absolute) && !isRun(absolute)) {
        throw new IllegalArgumentException(
            "--out " + folder + ": holds files that are not a run's. Choose an empty folder.");
      }
      Path parent = absolute.getParent() == null ? absolute : absolute.getParent();
      Files.createDirectories(parent);
      String mark = PARTIAL + ProcessHandle.current().pid();
      // inside a folder that exists: it may be where a disk of its own is mounted
      Path partial =
          Files.isDirectory(absolute)
              ? absolute.resolve(mark)
              : parent.resolve("." + absolute.getFileName() + mark);
      delete(partial);
      return new OutputFolder(absolute, Files.createDirectory(partial));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> file.getFileName().toString().startsWith(PARTIAL));
    }
  }

  private static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(LAST_FILE)) && !SweepFolder.isSweep(folder);
  }

  private static OutputException failure(Path folder, IOException e) {
    return new OutputException(
        folder
            + ": cannot be written ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + "). Nothing was kept. Free some space or choose another --out.",
        e);
  }

  /** Where the results will be. */
  Path folder() {
    return folder;
  }

  /** Where a file is while it is being written. */
  Path partial(String name) {
    return partial.resolve(name);
  }

  /** Opens a text file: UTF-8, and {@code \n} between lines is up to the writer. */
  synchronized BufferedWriter open(String name) {
    try {
      OutputStream stream = Files.newOutputStream(partial(name));
      streams.add(stream);
      return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Writes a whole text file. */
  synchronized void write(String name, String text) {
    try {
      Files.writeString(partial(name), text);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Writes a whole file. */
  synchronized void write(String name, byte[] bytes) {
    try {
      Files.write(partial(name), bytes);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Copies a file in. */
  synchronized void copy(Path file, String name) {
    try {
      Path target = partial(name);
      Files.createDirectories(target.getParent() == null ? partial : target.getParent());
      Files.copy(file, target);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Reports an I/O failure of a writer that was opened here. */
  OutputException failed(IOException e) {
    return failure(folder, e);
  }

  /** Gives all files their final names. */
  synchronized void publish() {
    try {
      if (discarded) {
        throw new IOException("interrupted");
      }
      if (!Files.exists(folder)) {
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
      } else {
        replace();
      }
      done = true;
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Replaces an older run: it stops being one before the first of its files is touched. */
  private void replace() throws IOException {
    Files.deleteIfExists(folder.resolve(LAST_FILE));
    delete(folder.resolve("inputs"));
    Files.deleteIfExists(folder.resolve("individuals.csv"));
    Files.deleteIfExists(folder.resolve(Replay.FILE));
    ProductFile.deleteAll(folder);
    try (Stream<Path> files = Files.list(partial)) {
      List<Path> inOrder =
          files.sorted(Comparator.comparing(file -> file.endsWith(LAST_FILE))).toList();
      for (Path file : inOrder) {
        Files.move(
            file,
            folder.resolve(String.valueOf(file.getFileName())),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(partial);
  }

  /** Removes what was not published. */
  @Override
  public void close() {
    streams.forEach(OutputFolder::close);
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(cleanUp);
    } catch (IllegalStateException e) {
      // the virtual machine is already going down, and the hook runs anyway
    }
  }

  /** On a full disk a writer fails to close, and before JDK 20 leaves its file open. */
  private static void close(OutputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // what could not be written was reported when it was written
    }
  }

  private synchronized void discard() {
    if (!done) {
      discarded = true;
      try {
        delete(partial);
      } catch (IOException | UncheckedIOException e) {
        // its name says that it is partial; there is nothing better to do with it
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
