package org.sibyl.learning.omniprediction.interference;

import java.util.List;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.network.ExposureMapping;
import org.sibyl.network.Network;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.Trial;

/**
 * A trial that draws for each person independently, on a network where people are exposed to
 * decisions about their neighbors (Aronow and Samii 2017). The probabilities of exposures are known
 * exactly, so the log can be read in two ways that a plain log cannot.
 *
 * <p>{@link #buckets}: a decision is what was decided together with the bucket of the exposure. Its
 * Nature is one and the same for all rules, as far as exposures of a bucket are alike.
 *
 * <p>{@link #densityRatios} and {@link #contexts}: exposure is part of the context, and each rule
 * weighs people by how much likelier their exposure is when everyone follows it. Weighted by that,
 * risks of that rule are estimated without bias. But the decisions that are best by a model so
 * learned are not certified to be best: were they followed, exposures would be others.
 *
 * <p>In either reading people who share a neighbor depend on each other, so that evidence of such a
 * log is to be taken as {@link org.sibyl.learning.omniprediction.Evidence#dependent}.
 */
public final class ExposedTrial {
  private final Network network;
  private final ExposureMapping mapping;
  private final int decisions;
  private final double[] probabilities; // of decisions, person after person

  /**
   * A trial on people in a network.
   *
   * @param features of everyone, as the trial has read them
   * @throws IllegalArgumentException for a trial by clusters, where neighbors are not independent
   */
  public ExposedTrial(
      Network network, ExposureMapping mapping, Trial trial, int decisions, Matrix features) {
    Check.sameSize("features", features.rows(), "the network", network.size());
    if (trial.cluster().isPresent()) {
      throw new IllegalArgumentException(
          "trial: draws by cluster, so that neighbors' decisions are not independent. Read its log"
              + " as it is: within clusters exposures are already those of a rule for all.");
    }
    trial.check(decisions, features.columns());
    this.network = network;
    this.mapping = mapping;
    this.decisions = decisions;
    this.probabilities = new double[network.size() * decisions];
    double[] row = new double[features.columns()];
    double[] law = new double[decisions];
    for (int i = 0; i < network.size(); i++) {
      features.copyRow(i, row);
      trial.probabilities(row, law);
      System.arraycopy(law, 0, probabilities, i * decisions, decisions);
    }
  }

  /**
   * The log with decisions (decided, bucket), numbered decided * (cuts + 1) + bucket, and their
   * joint propensities e(decided) * P(bucket). Rules that decide by a bucket that a person can
   * never be in are refused by what reads it.
   *
   * @param cohort everyone, with what was decided
   * @param cuts of the exposure, ascending
   */
  public TrialLog buckets(Cohort cohort, double... cuts) {
    Column exposures = exposures(cohort);
    int width = cuts.length + 1;
    double[] laws = new double[cohort.size() * decisions * width];
    double[] joint = new double[cohort.size()];
    double[] decided = new double[cohort.size()];
    for (int i = 0; i < joint.length; i++) {
      int own = (int) cohort.predictions().get(i);
      int bucket = ExposureLaw.bucket(exposures.get(i), cuts);
      decided[i] = own * width + bucket;
      ExposureLaw exposure = law(i);
      for (int each = 0; each < decisions * width; each++) {
        laws[i * decisions * width + each] =
            probabilities[i * decisions + each / width] * exposure.inBucket(each % width, cuts);
      }
      joint[i] = laws[i * decisions * width + own * width + bucket];
    }
    return new TrialLog(
            decisions * width,
            cohort.features(),
            Column.owning(decided),
            cohort.outcomes(),
            Column.owning(joint))
        .withLaws(Matrix.of(joint.length, decisions * width, laws));
  }

  /**
   * How much likelier everyone's exposure is when all follow a rule than in the trial: 0 for who
   * had another exposure, else 1 over its probability in the trial. The mean is 1 in expectation.
   *
   * @throws IllegalArgumentException when the rule would expose somebody as the trial never does
   */
  public Column densityRatios(Cohort cohort, DecisionRule rule) {
    Column exposures = exposures(cohort);
    double[] row = new double[cohort.features().columns()];
    Column followed =
        Column.generate(
            cohort.size(),
            i -> {
              cohort.features().copyRow(i, row);
              return rule.decide(row);
            });
    return Column.generate(
        cohort.size(), i -> ratio(i, exposures.get(i), mapping.of(network, i, followed)));
  }

  private double ratio(int person, double exposure, double underRule) {
    double inTrial = law(person).at(underRule);
    if (!(inTrial > 0)) {
      throw new IllegalArgumentException(
          "trial: never exposes individual "
              + person
              + " to "
              + underRule
              + ", as the rule would. Draw all decisions with a probability above 0.");
    }
    return exposure == underRule ? 1 / inTrial : 0;
  }

  /**
   * The log with more context: after the features come the exposure and, for each rule, the density
   * ratio, by which a loss can be weighted ({@link ExposureRatio}). Errors of weighted losses that
   * an audit tolerates bound the errors of each rule's own risk; best decisions are not certified.
   */
  public TrialLog contexts(Cohort cohort, List<DecisionRule> rules) {
    Column exposures = exposures(cohort);
    List<Column> ratios = rules.stream().map(rule -> densityRatios(cohort, rule)).toList();
    int before = cohort.features().columns();
    int columns = before + 1 + ratios.size();
    double[] entries = new double[cohort.size() * columns];
    for (int i = 0; i < cohort.size(); i++) {
      for (int k = 0; k < before; k++) {
        entries[i * columns + k] = cohort.features().get(i, k);
      }
      entries[i * columns + before] = exposures.get(i);
      for (int h = 0; h < ratios.size(); h++) {
        entries[i * columns + before + 1 + h] = ratios.get(h).get(i);
      }
    }
    return new TrialLog(
        decisions,
        Matrix.of(cohort.size(), columns, entries),
        cohort.predictions(),
        cohort.outcomes(),
        Column.generate(
            cohort.size(), i -> probabilities[i * decisions + (int) cohort.predictions().get(i)]));
  }

  private ExposureLaw law(int person) {
    return ExposureLaw.of(network, mapping, decisions, probabilities, person);
  }

  private Column exposures(Cohort cohort) {
    Check.sameSize("cohort", cohort.size(), "the network", network.size());
    return Column.generate(cohort.size(), i -> mapping.of(network, i, cohort.predictions()));
  }
}
