package org.sibyl.simulation;

import java.lang.ref.Reference;
import java.util.Locale;

/**
 * Prints how many bytes per individual are alive after three rounds on MASON's schedule, with the
 * last round kept: {@code java -cp ... org.sibyl.simulation.MemoryPerIndividual}.
 */
public final class MemoryPerIndividual {
  private MemoryPerIndividual() {}

  /** Measures 1e6 individuals. */
  public static void main(String[] arguments) {
    int size = 1_000_000;
    RoundBenchmark.world(10);
    long before = alive();
    Simulation simulation = new Simulation(RoundBenchmark.dynamics(), RoundBenchmark.world(size));
    simulation.start();
    for (int round = 0; round < 3; round++) {
      simulation.playRound();
    }
    double bytes = (double) (alive() - before) / size;
    Reference.reachabilityFence(simulation);
    System.out.printf(Locale.ROOT, "bytes alive per individual: %.1f (n = %d)%n", bytes, size);
  }

  private static long alive() {
    for (int k = 0; k < 4; k++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
