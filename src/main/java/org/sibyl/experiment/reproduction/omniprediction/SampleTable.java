package org.sibyl.experiment.reproduction.omniprediction;

import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.omniprediction.SampleSizes;

/** How many people a trial needs to tell 135 risks, by three bounds. */
final class SampleTable implements Reproduction {
  private static final int PAIRS = 135;
  private static final double FAILURE = 0.05;

  @Override
  public String name() {
    return "omni-calculators";
  }

  @Override
  public String reference() {
    return "Kim and Perdomo 2023, corollary 4.4";
  }

  @Override
  public String statement() {
    return "the printed bound asks for four times as many people as Hoeffding's inequality";
  }

  @Override
  public Axes axes() {
    return Axes.lines("tolerance", "paper", "tight", "bernstein");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("tolerance", "paper", "tight", "bernstein");
    double weight = 1 / bench.propensity().applyAsDouble(1.0 / EarlyWarning.DECISIONS);
    for (double tolerance : new double[] {0.1, 0.05, 0.01}) {
      SampleSizes sizes = new SampleSizes(tolerance, FAILURE, weight, 1);
      String place = "epsilon " + tolerance + ": ";
      long paper = sizes.hoeffding(SampleSizes.Constants.PAPER, PAIRS);
      long tight = sizes.hoeffding(SampleSizes.Constants.TIGHT, PAIRS);
      long bernstein = sizes.bernstein(PAIRS);
      figure.put(place + "paper", paper);
      figure.put(place + "Hoeffding", tight);
      figure.put(place + "Bernstein", bernstein);
      figure.put(place + "residuals", sizes.residual(PAIRS));
      figure.put(
          place + "Bernstein is the least",
          sizes.least(PAIRS).by() == SampleSizes.Inequality.BERNSTEIN);
      figure.row(tolerance, paper, tight, bernstein);
    }
    return figure;
  }
}
