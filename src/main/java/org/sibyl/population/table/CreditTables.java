package org.sibyl.population.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;

/**
 * The shipped tables of the stand-in for the credit data. They hold no rows, only statistics of the
 * real sample; a test makes them anew from the real file.
 *
 * @param names of the features
 * @param means of the features over all complete rows of the real file
 * @param deviations of the features, likewise, ddof 0
 * @param others the law of those who pay
 * @param defaulters the law of those who default
 */
record CreditTables(
    List<String> names, Column means, Column deviations, CreditLaw others, CreditLaw defaulters) {
  /**
   * Header {@code feature,shape,mean,deviation}, then {@code shift,spread} of others and
   * defaulters.
   */
  static final String FEATURES = "credit-features.csv";

  /** Header {@code label,feature,score,value}, features counted from 0. */
  static final String QUANTILES = "credit-quantiles.csv";

  /** Header {@code label,feature,with,correlation}, each pair once. */
  static final String CORRELATIONS = "credit-correlations.csv";

  CreditTables {
    names = List.copyOf(names);
  }

  static CreditTables shipped() {
    List<String[]> features = lines(FEATURES);
    List<String[]> quantiles = lines(QUANTILES);
    List<String[]> correlations = lines(CORRELATIONS);
    return new CreditTables(
        features.stream().map(line -> line[0]).toList(),
        numbers(features, 2),
        numbers(features, 3),
        law("0", numbers(features, 4), numbers(features, 5), features, quantiles, correlations),
        law("1", numbers(features, 6), numbers(features, 7), features, quantiles, correlations));
  }

  private static CreditLaw law(
      String label,
      Column shift,
      Column spread,
      List<String[]> features,
      List<String[]> quantiles,
      List<String[]> correlations) {
    List<Marginal> marginals = new ArrayList<>();
    for (int k = 0; k < features.size(); k++) {
      String feature = Integer.toString(k);
      List<String[]> knots =
          quantiles.stream().filter(q -> q[0].equals(label) && q[1].equals(feature)).toList();
      marginals.add(
          new Marginal(
              Marginal.Shape.valueOf(features.get(k)[1]), numbers(knots, 2), numbers(knots, 3)));
    }
    List<String[]> pairs = correlations.stream().filter(c -> c[0].equals(label)).toList();
    return new CreditLaw(marginals, symmetric(features.size(), pairs), shift, spread);
  }

  private static Matrix symmetric(int size, List<String[]> pairs) {
    double[] entries = new double[size * size];
    for (int k = 0; k < size; k++) {
      entries[k * size + k] = 1;
    }
    for (String[] pair : pairs) {
      int one = Integer.parseInt(pair[1]);
      int other = Integer.parseInt(pair[2]);
      entries[one * size + other] = Double.parseDouble(pair[3]);
      entries[other * size + one] = Double.parseDouble(pair[3]);
    }
    return Matrix.of(size, size, entries);
  }

  private static Column numbers(List<String[]> lines, int place) {
    return Column.generate(lines.size(), k -> Double.parseDouble(lines.get(k)[place]));
  }

  /** The cells of a shipped table below its header; its cells hold no commas. */
  static List<String[]> lines(String name) {
    try (InputStream bytes = Objects.requireNonNull(CreditTables.class.getResourceAsStream(name));
        BufferedReader text =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a broken jar
    }
  }
}
