package org.sibyl.experiment.reproduction;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.LastAction;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.TieRule;
import org.sibyl.behavior.TrustRule;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Beginning;
import org.sibyl.learning.riskcontrol.width.Width;
import org.sibyl.network.Isolated;
import org.sibyl.network.Network;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.outcome.Nature;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.prediction.Loss;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.simulation.Dynamics;
import org.sibyl.simulation.WholePopulation;
import org.sibyl.simulation.World;

/**
 * What reproductions are made with. All of them build their games, people and tasks here, so that a
 * test can plant an error in the model and see every one of them notice.
 *
 * @param game applied to every game before it is played
 * @param sensitivity applied to every sensitivity before people respond by it
 * @param loss applied to every loss before models are judged by it
 * @param width applied to every width of risk control
 * @param nature applied to every law of outcomes before it is played or held against
 * @param propensity applied to every probability of a decision in a trial, when it is written down
 * @param trust applied to how people revise their trust in what a learned predictor says
 * @param credit where the credit data of Kaggle lie, if the user has them
 * @param full whether to spend more time for narrower bands
 */
public record Workbench(
    UnaryOperator<CollectiveRisk> game,
    DoubleUnaryOperator sensitivity,
    UnaryOperator<Loss> loss,
    UnaryOperator<Width> width,
    UnaryOperator<OutcomeModel> nature,
    DoubleUnaryOperator propensity,
    UnaryOperator<TrustRule> trust,
    FileIfPresent credit,
    boolean full) {
  private static final long SEED = 20250201;

  /** Where the credit data are looked for first, from the working folder. */
  private static final Path CREDIT = Path.of("scenarios", "credit", "cs-training.csv");

  /** With another game, all else as it is. */
  public Workbench(UnaryOperator<CollectiveRisk> game, boolean full) {
    this(
        game,
        DoubleUnaryOperator.identity(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        DoubleUnaryOperator.identity(),
        UnaryOperator.identity(),
        creditData(),
        full);
  }

  /** The models as they are. */
  public static Workbench sound(boolean full) {
    return new Workbench(UnaryOperator.identity(), full);
  }

  /** The same with an error in all sensitivities. */
  public Workbench withSensitivity(DoubleUnaryOperator error) {
    return new Workbench(game, error, loss, width, nature, propensity, trust, credit, full);
  }

  /** The same with an error in all losses. */
  public Workbench withLoss(UnaryOperator<Loss> error) {
    return new Workbench(game, sensitivity, error, width, nature, propensity, trust, credit, full);
  }

  /** The same with an error in all widths. */
  public Workbench withWidth(UnaryOperator<Width> error) {
    return new Workbench(game, sensitivity, loss, error, nature, propensity, trust, credit, full);
  }

  /** The same with an error in all laws of outcomes. */
  public Workbench withNature(UnaryOperator<OutcomeModel> error) {
    return new Workbench(game, sensitivity, loss, width, error, propensity, trust, credit, full);
  }

  /** The same with an error in all propensities. */
  public Workbench withPropensity(DoubleUnaryOperator error) {
    return new Workbench(game, sensitivity, loss, width, nature, error, trust, credit, full);
  }

  /** The same with an error in all trust rules. */
  public Workbench withTrust(UnaryOperator<TrustRule> error) {
    return new Workbench(game, sensitivity, loss, width, nature, propensity, error, credit, full);
  }

  /** The same with credit data that lie elsewhere. */
  public Workbench withCredit(Path file) {
    FileIfPresent there = new FileIfPresent(file);
    return new Workbench(game, sensitivity, loss, width, nature, propensity, trust, there, full);
  }

  /** In the scenarios' folder, else where the system property {@code sibyl.credit} says. */
  private static FileIfPresent creditData() {
    FileIfPresent usual = new FileIfPresent(CREDIT);
    String elsewhere = System.getProperty("sibyl.credit", "");
    return usual.exists() || elsewhere.isEmpty() ? usual : new FileIfPresent(Path.of(elsewhere));
  }

  /** What is to be done about credit data that are not there; empty when they are. */
  public Optional<String> missingCredit() {
    return credit.exists()
        ? Optional.empty()
        : Optional.of(
            "needs Kaggle's cs-training.csv (Give Me Some Credit, 2011), which may not be"
                + " shipped. Put it at "
                + CREDIT
                + ".");
  }

  /** The noise of all reproductions. */
  public static Randomness randomness() {
    return Randomness.of(SEED);
  }

  /** A game with an endowment of 1. */
  CollectiveRisk game(double risk, double cost, Share threshold) {
    return game.apply(new CollectiveRisk(1, risk, cost, threshold, Disaster.EXPECTED));
  }

  /** The game of most figures: risk .4, cost .2. */
  public CollectiveRisk game(Share threshold) {
    return game(0.4, 0.2, threshold);
  }

  /** The laws of a world in which this game is played. */
  Dynamics dynamics(CollectiveRisk played, TrustRule trust) {
    return dynamics(
        new PivotalCooperation(played, TieRule.DEFECT), played, trust, new LastAction());
  }

  /** The same in games of so many rounds, each of which people begin anew. */
  public Dynamics dynamics(CollectiveRisk played, TrustRule trust, int rounds) {
    Dynamics one = dynamics(played, trust);
    return new Dynamics(
        one.response(),
        one.nature(),
        one.trust(),
        one.carryover(),
        one.survey(),
        rounds,
        one.randomness(),
        one.workers());
  }

  /** The same with trust that never changes. */
  Dynamics dynamics(CollectiveRisk played) {
    return dynamics(played, new FixedTrust());
  }

  /** The laws of a world in which people show features, and trust plays no part. */
  public Dynamics dynamics(ResponseModel response, Nature nature, Carryover carryover) {
    return dynamics(response, nature, new FixedTrust(), carryover);
  }

  private static Dynamics dynamics(
      ResponseModel response, Nature nature, TrustRule trust, Carryover carryover) {
    return new Dynamics(
        response,
        nature,
        trust,
        carryover,
        new WholePopulation(),
        1,
        randomness(),
        Workers.serial());
  }

  /** The first world, where everyone shares a belief and a trust. */
  World world(Network network, double belief, double trust, Algorithm algorithm) {
    return world(network, belief, trust, algorithm, randomness());
  }

  /** The same with a learner of other noise. */
  public World world(
      Network network, double belief, double trust, Algorithm algorithm, Randomness noise) {
    Population people =
        new PopulationDesign(OptionalInt.empty(), Values.all(belief), Values.all(trust))
            .build(network.size(), randomness().at(Draw.FEATURES, 0));
    return world(network, people, algorithm, noise);
  }

  /** The first world of people who do not see each other. */
  public World world(Population people, Algorithm algorithm) {
    Network nobody = new Isolated().generate(people.size(), randomness().at(Draw.NETWORK, 0));
    return world(nobody, people, algorithm);
  }

  /** The first world of people who see each other so. */
  public World world(Network network, Population people, Algorithm algorithm) {
    return world(network, people, algorithm, randomness());
  }

  private static World world(
      Network network, Population people, Algorithm algorithm, Randomness noise) {
    return World.first(
        people,
        network,
        algorithm.start(new Beginning(network, people.features()), noise.at(Draw.LEARNER, 0)));
  }
}
