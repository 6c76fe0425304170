package org.sibyl.behavior.screening;

import org.sibyl.Given;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.AcceptanceThreshold;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.risk.Acceptance;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;

/** People with scores who respond to a threshold, and the risk of rules on them. */
public final class Scores {
  private Scores() {}

  /** People with these scores, who all fail. */
  public static Population of(double... scores) {
    return Population.of(Matrix.of(scores.length, 1, scores))
        .with(Attribute.LABEL, Column.constant(scores.length, 1));
  }

  /** So many people who all fail, their scores in the middle of equal parts of [0, 1]. */
  public static Population grid(int size) {
    return of(Column.generate(size, i -> (i + 0.5) / size).toArray());
  }

  /** What people find when the rule of this lambda is in force. */
  public static Situation situation(Population people, Network network, int round, double lambda) {
    return new Situation(
        new Deployment(
            round, new AcceptanceThreshold(lambda), Column.constant(people.size(), Double.NaN)),
        people,
        network,
        Randomness.of(20260611));
  }

  /** What strangers to each other show. */
  public static Response shown(ResponseModel behavior, Population people, double lambda) {
    return Given.respond(behavior, situation(people, Network.of(people.size()), 1, lambda));
  }

  /** R(deployed, judged) with a sharp step, when the people's labels are as they came. */
  public static double risk(
      ResponseModel behavior, Population people, double deployed, double judged) {
    return risk(0, shown(behavior, people, deployed), people.column(Attribute.LABEL), judged);
  }

  /** The risk of a rule on what is shown. */
  public static double risk(double smoothing, Response shown, Column labels, double judged) {
    RiskTarget target = new RiskTarget(new Acceptance(smoothing, 1), new MeanRisk(), 0.3);
    return target.risk(shown.features(), labels, judged);
  }
}
