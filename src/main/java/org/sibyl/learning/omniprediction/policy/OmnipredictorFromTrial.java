package org.sibyl.learning.omniprediction.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.Learner;
import org.sibyl.learning.omniprediction.AuditSide;
import org.sibyl.learning.omniprediction.Auditor;
import org.sibyl.learning.omniprediction.PoiBoost;
import org.sibyl.learning.omniprediction.ResidualSizes;
import org.sibyl.learning.omniprediction.Sampling;
import org.sibyl.learning.omniprediction.Selection;
import org.sibyl.learning.omniprediction.StepPolicy;
import org.sibyl.learning.omniprediction.auditor.Enumeration;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.TrialPolicy;

/**
 * Performative omniprediction from agents: a randomised trial for some rounds, then POI-Boost once
 * on its log, then the decisions that are best by the one model learned, for one loss after the
 * other (Kim and Perdomo 2023, section 4). After the last loss has had its rounds, its decisions
 * stay.
 *
 * @param trial how decisions are drawn in the trial
 * @param trialRounds rounds of the trial, at least 1
 * @param tolerance epsilon, in units of loss
 * @param failure delta, of a certificate that errors are known to a quarter of the tolerance
 * @param step how far an update goes
 * @param side which errors violate
 * @param selection which of several violations is mended
 * @param auditor finds rules whose risk is wrong; else every rule of the section is tried
 * @param batches what each round of boosting looks at
 * @param deploy the losses in turn, by number from 0; none for all in their order
 * @param roundsEach rounds that the decisions for a loss are in force, at least 1
 * @param interference whether decisions about others matter to a person, as far as is known
 * @param decisions what can be decided and by which losses; handed over
 */
@About(
    value = "a trial, POI-Boost on its log, then the best decisions for one loss after the other",
    source = "Kim and Perdomo 2023, section 4")
public record OmnipredictorFromTrial(
    @Parameter(value = "how decisions are drawn in the trial", byDefault = "{type: uniform}")
        Trial trial,
    @Parameter(value = "rounds of the trial", unit = "rounds", range = "[1, inf)", byDefault = "1")
        int trialRounds,
    @Parameter(
            value = "the error of a risk that is tolerated",
            unit = "loss",
            range = "(0, inf)",
            byDefault = "0.05")
        double tolerance,
    @Parameter(
            value = "probability with which a certificate may be wrong",
            range = "(0, 1)",
            byDefault = "0.05")
        double failure,
    @Parameter(value = "how far an update goes", byDefault = "certified") StepPolicy step,
    @Parameter(value = "which errors violate", byDefault = "two-sided") AuditSide side,
    @Parameter(value = "which of several violations is mended", byDefault = "max")
        Selection selection,
    @Parameter("finds rules whose risk is wrong; left out, all rules of decisions are tried")
        Optional<Auditor> auditor,
    @Parameter(value = "what each round of boosting looks at", byDefault = "reuse") Batches batches,
    @Parameter(
            value = "losses whose decisions are deployed in turn, from 0; none for all",
            byDefault = "[]")
        List<Integer> deploy,
    @Parameter(
            value = "rounds that the decisions for a loss are in force",
            unit = "rounds",
            range = "[1, inf)",
            byDefault = "1")
        int roundsEach,
    @Parameter(
            value = "whether decisions about others are known to matter to a person",
            byDefault = "false")
        boolean interference,
    DecisionProblem decisions)
    implements Algorithm {
  private static final Range POSITIVE = Range.parse("(0, inf)");
  private static final Range INNER = Range.parse("(0, 1)");
  private static final double ACCURACY = 0.25; // of the tolerance

  /** What each round of boosting looks at. */
  public enum Batches {
    /** The whole log, again and again: more data, but errors that were fitted are not seen. */
    REUSE,
    /** The next round of the trial; when there is none any more, the last one again. */
    FRESH
  }

  public OmnipredictorFromTrial {
    Check.atLeast("trial-rounds", trialRounds, 1);
    Check.within("tolerance", tolerance, POSITIVE);
    Check.within("failure", failure, INNER);
    Check.atLeast("rounds-each", roundsEach, 1);
    deploy = List.copyOf(deploy);
    for (int k = 0; k < deploy.size(); k++) {
      int loss = deploy.get(k);
      if (loss < 0 || loss >= decisions.losses().size()) {
        throw Check.invalid(
            "deploy[" + k + "]",
            Integer.toString(loss),
            "must be one of the " + decisions.losses().size() + " losses, counted from 0");
      }
    }
  }

  @Override
  public Learner start(Beginning beginning, UniformRandomProvider random) {
    int features = beginning.features().columns();
    trial.check(decisions.count(), features);
    new TrialPolicy(trial, decisions.count()).check(beginning.features());
    decisions.check(features);
    return TrialLearner.first(this, beginning.network().maximumDegree());
  }

  PoiBoost boost() {
    PoiBoost boost =
        new PoiBoost(
                tolerance,
                step,
                side,
                selection,
                auditor.orElseGet(() -> new Enumeration(decisions.rules())))
            .with(new Sampling(ACCURACY * tolerance, failure, new ResidualSizes(step)));
    return interference ? boost.underInterference() : boost;
  }

  /** The losses in the order in which they are deployed. */
  List<Integer> order() {
    return deploy.isEmpty()
        ? IntStream.range(0, decisions.losses().size()).boxed().toList()
        : deploy;
  }
}
