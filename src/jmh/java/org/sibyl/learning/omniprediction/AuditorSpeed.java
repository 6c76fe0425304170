package org.sibyl.learning.omniprediction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.learning.omniprediction.auditor.Stumps;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.decision.Constants;
import org.sibyl.prediction.decision.DecisionRule;

/**
 * Prints how long the search over all stumps takes on logs of ten thousand to a million records
 * with 20 features and 3 decisions, on one thread, and how that grows. Start it on an idle machine:
 * {@code mvn -B -ntp -Pbenchmark verify -Dharness=org.sibyl.learning.omniprediction.AuditorSpeed},
 * with 3 GB of memory.
 */
public final class AuditorSpeed {
  private static final int FEATURES = 20;
  private static final int DECISIONS = 3;
  private static final int REPETITIONS = 5;
  private static final int[] SIZES = {10_000, 30_000, 100_000, 300_000, 1_000_000};

  private AuditorSpeed() {}

  /** What a log of one size takes. */
  private record Taken(int records, double sorting, double searching, double megabytes) {
    double perStep(double seconds) {
      return 1e9 * seconds / (records * Math.log(records) * FEATURES);
    }

    void print() {
      System.out.printf(
          Locale.ROOT,
          "%9d records: sorted in %.3f s (index %.1f MB), a search takes %.3f s;"
              + " per feature and n ln n: %.3f ns sorting, %.3f ns searching%n",
          records,
          sorting,
          megabytes,
          searching,
          perStep(sorting),
          perStep(searching));
    }
  }

  /** Measures; takes about a minute. */
  public static void main(String[] arguments) {
    measure(evidence(SIZES[0])); // to warm up
    List<Taken> all = Arrays.stream(SIZES).mapToObj(n -> measure(evidence(n))).toList();
    all.forEach(Taken::print);
    Taken least = all.get(0);
    Taken most = all.get(all.size() - 1);
    double growth = Math.log((double) most.records / least.records);
    System.out.printf(
        Locale.ROOT,
        "time grows as n to the power %.3f (sorting), %.3f (searching)%n",
        Math.log(most.sorting / least.sorting) / growth,
        Math.log(most.searching / least.searching) / growth);
    enumerate(evidence(1_000_000));
  }

  private static Taken measure(Evidence evidence) {
    double[] sorting = new double[REPETITIONS];
    double[] searching = new double[REPETITIONS];
    double megabytes = 0;
    for (int k = 0; k < REPETITIONS; k++) {
      double before = used();
      long start = System.nanoTime();
      Auditor.Search search = Stumps.all().on(evidence);
      sorting[k] = (System.nanoTime() - start) / 1e9;
      megabytes = used() - before;
      searching[k] = seconds(search, costs(evidence, k));
    }
    return new Taken(evidence.size(), median(sorting), median(searching), megabytes);
  }

  private static double seconds(Auditor.Search search, Costs costs) {
    long start = System.nanoTime();
    DecisionRule rule = search.cheapest(costs);
    double seconds = (System.nanoTime() - start) / 1e9;
    rule.check(DECISIONS, FEATURES);
    return seconds;
  }

  private static void enumerate(Evidence evidence) {
    Auditor.Search search = new Enumeration(new Constants()).on(evidence);
    double[] seconds = new double[REPETITIONS];
    for (int k = 0; k < REPETITIONS; k++) {
      seconds[k] = seconds(search, costs(evidence, k));
    }
    System.out.printf(
        Locale.ROOT,
        "%d records, %d listed rules: a search takes %.4f s%n",
        evidence.size(),
        DECISIONS,
        median(seconds));
  }

  private static double used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static Evidence evidence(int records) {
    SplittableRandom random = new SplittableRandom(20260601);
    double[] features = random.doubles((long) records * FEATURES).toArray();
    return Evidence.of(
        new TrialLog(
            DECISIONS,
            Matrix.of(records, FEATURES, features),
            Column.generate(records, i -> random.nextInt(DECISIONS)),
            Column.generate(records, i -> random.nextInt(2)),
            Column.constant(records, 1.0 / DECISIONS)));
  }

  private static Costs costs(Evidence evidence, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double scale = 1.0 / evidence.entries();
    return new Costs(
        evidence, random.doubles(evidence.entries()).map(u -> (2 * u - 1) * scale).toArray());
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
