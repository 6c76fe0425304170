package org.sibyl.experiment.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sibyl.experiment.InputFiles;
import org.sibyl.experiment.OutputException;
import org.sibyl.experiment.Provenance;
import org.sibyl.experiment.WholeFile;

/**
 * The folder of a sweep: {@code sweep.yaml}, written before the first trial, says which sweep it
 * is, its input files lie beside it, and the journal holds what is done. One process at a time has
 * it open.
 */
public final class SweepFolder implements AutoCloseable {
  /** Says which sweep this is. */
  public static final String SWEEP = "sweep.yaml";

  /** What a sweep that was killed at its very beginning may have left. */
  private static final Set<String> BEGINNINGS =
      Set.of(Journal.FILE, JournalLock.FILE, InputFiles.FOLDER, Provenance.FILE);

  private final Path path;
  private final Journal journal;

  private SweepFolder(Path path, Journal journal) {
    this.path = path;
    this.journal = journal;
  }

  /** Whether the folder holds a sweep, finished or not. */
  public static boolean isSweep(Path folder) {
    return Files.isRegularFile(folder.resolve(SWEEP));
  }

  /**
   * Opens a folder for a sweep: a new or empty one, or one that holds this very sweep.
   *
   * @throws IllegalArgumentException when it holds another sweep, with the difference; or something
   *     else; or when it is in use or damaged
   * @throws OutputException when it cannot be written to
   */
  public static SweepFolder open(Path path, SweepIdentity identity, InputFiles inputs) {
    requireSuitable(path);
    Journal journal = Journal.open(path);
    try {
      SweepFolder folder = new SweepFolder(path, journal);
      if (isSweep(path)) {
        folder.requireSame(identity);
      } else {
        folder.begin(identity, inputs);
      }
      folder.tidy();
      return folder;
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /**
   * Opens the folder of a sweep that was begun.
   *
   * @throws IllegalArgumentException when there is none, or it is in use or damaged
   */
  public static SweepFolder openBegun(Path path) {
    if (!isSweep(path)) {
      throw new IllegalArgumentException(
          path + ": holds no sweep, for it has no " + SWEEP + ". Name the folder of a sweep.");
    }
    return new SweepFolder(path, Journal.open(path));
  }

  private static void requireSuitable(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          "--out " + path + ": is a file, not a folder. Choose another --out.");
    }
    if (Files.isDirectory(path) && !isSweep(path)) {
      try (Stream<Path> files = Files.list(path)) {
        List<String> strange =
            files
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> !BEGINNINGS.contains(name) && !name.startsWith("."))
                .sorted()
                .toList();
        if (!strange.isEmpty()) {
          throw new IllegalArgumentException(
              "--out "
                  + path
                  + ": holds files that are not a sweep's, like "
                  + strange.get(0)
                  + ". Choose an empty folder.");
        }
      } catch (IOException e) {
        throw cannotWrite(path, e);
      }
    }
  }

  /** Deletes what a killed session left; only of our own sweep, and while we alone have it. */
  private void tidy() {
    try {
      WholeFile.deletePartial(path);
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  private void requireSame(SweepIdentity identity) {
    String found;
    try {
      found = Files.readString(path.resolve(SWEEP));
    } catch (IOException e) {
      throw new OutputException(path.resolve(SWEEP) + ": cannot be read (" + e + ").", e);
    }
    if (!found.equals(identity.text())) {
      throw new IllegalArgumentException(
          path
              + ": holds another sweep, with "
              + journal.entries().size()
              + " finished trials.\n"
              + difference(found.lines().toList(), identity.text().lines().toList())
              + "\nChoose another --out, or repeat what differs and it goes on.");
    }
  }

  /** The first lines that differ, theirs and ours. */
  private static String difference(List<String> theirs, List<String> ours) {
    int same = 0;
    while (same < theirs.size() && same < ours.size() && theirs.get(same).equals(ours.get(same))) {
      same++;
    }
    return "It has '" + line(theirs, same) + "' where this has '" + line(ours, same) + "'.";
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "(nothing)";
  }

  private void begin(SweepIdentity identity, InputFiles inputs) {
    if (!journal.entries().isEmpty()) {
      throw new IllegalArgumentException(
          path
              + ": holds "
              + journal.entries().size()
              + " finished trials but no "
              + SWEEP
              + " that says of what. Restore that file, or choose another --out.");
    }
    try {
      for (var input : inputs.names().entrySet()) {
        Path copy = path.resolve(input.getValue());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(input.getKey(), copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
    WholeFile.write(path.resolve(SWEEP), identity.text());
  }

  private static OutputException cannotWrite(Path path, IOException e) {
    return new OutputException(
        path
            + ": cannot be written ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + "). No trial was run. Free some space or choose another --out.",
        e);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** What is done. */
  public Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    journal.close();
  }
}
