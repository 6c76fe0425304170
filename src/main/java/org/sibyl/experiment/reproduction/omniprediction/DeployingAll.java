package org.sibyl.experiment.reproduction.omniprediction;

import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.SampleSizes;

/** What it takes to know the risks of all rules: deploying each in turn, or one trial for all. */
final class DeployingAll implements Reproduction {
  private static final int LOSSES = 5;
  private static final int MOST = 1000;

  @Override
  public String name() {
    return "omni-deployment-cost";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, section 4.2";
  }

  @Override
  public String statement() {
    return "one trial needs fewer people than deploying every rule, from more than k^2 rules on";
  }

  @Override
  public Axes axes() {
    return Axes.lines("rules", "deploying-all", "trial");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("rules", "deploying-all", "trial");
    double weight = 1 / bench.propensity().applyAsDouble(1.0 / EarlyWarning.DECISIONS);
    SampleSizes sizes = new SampleSizes(0.05, 0.05, weight, 1);
    int last = 0; // most rules with which deploying all is no dearer
    for (int rules = 1; rules <= MOST; rules++) {
      long all = sizes.deployingAll(LOSSES, rules);
      long trial = sizes.hoeffding(SampleSizes.Constants.TIGHT, (long) LOSSES * rules);
      last = all <= trial ? rules : last;
      if (rules < 20 || rules % 20 == 0) {
        figure.row(rules, all, trial);
      }
      if (rules == 1 || rules == 10 || rules == 27 || rules == MOST) {
        figure.put(rules + " rules: deploying all", all);
        figure.put(rules + " rules: one trial", trial);
      }
    }
    figure.put("most rules for which a trial is not cheaper", last);
    double ratio =
        (double) sizes.deployingAll(LOSSES, MOST)
            / sizes.hoeffding(SampleSizes.Constants.TIGHT, (long) LOSSES * MOST);
    figure.put("1000 rules: rules that cost as much as one trial", MOST / ratio);
    return figure;
  }
}
