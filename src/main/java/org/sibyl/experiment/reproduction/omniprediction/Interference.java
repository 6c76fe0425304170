package org.sibyl.experiment.reproduction.omniprediction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.decision.TakeUp;
import org.sibyl.experiment.reproduction.Axes;
import org.sibyl.experiment.reproduction.Estimate;
import org.sibyl.experiment.reproduction.Figure;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Workbench;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.omniprediction.TrialEstimates;
import org.sibyl.learning.omniprediction.TrialLog;
import org.sibyl.learning.omniprediction.policy.FixedRule;
import org.sibyl.learning.omniprediction.policy.FixedTrial;
import org.sibyl.network.Cliques;
import org.sibyl.network.MeanExposure;
import org.sibyl.network.Network;
import org.sibyl.network.NetworkGenerator;
import org.sibyl.network.RandomRegular;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.decision.Exposed;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.School;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.ClusterTrial;
import org.sibyl.prediction.decision.Constants;
import org.sibyl.prediction.decision.DecisionProblem;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.PricedSteering;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Trial;
import org.sibyl.prediction.decision.UniformTrial;
import org.sibyl.simulation.Round;

/**
 * Decisions about neighbors count: P(y = 1) = .3 + .2 own decision + .3 share of neighbors treated.
 * A trial that draws for each person tells .65 of treating all, whose truth is .8; one that draws
 * for whole groups of neighbors tells it right. People for themselves are treated when it costs
 * less than .2, but all are better off together up to a cost of .5.
 */
final class Interference implements Reproduction {
  private static final int DEGREE = 8;

  @Override
  public String name() {
    return "omni-interference";
  }

  @Override
  public String reference() {
    return "specification of outcome performativity, section 16";
  }

  @Override
  public String statement() {
    return "a trial of individuals tells .65 of treating all, the truth is .8; groups tell it";
  }

  @Override
  public Axes axes() {
    return Axes.bars("decision", "truth", "individuals", "groups");
  }

  @Override
  public Figure measure(Workbench bench) {
    Figure figure = new Figure("decision", "truth", "individuals", "groups");
    int people = bench.full() ? 50_000 : 5000 + 4; // whole groups of nine
    NetworkGenerator regular = new RandomRegular(DEGREE);
    NetworkGenerator groups = new Cliques(DEGREE + 1);
    for (int decision = 0; decision < 2; decision++) {
      String place = decision == 1 ? "treat all: " : "treat none: ";
      DecisionRule rule = new Always(decision);
      Estimate truth = rate(play(bench, regular, new FixedRule(rule, problem()), people, 0));
      Estimate individuals = told(bench, regular, new UniformTrial(), people, rule);
      Estimate clusters = told(bench, groups, new ClusterTrial(2, List.of()), people, rule);
      figure.put(place + "rate", truth);
      figure.put(place + "rate told by a trial of individuals", individuals);
      figure.put(place + "rate told by a trial of groups", clusters);
      figure.row(decision, truth.value(), individuals.value(), clusters.value());
    }
    costs(bench, regular, people, figure);
    return figure;
  }

  /** What each policy costs at .3 for a treatment, which is too much for one person alone. */
  private static void costs(Workbench bench, NetworkGenerator network, int people, Figure figure) {
    PricedSteering loss = new PricedSteering(1, 1, List.of(0.0, 0.3), OptionalInt.empty(), 1);
    for (int decision = 0; decision < 2; decision++) {
      Round round = play(bench, network, new FixedRule(new Always(decision), problem()), people, 1);
      Column labels = round.outcomes().labels();
      double[] losses = new double[labels.size()];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = loss.value(new double[0], decision, (int) labels.get(i));
      }
      figure.put("cost .3, decision " + decision + ": risk", Estimate.mean(losses));
    }
  }

  private static Estimate rate(Round round) {
    return Estimate.mean(round.outcomes().labels().toArray());
  }

  /** The rate that a trial's log tells of a rule, 20 trials. */
  private static Estimate told(
      Workbench bench, NetworkGenerator network, Trial trial, int people, DecisionRule rule) {
    double[] rates = new double[20];
    for (int k = 0; k < rates.length; k++) {
      Cohort cohort = play(bench, network, new FixedTrial(trial, problem()), people, k).cohort();
      TrialLog log = EarlyWarning.log(bench, 2, cohort);
      rates[k] = new TrialEstimates(log).risk(new Steering(0), rule).value();
    }
    return Estimate.mean(rates);
  }

  private static DecisionProblem problem() {
    return new DecisionProblem(2, List.of(new Steering(1)), new Constants());
  }

  private static Round play(
      Workbench bench,
      NetworkGenerator generator,
      Algorithm algorithm,
      int people,
      int repetition) {
    Randomness randomness = Workbench.randomness().replicate(repetition);
    Network network = generator.generate(people, randomness.at(Draw.NETWORK, 0));
    Population students =
        new PopulationDesign(
                OptionalInt.of(people),
                Values.all(0.5),
                Values.all(1),
                Optional.of(new School(0.4, Values.all(1), OptionalInt.of(DEGREE + 1))))
            .build(people, randomness.at(Draw.FEATURES, 0));
    double spillover = bench.sensitivity().applyAsDouble(0.3);
    return bench
        .dynamics(new TakeUp(), new Exposed(2, 0.3, 0.2, spillover, new MeanExposure()), new Keep())
        .with(randomness)
        .play(bench.world(network, students, algorithm));
  }
}
