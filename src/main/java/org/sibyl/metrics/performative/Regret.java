package org.sibyl.metrics.performative;

import org.sibyl.metrics.Metric;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.Task;
import org.sibyl.simulation.Round;

/**
 * The regret of a run so far: the sum over its rounds of the performative risk above that of the
 * optimum. By round, every deployment counts once; by sample, as often as people were observed
 * under it, as each of them bore it. Samples of models that were not deployed, drawn through
 * oracles, are borne by nobody and do not count. A run that ends as stable has regret up to its
 * end, as it has rounds; {@code stop: horizon} lets all of them count.
 *
 * @param optimum the least performative risk
 * @param by what is counted
 * @param task how models are judged; handed over
 */
@About(
    value = "sum over the rounds so far of the performative risk above the optimum's",
    source = "Jagadeesan, Zrnic, Mendler-Dünner 2022, section 2")
public record Regret(
    @Parameter(value = "the risk of the performative optimum", range = "(-inf, inf)")
        double optimum,
    @Parameter(value = "whether each deployed round or each sample counts", byDefault = "round")
        Counted by,
    Task task)
    implements Metric {

  /** What bears a deployment's excess risk. */
  public enum Counted {
    /** Each round, once. */
    ROUND,
    /** Everyone who was observed. */
    SAMPLE
  }

  public Regret {
    Check.finite("optimum", optimum);
  }

  @Override
  public String name() {
    return by == Counted.ROUND ? "regret" : "regret-by-sample";
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
    double excess =
        Judged.of(round, task).map(Judged::performativeRisk).orElse(Double.NaN) - optimum;
    return by == Counted.ROUND ? excess : excess * round.cohort().size();
  }

  @Override
  public boolean isTotal() {
    return true;
  }
}
