package org.sibyl.population.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.WithWarning;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * Borrowers and whether they default: the credit data of the published experiments (Give Me Some
 * Credit, Kaggle 2011; prepared as in Perdomo et al. 2020, section 5). Incomplete rows go, the ten
 * features are standardised over the 120 269 that remain, and the first 10 000 of each class are
 * kept: 8357 defaulters (label 1) and 10 000 others, in the order of the file. The eleventh feature
 * is the bias.
 *
 * <p>Where the user has no such file, {@link CreditStandIn} takes its place: as many people of the
 * same kind, but drawn from a law. A {@linkplain #warning() warning} says so. Like {@link Table},
 * it reads the file at every call but {@link #prepared()}.
 *
 * @param file Kaggle's cs-training.csv, as it is or packed by gzip
 */
@About(
    value = "borrowers and whether they default; a stand-in is drawn where there is no file",
    source = "Give Me Some Credit, Kaggle 2011; Perdomo et al. 2020, section 5",
    draws = Draw.FEATURES)
public record Credit(
    @Parameter("Kaggle's cs-training.csv, or packed as .gz; need not exist") FileIfPresent file)
    implements FeatureSource, WithWarning {
  private static final String LABEL = "SeriousDlqin2yrs";

  /** How many of each class the published experiments keep, at most. */
  static final int MOST_PER_CLASS = 10_000;

  /** Whether the file is absent, so that the stand-in takes its place. */
  public boolean isStandIn() {
    return !file.exists();
  }

  @Override
  public Optional<String> warning() {
    return isStandIn()
        ? Optional.of(
            file
                + " does not exist, so a synthetic stand-in for the credit data is used. Put"
                + " Kaggle's cs-training.csv (Give Me Some Credit) there for the real people.")
        : Optional.empty();
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
    return isStandIn()
        ? new GivenPeople(CreditStandIn.shipped().people())
        : table(OptionalInt.of(MOST_PER_CLASS)).prepared();
  }

  /** The real people, so many of each class at most, the first of the file. */
  Table table(OptionalInt atMostPerClass) {
    return new Table(
        file.path(),
        LABEL,
        List.of(""), // the id, which Kaggle left without a name
        IncompleteRows.DROP,
        true,
        true,
        atMostPerClass);
  }
}
