package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * The performative risk above a stated risk. With the risk of the performative optimum it is the
 * optimality gap and the regret of the round; the sum over rounds is the regret.
 *
 * @param above the risk to compare with
 * @param task how the model is judged; handed over
 */
@About(
    value = "performative risk above a stated risk: the regret of the round",
    source = "Jagadeesan, Zrnic, Mendler-Dünner 2022, section 2")
public record ExcessRisk(
    @Parameter(
            value =
                "the risk to compare with: that of the performative optimum, or of the stable point",
            range = "(-inf, inf)")
        double above,
    Task task)
    implements Metric {
  public ExcessRisk {
    Check.finite("above", above);
  }

  @Override
  public String name() {
    return "excess-risk";
  }

  @Override
  public String unit() {
    return "loss";
  }

  @Override
  public Range range() {
    return Range.FINITE;
  }

  @Override
  public double measure(Round round) {
    return Judged.of(round, task).map(Judged::performativeRisk).orElse(Double.NaN) - above;
  }
}
