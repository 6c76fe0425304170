package org.sibyl.population.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.WithWarning;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * Borrowers with one feature, their estimated probability of default, and whether they default: the
 * people of the published experiments of risk control (Li et al. 2025, section 5 and appendix B).
 * Incomplete rows of Give Me Some Credit go, the ten features are standardised over the 120 269
 * that remain, and a constant is appended. A logistic regression whose coefficients are all
 * penalised, |w|^2 / 2 + the sum of losses, is fitted to 750 people of each class, and gives
 * everyone else a score.
 *
 * <p>With the real file the 1500 are those of the published code, so the scores are the published
 * ones but for its solver, which stops 7e-4 from the coefficients that minimise. Where the user has
 * no such file, {@link CreditStandIn} takes its place, as a {@linkplain #warning() warning} says;
 * its scores are fitted to the first 750 of each class, and tell defaulters less well (area under
 * the curve .745, where the real ones have .802). Defaulters come first, in the order of the file,
 * in the experiment on expected risk; in the other, all in the order of the file.
 *
 * @param file Kaggle's cs-training.csv, as it is or packed by gzip
 * @param experiment who is taken
 */
@About(
    value = "borrowers with their estimated probability of default, the one feature",
    source = "Give Me Some Credit, Kaggle 2011; Li et al. 2025, section 5",
    draws = Draw.FEATURES)
public record CreditScores(
    @Parameter("Kaggle's cs-training.csv, or packed as .gz; need not exist") FileIfPresent file,
    @Parameter(value = "who is taken", byDefault = "expected") CreditExperiment experiment)
    implements FeatureSource, WithWarning {
  /** How many of each class the scores are fitted to. */
  static final int FITTED_PER_CLASS = 750;

  /** Complete rows of the real file. */
  static final int COMPLETE = 120_269;

  /** Header {@code row}: positions from 0 among complete rows, as the published code draws them. */
  static final String TRAINING_ROWS = "credit-training-rows.csv";

  @Override
  public Optional<String> warning() {
    return credit().warning();
  }

  @Override
  public OptionalInt fixedSize() {
    return prepared().fixedSize();
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    return prepared().draw(size, random);
  }

  @Override
  public FeatureSource prepared() {
    Sample everyone = everyone();
    int[] fitted = fitted(everyone);
    double[] coefficients = PenalisedLogistic.fit(everyone.rows(fitted));
    Sample remaining = everyone.rows(taken(everyone, others(everyone.size(), fitted)));
    return new GivenPeople(
        new Sample(
            List.of("score"),
            PenalisedLogistic.probabilities(remaining.features(), coefficients).asMatrix(),
            remaining.labels()));
  }

  private Credit credit() {
    return new Credit(file);
  }

  /** All complete rows, prepared; a stand-in has no more of them than the experiment takes. */
  Sample everyone() {
    if (credit().isStandIn()) {
      return CreditStandIn.shipped()
          .everyone(experiment == CreditExperiment.EXPECTED ? CreditStandIn.SIZE : COMPLETE);
    }
    return credit().table(OptionalInt.empty()).people();
  }

  /** The rows that scores are fitted to. */
  int[] fitted(Sample everyone) {
    if (credit().isStandIn()) {
      return IntStream.concat(
              ofLabel(everyone, 1).limit(FITTED_PER_CLASS),
              ofLabel(everyone, 0).limit(FITTED_PER_CLASS))
          .toArray();
    }
    int[] rows =
        CreditTables.lines(TRAINING_ROWS).stream()
            .mapToInt(line -> Integer.parseInt(line[0]))
            .toArray();
    if (everyone.size() != COMPLETE) {
      throw new TableFileException(
          file.path(),
          "has "
              + everyone.size()
              + " complete rows, but cs-training.csv of Give Me Some Credit has "
              + COMPLETE
              + ". For people of your own write features: {type: table}.");
    }
    return rows;
  }

  private int[] taken(Sample everyone, int... remaining) {
    if (experiment == CreditExperiment.QUANTILE) {
      return remaining;
    }
    IntStream defaulters = Arrays.stream(remaining).filter(row -> everyone.labels().get(row) == 1);
    IntStream others =
        Arrays.stream(remaining)
            .filter(row -> everyone.labels().get(row) == 0)
            .limit(Credit.MOST_PER_CLASS);
    return IntStream.concat(defaulters, others).toArray();
  }

  private static IntStream ofLabel(Sample people, double label) {
    return IntStream.range(0, people.size()).filter(row -> people.labels().get(row) == label);
  }

  /** All rows but these, in order. */
  private static int[] others(int size, int... left) {
    boolean[] out = new boolean[size];
    for (int row : left) {
      out[row] = true;
    }
    return IntStream.range(0, size).filter(row -> !out[row]).toArray();
  }
}
