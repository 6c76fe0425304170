package org.sibyl.population.source;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Lottery;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Values;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * Students of whom a school knows whether their family has a low income (1 or 0) and a risk band,
 * from 0 for those whose outlook is best (an early-warning system as that of Perdomo et al. 2023).
 * Both are independent. With classes there is a third feature, the number of a student's class:
 * classes are of consecutive students, as are the groups of a network of cliques. Everyone's own
 * label is 1: who graduates is up to the outcome.
 *
 * <p>Income and band of a student are drawn in turn, whatever the parameters.
 *
 * @param lowIncome share of students of low income, in [0, 1]
 * @param bands relative weights of the bands from 0, above 0
 * @param classSize how many students make a class; without it classes are not known
 */
@About(
    value = "students by low income (1 or 0), risk band (from 0), and, if asked for, class",
    source = "Perdomo, Britton, Hardt, Abebe 2023, Difficult lessons on social prediction",
    draws = Draw.FEATURES)
public record School(
    @Parameter(value = "share of students of low income", range = "[0, 1]", byDefault = "0.4")
        double lowIncome,
    @Parameter(
            value = "relative weights of the risk bands, from band 0",
            range = "(0, inf)",
            byDefault = "[0.3, 0.25, 0.2, 0.15, 0.1]")
        Values bands,
    @Parameter(
            value = "students of a class; left out, there is no feature for the class",
            unit = "individuals",
            range = "[1, inf)")
        OptionalInt classSize)
    implements FeatureSource {
  private static final Range POSITIVE = Range.parse("(0, inf)");

  public School {
    Check.probability("low-income", lowIncome);
    double sum = 0;
    for (double weight : bands.within("bands", POSITIVE).given()) {
      sum += weight;
    }
    if (!Double.isFinite(sum)) {
      throw Check.invalid("bands", bands.toString(), "must have a finite sum");
    }
    classSize.ifPresent(size -> Check.atLeast("class-size", size, 1));
  }

  /** The school of the worked example: 40 % of low income, five bands, no classes. */
  public static School usual() {
    return new School(0.4, Values.each(0.3, 0.25, 0.2, 0.15, 0.1), OptionalInt.empty());
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    Check.atLeast("size", size, 1);
    List<String> names = new ArrayList<>(List.of("low-income", "band"));
    classSize.ifPresent(members -> names.add("class"));
    int columns = names.size();
    double[] entries = new double[size * columns];
    double[] weights = bands.given();
    double sum = sum(weights);
    for (int i = 0; i < size; i++) {
      entries[i * columns] = random.nextDouble() < lowIncome ? 1 : 0;
      entries[i * columns + 1] = Lottery.place(random.nextDouble() * sum, weights);
      if (columns == 3) {
        entries[i * columns + 2] = i / classSize.getAsInt();
      }
    }
    return new Sample(names, Matrix.of(size, columns, entries), Column.constant(size, 1));
  }

  private static double sum(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
