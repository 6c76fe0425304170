package org.sibyl.experiment.sweep;

import java.nio.file.Path;

/** Appends results and prints the cell of each one that is acknowledged: a program to be killed. */
final class JournalProcess {
  private JournalProcess() {}

  /** Takes the folder, how many results, and their replicate. */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[1]);
    int replicate = Integer.parseInt(arguments[2]);
    try (Journal journal = Journal.open(Path.of(arguments[0]))) {
      for (int cell = 0; cell < count; cell += 3) {
        journal.append(SampleResults.of(cell, replicate));
        journal.append(SampleResults.of(cell + 1, replicate));
        journal.append(SampleResults.of(cell + 2, replicate));
        journal.flush();
        System.out.println(cell + "\n" + (cell + 1) + "\n" + (cell + 2));
        System.out.flush();
      }
    }
  }
}
