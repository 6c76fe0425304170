package org.sibyl.population.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Sample;

/**
 * Fits the tables of the stand-in to the real sample. The correlations of the normal scores are
 * sought such that Pearson's correlations of the features, which heavy tails and steps make smaller
 * than those of the scores, are the real ones.
 */
final class CreditFit {
  private static final String SOURCE =
      "# Statistics of Give Me Some Credit (Kaggle 2011): 8357 defaulters and the first 10000"
          + " others among complete rows.";
  private static final int FEATURES = 10;
  private static final int MOST_STEPS = 120;
  private static final int KNOTS = 101;
  private static final int[] TAIL = {1, 2, 4, 8, 16, 32};
  private static final int DRAWN = 100_000;
  private static final int ITERATIONS = 8;
  private static final int CODES_FROM = 96;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final Sample real;
  private final double[] means;
  private final double[] deviations;

  /** Moments of all complete rows, and the real balanced sample in the units of the file. */
  CreditFit(Sample real, double[] means, double[] deviations) {
    this.real = real;
    this.means = means;
    this.deviations = deviations;
  }

  /** The lines of each shipped table, by file name. */
  Map<String, List<String>> tables() {
    List<String> features =
        table(
            "feature,shape,mean,deviation,shift-others,spread-others,shift-defaulters,spread-defaulters");
    List<String> quantiles = table("label,feature,score,value");
    List<String> correlations = table("label,feature,with,correlation");
    OfClass others = new OfClass(0);
    OfClass defaulters = new OfClass(1);
    for (int k = 0; k < FEATURES; k++) {
      features.add(
          String.join(
              ",",
              real.names().get(k),
              shape(k).name(),
              Double.toString(means[k]),
              Double.toString(deviations[k]),
              decimals(3, others.shift[k]),
              decimals(3, others.spread[k]),
              decimals(3, defaulters.shift[k]),
              decimals(3, defaulters.spread[k])));
    }
    for (OfClass one : List.of(others, defaulters)) {
      one.addQuantiles(quantiles);
      one.addCorrelations(correlations);
    }
    Map<String, List<String>> tables = new LinkedHashMap<>();
    tables.put(CreditTables.FEATURES, features);
    tables.put(CreditTables.QUANTILES, quantiles);
    tables.put(CreditTables.CORRELATIONS, correlations);
    return tables;
  }

  private static List<String> table(String header) {
    return new ArrayList<>(List.of(SOURCE, header));
  }

  private static String decimals(int places, double value) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  private Marginal.Shape shape(int feature) {
    double[] values = real.features().column(feature).toArray();
    if (Arrays.stream(values).anyMatch(v -> v != Math.rint(v))) {
      return Marginal.Shape.LINE;
    }
    return Arrays.stream(values).distinct().count() <= MOST_STEPS
        ? Marginal.Shape.STEPS
        : Marginal.Shape.WHOLE_LINE;
  }

  private static double[][] correlations(double[][] columns) {
    double[][] all = new double[FEATURES][FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      for (int k = 0; k <= j; k++) {
        all[j][k] = CreditFile.correlation(columns[j], columns[k]);
        all[k][j] = all[j][k];
      }
    }
    return all;
  }

  /** What is fitted to one class. */
  private final class OfClass {
    private final int label;
    private final double[][] counted = new double[FEATURES][]; // columns of those without code
    private final double[] shift = new double[FEATURES];
    private final double[] spread = new double[FEATURES];
    private final List<Marginal> marginals = new ArrayList<>();

    OfClass(int label) {
      this.label = label;
      Sample own = CreditFile.ofLabel(real, label);
      int[] coded = rows(own, true);
      int[] uncoded = rows(own, false);
      for (int k = 0; k < FEATURES; k++) {
        counted[k] = own.features().rows(uncoded).column(k).toArray();
        double[] sorted = counted[k].clone();
        Arrays.sort(sorted);
        marginals.add(shape(k) == Marginal.Shape.STEPS ? steps(sorted) : line(shape(k), sorted));
        if (!CreditLaw.LATE.contains(k)) {
          double[] theirs = own.features().rows(coded).column(k).toArray();
          double[] scores = Arrays.stream(theirs).map(v -> score(sorted, v)).toArray();
          double mean = Arrays.stream(scores).average().orElseThrow();
          shift[k] = mean;
          spread[k] =
              Math.sqrt(
                  Arrays.stream(scores).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        }
      }
    }

    private static int[] rows(Sample own, boolean coded) {
      int late = CreditLaw.LATE.get(0);
      return IntStream.range(0, own.size())
          .filter(row -> own.features().get(row, late) >= CODES_FROM == coded)
          .toArray();
    }

    /** The normal score of the middle of a value's ranks. */
    private static double score(double[] sorted, double value) {
      long below = Arrays.stream(sorted).filter(v -> v < value).count();
      long notAbove = Arrays.stream(sorted).filter(v -> v <= value).count();
      return NORMAL.inverseCumulativeProbability(
          (below + notAbove + 1) / 2.0 / (sorted.length + 1));
    }

    private static Marginal steps(double[] sorted) {
      double[] values = Arrays.stream(sorted).distinct().toArray();
      return new Marginal(
          Marginal.Shape.STEPS,
          Column.generate(
              values.length,
              k -> {
                long notAbove = Arrays.stream(sorted).filter(v -> v <= values[k]).count();
                return rounded(4, scoreOfRank(notAbove - 0.5, sorted.length));
              }),
          Column.of(values));
    }

    /** The score up to which so many of all lie, counted from the first, which is rank 0. */
    private static double scoreOfRank(double rank, int of) {
      return NORMAL.inverseCumulativeProbability((rank + 0.5) / of);
    }

    private static Marginal line(Marginal.Shape shape, double[] sorted) {
      TreeSet<Integer> ranks = new TreeSet<>();
      for (int k = 0; k < KNOTS; k++) {
        ranks.add(Math.round((sorted.length - 1) * k / (KNOTS - 1f)));
      }
      for (int tail : TAIL) {
        ranks.add(tail);
        ranks.add(sorted.length - 1 - tail);
      }
      List<Integer> chosen = List.copyOf(ranks);
      return new Marginal(
          shape,
          Column.generate(
              chosen.size(), k -> rounded(4, scoreOfRank(chosen.get(k), sorted.length))),
          Column.generate(chosen.size(), k -> rounded(7, sorted[chosen.get(k)])));
    }

    private static double rounded(int places, double value) {
      return Double.isFinite(value) ? Double.parseDouble(decimals(places, value)) : 10;
    }

    void addQuantiles(List<String> lines) {
      for (int k = 0; k < FEATURES; k++) {
        Marginal marginal = marginals.get(k);
        for (int knot = 0; knot < marginal.scores().size(); knot++) {
          lines.add(
              label
                  + ","
                  + k
                  + ","
                  + marginal.scores().get(knot)
                  + ","
                  + marginal.values().get(knot));
        }
      }
    }

    void addCorrelations(List<String> lines) {
      double[][] wanted = correlations(counted);
      double[][] latent = correlations(counted);
      for (int iteration = 0; iteration < ITERATIONS; iteration++) {
        double[][] got = correlations(drawn(latent));
        for (int j = 0; j < FEATURES; j++) {
          for (int k = 0; k < FEATURES; k++) {
            if (j != k) {
              double better = latent[j][k] + wanted[j][k] - got[j][k];
              latent[j][k] = Math.max(-0.97, Math.min(0.97, better));
            }
          }
        }
      }
      for (int j = 0; j < FEATURES; j++) {
        for (int k = 0; k < j; k++) {
          lines.add(label + "," + j + "," + k + "," + decimals(3, latent[j][k]));
        }
      }
    }

    private double[][] drawn(double[][] latent) {
      double[] entries = Arrays.stream(latent).flatMapToDouble(Arrays::stream).toArray();
      CreditLaw law =
          new CreditLaw(
              marginals,
              Matrix.of(FEATURES, FEATURES, entries),
              Column.of(shift),
              Column.of(spread));
      UniformRandomProvider random = RandomSource.L64_X128_MIX.create(7L);
      double[][] columns = new double[FEATURES][DRAWN];
      for (int i = 0; i < DRAWN; i++) {
        double[] person = law.person(random);
        for (int k = 0; k < FEATURES; k++) {
          columns[k][i] = person[k];
        }
      }
      return columns;
    }
  }
}
