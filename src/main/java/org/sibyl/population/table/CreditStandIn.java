package org.sibyl.population.table;

import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Sample;

/**
 * Synthetic borrowers in place of those of Give Me Some Credit (Kaggle 2011), for users who do not
 * have the file: 20 000 people, 8357 of whom default, always the same. Each class is drawn from a
 * {@link CreditLaw} whose tables were fitted to the balanced sample of the published experiments:
 * quantiles of every feature, correlations, and how often the late payments are coded. No row is
 * that of a real person.
 *
 * <p>What holds, and is tested against the real sample: each feature within .03 in Kolmogorov's
 * distance, correlations within .05, accuracy of logistic regression within 2 points. What does
 * not: dependence other than that of a Gaussian copula.
 */
public final class CreditStandIn {
  /** How many people. */
  static final int SIZE = 20_000;

  /** How many of them default, as in the real sample. */
  static final int DEFAULTERS = 8357;

  /** The twenty seeds from 2005 on all keep these bounds; this one's losses are near the real. */
  private static final long SEED = 2017;

  /** How many of the real sample's people are coded, and how many of those by 96 and not by 98. */
  private enum Coding {
    OTHERS(8, 10_000, 0),
    DEFAULTERS(84, 8357, 3);

    private final int coded;
    private final int of;
    private final int ninetySix;

    Coding(int coded, int of, int ninetySix) {
      this.coded = coded;
      this.of = of;
      this.ninetySix = ninetySix;
    }

    int among(int people) {
      return (int) StrictMath.rint((double) coded * people / of);
    }

    double code(UniformRandomProvider random) {
      return random.nextInt(coded) < ninetySix ? 96 : 98;
    }
  }

  private final CreditTables tables;
  private final long seed;

  CreditStandIn(CreditTables tables, long seed) {
    this.tables = tables;
    this.seed = seed;
  }

  /** The stand-in with the tables that are shipped. */
  public static CreditStandIn shipped() {
    return new CreditStandIn(CreditTables.shipped(), SEED);
  }

  /**
   * The people as a learner is given them: prepared like the real ones, 8357 defaulters and the
   * first 10 000 others. Features are standardised by the published moments, those of all 120 269
   * real people: the balanced sample has twice the deviation in its late payments, which would
   * change what a penalty on coefficients means.
   */
  public Sample people() {
    Sample scaled =
        Preparation.standardised(raw(), tables.means().toArray(), tables.deviations().toArray());
    return Preparation.withBias(Preparation.balanced(scaled, Credit.MOST_PER_CLASS));
  }

  /**
   * So many people, 8357 of whom default, prepared like all complete rows of the real file:
   * standardised by the published moments, none left out, with the bias.
   */
  Sample everyone(int size) {
    return Preparation.withBias(
        Preparation.standardised(
            raw(size), tables.means().toArray(), tables.deviations().toArray()));
  }

  /** All people in the units of the file: shares, years, counts, dollars a month. */
  public Sample raw() {
    return raw(SIZE);
  }

  private Sample raw(int size) {
    UniformRandomProvider random = Randomness.of(seed).at(Draw.FEATURES, 0);
    int width = tables.names().size();
    double[] labels = labels(size, random);
    double[] features = new double[size * width];
    Draws others = new Draws(tables.others(), Coding.OTHERS, size - DEFAULTERS);
    Draws defaulters = new Draws(tables.defaulters(), Coding.DEFAULTERS, DEFAULTERS);
    for (int i = 0; i < size; i++) {
      double[] person = (labels[i] == 1 ? defaulters : others).next(random);
      System.arraycopy(person, 0, features, i * width, width);
    }
    return new Sample(tables.names(), Matrix.of(size, width, features), Column.owning(labels));
  }

  private static double[] labels(int size, UniformRandomProvider random) {
    double[] labels = new double[size];
    int left = DEFAULTERS;
    for (int i = 0; i < size; i++) {
      if (random.nextInt(size - i) < left) { // so that exactly as many default
        labels[i] = 1;
        left--;
      }
    }
    return labels;
  }

  /** The people of one class, one after the other, among whom exactly as many as fit are coded. */
  private static final class Draws {
    private final CreditLaw law;
    private final Coding coding;
    private int peopleLeft;
    private int codedLeft;

    Draws(CreditLaw law, Coding coding, int people) {
      this.law = law;
      this.coding = coding;
      this.peopleLeft = people;
      this.codedLeft = coding.among(people);
    }

    double[] next(UniformRandomProvider random) {
      if (random.nextInt(peopleLeft--) < codedLeft) {
        codedLeft--;
        return law.coded(random, coding.code(random));
      }
      return law.person(random);
    }
  }
}
