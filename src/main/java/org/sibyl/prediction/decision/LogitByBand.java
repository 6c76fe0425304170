package org.sibyl.prediction.decision;

import java.util.List;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;

/**
 * An early-warning world: people have a group and a risk band, which give them a baseline
 * probability, and decisions add effects to its log-odds. Effects above 0 differ by group, those
 * below 0 do not.
 *
 * @param group the feature that is the group, from 0; whole numbers from 0
 * @param band the feature that is the risk band, from 0; whole numbers from 0
 * @param baseline for each group, by band: P(y = 1) where nothing is added, in (0, 1)
 * @param effects for each decision, by band: what it adds to the log-odds
 * @param factors of effects above 0, one for each group
 */
@About("an early-warning world: decisions add to the log-odds of an outcome by group and band")
public record LogitByBand(
    @Parameter(value = "the feature that is the group, from 0", range = "[0, inf)", byDefault = "0")
        int group,
    @Parameter(value = "the feature that is the band, from 0", range = "[0, inf)", byDefault = "1")
        int band,
    @Parameter("for each group, by band: P(y = 1) without effects, in (0, 1)")
        List<List<Double>> baseline,
    @Parameter("for each decision, by band: what it adds to the log-odds")
        List<List<Double>> effects,
    @Parameter("factor of effects above 0, one for each group, in [0, inf)") List<Double> factors)
    implements OutcomeModel {
  private static final Range INSIDE = Range.parse("(0, 1)");
  private static final Range FACTORS = Range.parse("[0, inf)");

  public LogitByBand {
    Check.atLeast("group", group, 0);
    Check.atLeast("band", band, 0);
    baseline = bands("baseline", baseline, INSIDE);
    effects = bands("effects", effects, Range.FINITE);
    Check.sameSize("effects[0]", effects.get(0).size(), "baseline[0]", baseline.get(0).size());
    factors = Places.within("factors", factors, FACTORS);
    Check.sameSize("factors", factors.size(), "the list of groups", baseline.size());
  }

  private static List<List<Double>> bands(String name, List<List<Double>> rows, Range range) {
    Check.atLeast(name, rows.size(), 1);
    for (int k = 0; k < rows.size(); k++) {
      String row = name + "[" + k + "]";
      Places.within(row, rows.get(k), range);
      Check.sameSize(row, rows.get(k).size(), name + "[0]", rows.get(0).size());
    }
    return rows.stream().map(List::copyOf).toList();
  }

  @Override
  public int decisions() {
    return effects.size();
  }

  /**
   * The probabilities of a group and a band.
   *
   * @throws IllegalArgumentException when there is no such group or band
   */
  @Override
  public void probabilities(double[] features, double[] into) {
    int ofGroup = Places.category("law: feature " + group, features[group], baseline.size());
    int ofBand = Places.category("law: feature " + band, features[band], baseline.get(0).size());
    double logOdds = LogOdds.of(baseline.get(ofGroup).get(ofBand));
    for (int decision = 0; decision < into.length; decision++) {
      double effect = effects.get(decision).get(ofBand);
      double felt = effect > 0 ? effect * factors.get(ofGroup) : effect;
      into[decision] = LogOdds.probability(logOdds + felt);
    }
  }

  @Override
  public void check(int features) {
    Places.feature("group", group, features);
    Places.feature("band", band, features);
  }
}
