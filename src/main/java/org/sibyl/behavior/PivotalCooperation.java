package org.sibyl.behavior;

import java.util.Arrays;
import java.util.Optional;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.PoissonBinomial;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.PerformativeGradient;

/**
 * The best response in a collective risk dilemma: cooperate when being pivotal is likely enough to
 * pay (Góis et al. 2025, section 3). An individual is pivotal when exactly one cooperator is
 * missing among its neighbors. It weighs two laws of their actions, independent Bernoulli with the
 * forecast probabilities and with its own innate belief, by its trust; the mixture is of laws, not
 * of probabilities. A neighbor about whom nothing was forecast is expected to act as the innate
 * belief says.
 *
 * @param game the game that is played
 * @param ties what to do when cooperating gains exactly nothing
 */
@About(
    value = "cooperates when the chance of being pivotal, by forecast and belief, makes it pay",
    source = "Góis et al. 2025, section 3")
public record PivotalCooperation(
    Game game,
    @Parameter(value = "what to do when cooperating gains exactly nothing", byDefault = "defect")
        TieRule ties)
    implements ResponseModel, Foreseeable {

  @Override
  public void respond(int individual, Situation situation, Response.Builder own) {
    in(situation).respond(individual, own);
  }

  @Override
  public Responder in(Situation situation) {
    Decider decider = new Decider(game, situation);
    return (individual, own) -> own.act(action(decider.pivotalProbability(individual)));
  }

  @Override
  public Optional<PerformativeGradient> performativeGradient(
      TrustRule trust, Population newcomers, Network network) {
    return TrustHistory.isKnown(trust)
        ? Optional.of(new PivotalGradient(game, trust, newcomers, network))
        : Optional.empty();
  }

  /** The probability, by forecast and belief, that the individual's contribution decides. */
  public double pivotalProbability(int individual, Situation situation) {
    return new Decider(game, situation).pivotalProbability(individual);
  }

  private double action(double pivotalProbability) {
    double gain = game.gain(pivotalProbability);
    return gain > 0 || (gain == 0 && ties == TieRule.COOPERATE) ? 1 : 0;
  }

  /** Scratch for deciding many individuals in one situation. */
  private static final class Decider {
    private final Game game;
    private final Network network;
    private final Column predictions;
    private final Column beliefs;
    private final Column trust;
    private final PoissonBinomial.Kernel law = new PoissonBinomial.Kernel();

    // by degree, the pivotal probability under the belief that was asked last at that degree: in
    // most worlds all share a belief
    private final double[] byDegree;
    private final double[] believed;

    Decider(Game game, Situation situation) {
      Population population = situation.population();
      this.game = game;
      this.network = situation.network();
      this.predictions = situation.deployment().predictions();
      this.beliefs = population.column(Attribute.INNATE_BELIEF);
      this.trust = population.column(Attribute.TRUST);
      this.byDegree = new double[network.maximumDegree() + 1];
      this.believed = new double[byDegree.length];
      Arrays.fill(believed, Double.NaN);
    }

    double pivotalProbability(int i) {
      int degree = network.degree(i);
      int missingOne = game.needed(degree + 1) - 1;
      if (missingOne < 0) {
        return 0; // nobody is needed: nobody is pivotal
      }
      double innate = innate(beliefs.get(i), degree, missingOne);
      double forecast = forecast(i, degree, missingOne);
      if (forecast == innate) {
        return innate; // rounding must not tell them apart: a tie stays one
      }
      double trusted = LogOdds.probability(trust.get(i));
      return trusted * forecast + (1 - trusted) * innate;
    }

    private double forecast(int i, int degree, int missingOne) {
      double[] room = law.room(degree);
      for (int k = 0; k < degree; k++) {
        double p = predictions.get(network.neighbor(i, k));
        room[k] = Double.isNaN(p) ? beliefs.get(i) : p;
      }
      return law.probability(missingOne, degree);
    }

    private double innate(double probability, int degree, int missingOne) {
      if (believed[degree] != probability) {
        believed[degree] = probability;
        byDegree[degree] = law.binomial(missingOne, degree, probability);
      }
      return byDegree[degree];
    }
  }
}
