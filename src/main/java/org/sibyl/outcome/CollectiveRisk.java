package org.sibyl.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sibyl.behavior.Game;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.numeric.Range;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.UsesRandomness;
import org.sibyl.numeric.WithWarning;
import org.sibyl.population.Attribute;

/**
 * The collective risk dilemma on a network: every individual owns the group of itself and its
 * neighbors. Where fewer cooperate than the threshold asks, the group's owner loses its endowment
 * with the risk of loss (Santos and Pacheco 2011; Góis et al. 2025, section 2). A cooperator pays a
 * share of its endowment in any case. Who has not acted has not cooperated. Labels are the actions.
 *
 * @param endowment money each individual starts a round with, above 0
 * @param riskOfLoss probability that a failed group costs the endowment, in [0, 1]
 * @param contributionCost cost of cooperating as a share of the endowment, in [0, 1]
 * @param groupThreshold share of a group that must cooperate
 * @param disaster whether payoffs are expectations or draws
 */
@About(
    value = "a threshold public-good game in which every individual's neighborhood is a group",
    source = "Góis et al. 2025, section 2")
public record CollectiveRisk(
    @Parameter(
            value = "what each individual starts a round with",
            unit = "money",
            range = "(0, inf)",
            byDefault = "1")
        double endowment,
    @Parameter(
            value = "probability that a group below its threshold loses the endowment",
            range = "[0, 1]")
        double riskOfLoss,
    @Parameter(value = "cost of cooperating", unit = "share of the endowment", range = "[0, 1]")
        double contributionCost,
    @Parameter(
            value = "share of a group that must cooperate, a decimal or a fraction like 2/3",
            unit = "share of the group",
            range = "[0, 1]")
        Share groupThreshold,
    @Parameter(value = "payoffs by expectation or by a draw each round", byDefault = "expected")
        Disaster disaster)
    implements Nature, Game, UsesRandomness, WithWarning {

  /** 1 where the individual's own group reached its threshold, else 0. */
  public static final Attribute GROUP_SUCCESS = new Attribute("group-success", 0, 1);

  /** Cooperators in the individual's own group, itself counted. */
  public static final Attribute GROUP_COOPERATORS =
      new Attribute("group-cooperators", 0, Double.POSITIVE_INFINITY);

  /** The payoff expected before a disaster was drawn (disaster: drawn). */
  public static final Attribute EXPECTED_PAYOFF =
      new Attribute("expected-payoff", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private static final Range MONEY = Range.parse("(0, inf)");

  public CollectiveRisk {
    Check.within("endowment", endowment, MONEY);
    Check.probability("risk-of-loss", riskOfLoss);
    Check.probability("contribution-cost", contributionCost);
  }

  @Override
  public int needed(int groupSize) {
    return groupThreshold.ceilingOf(groupSize);
  }

  @Override
  public double payoff(int cooperators, int groupSize, boolean cooperates) {
    return payoff(cooperators >= needed(groupSize), cooperates);
  }

  private double payoff(boolean success, boolean cooperates) {
    double kept = success ? 1 : 1 - riskOfLoss;
    return endowment * (cooperates ? kept - contributionCost : kept);
  }

  /** Positive just when pivotal probability x risk exceeds cost: the endowment cancels. */
  @Override
  public double gain(double pivotalProbability) {
    return endowment * (riskOfLoss * pivotalProbability - contributionCost);
  }

  @Override
  public Outcomes realize(Situation situation, Response response) {
    Network network = situation.network();
    int size = network.size();
    double[] labels = new double[size];
    byte[] cooperates = new byte[size]; // small enough to stay near the processor
    for (int i = 0; i < size; i++) {
      cooperates[i] = (byte) (response.actions().get(i) == 1 ? 1 : 0);
      labels[i] = cooperates[i];
    }
    double[] cooperators = new double[size];
    double[] successes = new double[size];
    double[] payoffs = new double[size];
    for (int i = 0; i < size; i++) {
      int degree = network.degree(i);
      int count = cooperates[i];
      for (int k = 0; k < degree; k++) {
        count += cooperates[network.neighbor(i, k)];
      }
      cooperators[i] = count;
      successes[i] = count >= needed(degree + 1) ? 1 : 0;
      payoffs[i] = payoff(successes[i] == 1, cooperates[i] == 1);
    }
    Map<Attribute, Column> facts = new LinkedHashMap<>();
    facts.put(GROUP_SUCCESS, Column.owning(successes));
    facts.put(GROUP_COOPERATORS, Column.owning(cooperators));
    Column expected = Column.owning(payoffs);
    if (disaster == Disaster.EXPECTED) {
      return new Outcomes(Column.owning(labels), expected, facts);
    }
    facts.put(EXPECTED_PAYOFF, expected);
    return new Outcomes(Column.owning(labels), drawn(situation, labels, successes), facts);
  }

  private Column drawn(Situation situation, double[] labels, double[] successes) {
    return Column.generate(
        labels.length,
        i -> {
          boolean lost =
              successes[i] == 0
                  && situation.randomness().at(Draw.NATURE, situation.round(), i).nextDouble()
                      < riskOfLoss;
          return endowment * ((lost ? 0 : 1) - contributionCost * labels[i]);
        });
  }

  @Override
  public List<Draw> draws() {
    return disaster == Disaster.DRAWN ? List.of(Draw.NATURE) : List.of();
  }

  @Override
  public Optional<String> warning() {
    return contributionCost >= riskOfLoss
        ? Optional.of(
            "contribution-cost "
                + contributionCost
                + " is not below risk-of-loss "
                + riskOfLoss
                + ": cooperating never pays, so nobody will cooperate.")
        : Optional.empty();
  }
}
