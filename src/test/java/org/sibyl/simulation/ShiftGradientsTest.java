package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.Shifting;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.strategic.Adaptation;
import org.sibyl.behavior.strategic.CostLimited;
import org.sibyl.behavior.strategic.FeatureResponse;
import org.sibyl.behavior.strategic.GradientShift;
import org.sibyl.behavior.strategic.GroupsInTurn;
import org.sibyl.behavior.strategic.Heterogeneous;
import org.sibyl.behavior.strategic.Imitation;
import org.sibyl.behavior.strategic.MixtureOfTypes;
import org.sibyl.behavior.strategic.NoisyResponse;
import org.sibyl.behavior.strategic.OnlyLabelled;
import org.sibyl.behavior.strategic.OpinionDrift;
import org.sibyl.behavior.strategic.PartialAdaptation;
import org.sibyl.behavior.strategic.RejectionResampling;
import org.sibyl.behavior.strategic.StrategicFeatures;
import org.sibyl.behavior.strategic.ThresholdSeekers;
import org.sibyl.behavior.strategic.Trusting;
import org.sibyl.behavior.strategic.Unmoved;
import org.sibyl.learning.Learner;
import org.sibyl.learning.Progress;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.outcome.drawn.CoinOutcome;
import org.sibyl.outcome.drawn.CoupledOutcome;
import org.sibyl.outcome.drawn.HardnessOutcome;
import org.sibyl.outcome.drawn.LinearOutcome;
import org.sibyl.outcome.drawn.MixtureOutcome;
import org.sibyl.outcome.drawn.OutcomeByType;
import org.sibyl.outcome.drawn.RootOutcome;
import org.sibyl.outcome.drawn.SharedMarket;
import org.sibyl.outcome.drawn.ShownOutcome;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Episode;
import org.sibyl.prediction.Everywhere;
import org.sibyl.prediction.Feedback;
import org.sibyl.prediction.LinearModels;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Parametric;
import org.sibyl.prediction.Problem;
import org.sibyl.prediction.ShiftGradient;
import org.sibyl.prediction.SquaredLoss;
import org.sibyl.prediction.Task;

/** Derivatives of what people show and of what Nature draws, against differences of the maps. */
class ShiftGradientsTest {
  private static final int SIZE = 30;
  private static final double[] THETA = {0.4, -0.7};

  private static StrategicFeatures moves(double sensitivity) {
    return new StrategicFeatures(sensitivity, Optional.empty());
  }

  static List<FeatureResponse> differentiable() {
    return List.of(
        moves(0.5),
        new Unmoved(),
        new Heterogeneous(0.7, moves(0.5)),
        new OnlyLabelled(1, moves(0.5)),
        new MixtureOfTypes(0.4, moves(0.5), moves(-2)),
        new Trusting(new Heterogeneous(0.7, moves(0.5))),
        new PartialAdaptation(0.3, Adaptation.INTERPOLATE, moves(0.5)),
        new PartialAdaptation(0.3, Adaptation.VINTAGES, moves(0.5)),
        new Imitation(0.4, Optional.empty(), moves(0.5)),
        new GroupsInTurn(3, moves(0.5)));
  }

  static List<FeatureResponse> without() {
    Optional<List<Integer>> all = Optional.empty();
    return List.of(
        new GradientShift(1, all),
        new CostLimited(1, 1, all),
        new ThresholdSeekers(1, all),
        new RejectionResampling(0.1, 1, all),
        new NoisyResponse(1, 1, moves(1)),
        new OpinionDrift(0.3, 0.4),
        new Trusting(new GradientShift(1, all)),
        new MixtureOfTypes(0.5, moves(1), new GradientShift(1, all)),
        new MixtureOfTypes(0.5, new GradientShift(1, all), moves(1)));
  }

  static List<Nature> natures() {
    LinearOutcome linear = new LinearOutcome(1, Values.each(0.5, 2), 0.9, 0.3);
    return List.of(
        linear,
        new RootOutcome(3, 0.2, 0.3),
        new MixtureOutcome(0.4, linear, new LinearOutcome(0, Values.all(0), -0.6, 1)),
        new OutcomeByType(linear, new LinearOutcome(0, Values.all(0), -0.6, 1)),
        new HardnessOutcome(1.5, 0.3, 0.5, -1),
        new CoupledOutcome(
            Values.each(1, 2),
            List.of(Values.each(0.5, 0.8), Values.each(-0.4, 0.1)),
            Values.each(0.6, -1.1),
            0.3),
        new SharedMarket(3, 2, 0.5, 0.3),
        new ShownOutcome(1, Values.each(0.5, 2), 0.3),
        new RecordedLabels());
  }

  private static World world() {
    Random random = new Random(20260705);
    Population people =
        Maps.population(SIZE, 2, k -> random.nextGaussian())
            .with(Attribute.LABEL, Column.generate(SIZE, i -> i % 2))
            .with(Attribute.TRUST, Column.generate(SIZE, i -> LogOdds.of((i + 0.5) / (SIZE + 1))));
    return Maps.world(people);
  }

  private static double[] weights(int size, long seed) {
    return new Random(seed).doubles(size, -1, 1).toArray();
  }

  /** Any linear function of the features shown and the outcomes. */
  private static double weighted(Cohort cohort, double[] ofFeatures, double[] ofOutcomes) {
    double[] shown = cohort.features().toArray();
    return Maps.dot(ofFeatures, shown) + Maps.dot(ofOutcomes, cohort.outcomes().toArray());
  }

  /** Only every third is observed, so that numbers of rows are not numbers of individuals. */
  private static Dynamics observed(FeatureResponse response, Nature nature) {
    Dynamics all = Maps.dynamics(response, nature, new Keep());
    Survey some =
        (deployed, done, outcomes, random) -> {
          int[] chosen =
              java.util.stream.IntStream.range(0, SIZE / 3).map(k -> 3 * k + 1).toArray();
          return new Cohort(
              deployed.round(),
              chosen,
              done.features().rows(chosen),
              pick(deployed.predictions(), chosen),
              pick(outcomes.labels(), chosen),
              Optional.empty(),
              Optional.empty());
        };
    return new Dynamics(
        response,
        nature,
        new FixedTrust(),
        new Keep(),
        some,
        1,
        all.randomness(),
        Workers.serial());
  }

  private static Column pick(Column column, int... chosen) {
    return Column.generate(chosen.length, k -> column.get(chosen[k]));
  }

  private static void assertDerivative(FeatureResponse response, Nature nature) {
    Dynamics dynamics = observed(response, nature);
    World world = dynamics.play(world(), Maps.linear(1, 1)).after(); // a round of history
    Cohort cohort = Maps.induced(dynamics, world, THETA);
    double[] ofFeatures = weights(2 * cohort.size(), 1);
    double[] ofOutcomes = weights(cohort.size(), 2);
    Situation found =
        new Situation(
            dynamics.deploy(world, Maps.linear(THETA)).deployment(),
            world.population(),
            world.network(),
            dynamics.randomness());
    double[] gradient = new double[2];
    ShiftGradient.addAll(
        List.of(
            Shifting.of(response, found).orElseThrow(), Shifting.of(nature, found).orElseThrow()),
        Maps.linear(THETA),
        cohort,
        Matrix.of(cohort.size(), 2, ofFeatures),
        Column.of(ofOutcomes),
        gradient);
    double step = 1e-5;
    for (int k = 0; k < 2; k++) {
      double[] more = THETA.clone();
      double[] less = THETA.clone();
      more[k] += step;
      less[k] -= step;
      double difference =
          (weighted(Maps.induced(dynamics, world, more), ofFeatures, ofOutcomes)
                  - weighted(Maps.induced(dynamics, world, less), ofFeatures, ofOutcomes))
              / (2 * step);
      assertThat(gradient[k]).isCloseTo(difference, within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void derivativesOfResponses(FeatureResponse response) {
    assertDerivative(response, new RecordedLabels());
  }

  @ParameterizedTest
  @MethodSource("natures")
  void derivativesOfOutcomes(Nature nature) {
    assertDerivative(new Unmoved(), nature);
  }

  /** People move, their predictions with them, and outcomes with these. */
  @ParameterizedTest
  @MethodSource("natures")
  void derivativesOfBothAtOnce(Nature nature) {
    assertDerivative(moves(0.5), nature);
  }

  @ParameterizedTest
  @MethodSource("without")
  void whatHasNoDerivativeSaysSo(FeatureResponse response) {
    Dynamics dynamics = Maps.people(response);
    assertThat(Shifting.of(response, dynamics.deploy(world(), Maps.linear(THETA)))).isEmpty();
  }

  @Test
  void beyondTheRootThereIsNoSlope() {
    RootOutcome root = new RootOutcome(1, 1, 1);
    World world = Maps.world(Maps.alike(3));
    Cohort cohort = Maps.induced(Maps.outcomes(root), world, -4);
    double[] gradient = new double[1];
    Shifting.of(root, Maps.outcomes(root).deploy(world, Maps.linear(-4)))
        .orElseThrow()
        .addShiftGradient(
            Maps.linear(-4), cohort, Matrix.of(3, 1, 1, 1, 1), Column.constant(3, 1), gradient);
    assertThat(gradient).containsExactly(0);
  }

  // ---- as learners get them

  private static final Problem PROBLEM =
      new Task(new LinearModels(0), new SquaredLoss(0.5), 0, true, new Everywhere()).on(2);

  /** A learner that asks for the derivative and stays. */
  private record Asking(Parametric model, List<double[]> told) implements Learner {
    @Override
    public Learner learn(Episode episode, UniformRandomProvider random) {
      told.add(episode.access().shiftGradient(PROBLEM, model.theta(), episode.rounds().get(0)));
      return this;
    }

    @Override
    public Feedback feedback() {
      return Feedback.SIMULATOR;
    }

    @Override
    public Progress progress() {
      return Progress.values()[0];
    }
  }

  private static double[] told(FeatureResponse response, Nature nature) {
    World start = world();
    Asking asking = new Asking(Maps.linear(THETA), new ArrayList<>());
    Maps.dynamics(response, nature, new Keep())
        .play(World.first(start.population(), start.network(), asking));
    return asking.told().get(0);
  }

  /** Trust is private, yet the derivative that learners are told knows it. */
  @Test
  void learnersAreToldHowDataMove() {
    FeatureResponse response = new Trusting(moves(0.5));
    double[] gradient = told(response, new RecordedLabels());
    for (int k = 0; k < 2; k++) {
      double[] more = THETA.clone();
      double[] less = THETA.clone();
      more[k] += 1e-5;
      less[k] -= 1e-5;
      double difference = (risk(response, more) - risk(response, less)) / 2e-5;
      assertThat(gradient[k]).isCloseTo(difference, within(1e-8));
    }
    assertThat(Arrays.stream(gradient).map(Math::abs).max().orElseThrow()).isGreaterThan(0.01);
  }

  /** The risk of THETA on what another model induces. */
  private static double risk(FeatureResponse response, double... deployed) {
    Model model = Maps.linear(deployed);
    return PROBLEM.value(THETA, Maps.induced(Maps.people(response), world(), model));
  }

  @Test
  void halfADerivativeIsNone() {
    assertThatThrownBy(() -> told(moves(0.5), new CoinOutcome(0, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("derivative");
    assertThatThrownBy(() -> told(new GradientShift(1, Optional.empty()), new RecordedLabels()))
        .isInstanceOf(IllegalStateException.class);
  }
}
