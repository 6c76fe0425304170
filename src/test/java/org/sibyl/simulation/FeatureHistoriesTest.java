package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Given;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.Responder;
import org.sibyl.behavior.Response;
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
import org.sibyl.network.BarabasiAlbert;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.LinearModel;

/**
 * Rounds of moving features: what depends on history and what does not, what networks amplify, and
 * what every response promises.
 */
class FeatureHistoriesTest {
  private static final LinearModel EARLY = Maps.linear(0.9, -0.4, 0.2);
  private static final LinearModel OTHER = Maps.linear(-1.3, 0.8, 0);
  private static final LinearModel LATE = Maps.linear(0.3, 0.6, -0.1);

  private static StrategicFeatures moves(double sensitivity) {
    return new StrategicFeatures(sensitivity, Optional.empty());
  }

  static List<FeatureResponse> responses() {
    Optional<List<Integer>> all = Optional.empty();
    return List.of(
        moves(0.5),
        new GradientShift(0.5, all),
        new CostLimited(0.5, 0.4, all),
        new ThresholdSeekers(2, all),
        new Heterogeneous(0.7, moves(0.5)),
        new OnlyLabelled(1, moves(0.5)),
        new MixtureOfTypes(0.4, moves(0.5), new ThresholdSeekers(2, all)),
        new RejectionResampling(0.2, 1, all),
        new NoisyResponse(0.2, 0.5, moves(0.5)),
        new Trusting(moves(0.5)),
        new PartialAdaptation(0.3, Adaptation.INTERPOLATE, moves(0.5)),
        new PartialAdaptation(0.3, Adaptation.VINTAGES, moves(0.5)),
        new Imitation(0.4, all, moves(0.5)),
        new GroupsInTurn(3, moves(0.5)),
        new OpinionDrift(0.3, 0.4));
  }

  /** Responses that read what people show, so that history may remain for ever or for a while. */
  private static Population people(int size) {
    Random random = new Random(20260703);
    return Maps.population(size, 3, k -> k % 3 == 2 ? 1 : random.nextGaussian())
        .with(Attribute.LABEL, Column.generate(size, i -> i % 2))
        .with(Attribute.TRUST, Column.generate(size, i -> LogOdds.of((i + 0.5) / (size + 1))));
  }

  private static World world(int size) {
    return Maps.world(people(size), network(size));
  }

  private static Network network(int size) {
    return new BarabasiAlbert(2, BarabasiAlbert.Start.STAR)
        .generate(size, Maps.RANDOMNESS.at(Draw.NETWORK, 0));
  }

  private static Dynamics dynamics(FeatureResponse response, Carryover carryover) {
    return Maps.dynamics(response, new RecordedLabels(), carryover);
  }

  private static Matrix after(Dynamics dynamics, World world, LinearModel... deployed) {
    World now = world;
    Matrix shown = world.population().features();
    for (LinearModel model : deployed) {
      Round round = dynamics.play(now, model);
      shown = round.response().features();
      now = round.after();
    }
    return shown;
  }

  private static double distance(Matrix one, Matrix other) {
    double most = 0;
    double[] first = one.toArray();
    double[] second = other.toArray();
    for (int k = 0; k < first.length; k++) {
      most = StrictMath.max(most, StrictMath.abs(first[k] - second[k]));
    }
    return most;
  }

  // ---- history

  /**
   * Two histories that end with the same model. Where nothing is kept they end alike, to the bit
   * (engine test U2); where features are kept they do not (hysteresis).
   */
  @ParameterizedTest
  @MethodSource("responses")
  void whatIsKeptBearsOnWhatFollows(FeatureResponse response) {
    World world = world(60);
    Dynamics stateless = dynamics(response, new ResetToBase());
    assertThat(after(stateless, world, EARLY, EARLY, LATE))
        .isEqualTo(after(stateless, world, OTHER, OTHER, LATE));
    Dynamics stateful = dynamics(response, new Keep());
    assertThat(
            distance(
                after(stateful, world, EARLY, EARLY, LATE),
                after(stateful, world, OTHER, OTHER, LATE)))
        .isGreaterThan(0.05);
  }

  /** The memory of the WhyNot simulator: x_t = x_(t-1) - epsilon theta, without end. */
  @Test
  void whereFeaturesAreKeptTheMovesAddUp() {
    World world = world(20);
    Matrix shown = after(dynamics(moves(0.5), new Keep()), world, LATE, LATE, LATE, LATE);
    for (int i = 0; i < 20; i++) {
      double from = world.population().features().get(i, 0);
      assertThat(shown.get(i, 0)).isCloseTo(from - 4 * 0.5 * 0.3, within(1e-12));
    }
  }

  /** Brown et al.: under a model that stays, everybody has answered it after K rounds. */
  @Test
  void groupsInTurnForgetAfterAsManyRoundsAsGroups() {
    World world = world(60);
    Dynamics inTurn = dynamics(new GroupsInTurn(3, moves(0.5)), new Keep());
    Matrix stateless = after(dynamics(moves(0.5), new ResetToBase()), world, LATE);
    assertThat(after(inTurn, world, EARLY, LATE, LATE)).isNotEqualTo(stateless);
    assertThat(after(inTurn, world, EARLY, LATE, LATE, LATE)).isEqualTo(stateless);
  }

  // ---- geometric decay

  /** Engine test U3: the way that is left shrinks by exactly 1 - share. */
  @ParameterizedTest
  @CsvSource({"0.3", "0.5", "0.9"})
  void theMeanApproachesGeometrically(double share) {
    World world = Maps.world(Maps.alternating(40, -0.5, 0.5));
    PartialAdaptation response = new PartialAdaptation(share, Adaptation.INTERPOLATE, moves(-1));
    Dynamics dynamics = dynamics(response, new Keep());
    double left = 8; // from a mean of 0 to 8
    for (int round = 0; round < 12; round++) {
      Round played = dynamics.play(world, Maps.linear(8));
      double next = 8 - played.response().features().column(0).mean();
      assertThat(next).isCloseTo((1 - share) * left, within(1e-12));
      left = next;
      world = played.after();
    }
  }

  /** In vintages the mean is the same; Hoeffding on who has adapted: chance 4e-9 a round. */
  @Test
  void vintagesHaveTheSameMean() {
    int size = 20_000;
    World world = Maps.world(Maps.alternating(size, -0.5, 0.5));
    Dynamics dynamics =
        dynamics(new PartialAdaptation(0.3, Adaptation.VINTAGES, moves(-1)), new Keep());
    for (int round = 1; round <= 2; round++) {
      Round played = dynamics.play(world, Maps.linear(8));
      Matrix shown = played.response().features();
      for (int i = 0; i < size; i++) {
        double base = i % 2 == 0 ? -0.5 : 0.5;
        assertThat(shown.get(i, 0)).isIn(base, base + 8);
      }
      double left = 1 - shown.column(0).mean() / 8;
      assertThat(left).isCloseTo(StrictMath.pow(0.7, round), within(Maps.frequencyStrays(size)));
      world = played.after();
    }
  }

  /**
   * Section 10: retraining on a mean that decays geometrically contracts by lambda^m + (1 -
   * lambda^m) epsilon when each model stays for m rounds: .8, .7, .65.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.8", "2, 0.7", "3, 0.65"})
  void dwellingSpeedsRetraining(int dwell, double factor) {
    World world = Maps.world(Maps.alternating(2, 0.5, 1.5));
    Dynamics dynamics =
        dynamics(new PartialAdaptation(0.5, Adaptation.INTERPOLATE, moves(-0.6)), new Keep());
    double stable = 1 / 0.4;
    double theta = 1; // the mean of the people, so that state and model start alike
    for (int refit = 0; refit < 20; refit++) {
      double mean = 0;
      for (int round = 0; round < dwell; round++) {
        Round played = dynamics.play(world, Maps.linear(theta));
        mean = played.response().features().column(0).mean();
        world = played.after();
      }
      assertThat((mean - stable) / (theta - stable)).isCloseTo(factor, within(1e-10));
      theta = mean;
    }
  }

  // ---- network amplification

  /**
   * Engine test U5: on a network of 50 with weight .4 people settle at (I - .4 W)^-1 (x0 - A
   * theta), and the sensitivity in the maximum norm is |A| / (1 - .4).
   */
  @Test
  void theNetworkAmplifies() {
    int size = 50;
    double sensitivity = 0.7;
    Network network = network(size);
    Population people = Maps.normal(size, 1, 0);
    Dynamics dynamics =
        dynamics(new Imitation(0.4, Optional.empty(), moves(sensitivity)), new Keep());
    double[][] settled = new double[2][];
    for (int k = 0; k < 2; k++) {
      LinearModel[] same = new LinearModel[60]; // .4^60 = 1e-24
      Arrays.fill(same, Maps.linear(1 + k));
      settled[k] = after(dynamics, Maps.world(people, network), same).toArray();
      double[] expected = fixedPoint(people, network, sensitivity * (1 + k));
      for (int i = 0; i < size; i++) {
        assertThat(settled[k][i]).isCloseTo(expected[i], within(1e-9));
      }
    }
    double most =
        IntStream.range(0, size)
            .mapToDouble(i -> StrictMath.abs(settled[1][i] - settled[0][i]))
            .max()
            .orElseThrow();
    assertThat(most).isCloseTo(sensitivity / 0.6, within(1e-9));
  }

  private static double[] fixedPoint(Population people, Network network, double move) {
    int size = network.size();
    DMatrixRMaj system = CommonOps_DDRM.identity(size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < network.degree(i); k++) {
        system.add(i, network.neighbor(i, k), -0.4 / network.degree(i));
      }
      right.set(i, people.features().get(i, 0) - move);
    }
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    assertThat(CommonOps_DDRM.solve(system, right, solution)).isTrue();
    return solution.getData();
  }

  /**
   * Friedkin and Johnsen on a complete network, where the mean of means is the mean: it settles at
   * (1 - s) b m0 / (1 - (1 - s)(1 - b) - s theta).
   */
  @Test
  void opinionsSettleBetweenBaseNeighborsAndPlatform() {
    Population people = Maps.normal(12, 1, 2);
    Dynamics dynamics = dynamics(new OpinionDrift(0.3, 0.4), new Keep());
    LinearModel[] same = new LinearModel[200];
    Arrays.fill(same, Maps.linear(0.5));
    Matrix settled = after(dynamics, Maps.world(people, Given.complete(12)), same);
    double mean = Maps.means(people.features())[0];
    assertThat(Maps.means(settled)[0])
        .isCloseTo(0.7 * 0.4 * mean / (1 - 0.7 * 0.6 - 0.3 * 0.5), within(1e-12));
    for (int i = 0; i < 12; i++) { // everyone, from the others' mean (12 m - x) / 11
      double x = settled.get(i, 0);
      double others = (12 * Maps.means(settled)[0] - x) / 11;
      assertThat(x)
          .isCloseTo(
              0.7 * (0.4 * people.features().get(i, 0) + 0.6 * others) + 0.3 * 0.5 * x,
              within(1e-12));
    }
    // alone, one listens to itself
    Matrix alone = after(dynamics, Maps.world(people), Maps.linear(0.5));
    assertThat(alone.get(3, 0)).isCloseTo(0.85 * people.features().get(3, 0), within(1e-12));
  }

  // ---- what every response promises

  @ParameterizedTest
  @MethodSource("responses")
  void orderIsIrrelevantAndEveryoneWritesOnlyItsOwnRow(FeatureResponse response) {
    int size = 40;
    World world = dynamics(moves(1), new Keep()).play(world(size), EARLY).after();
    Situation found =
        new Situation(
            new Deployment(2, LATE, Column.constant(size, Double.NaN)),
            world.population(),
            world.network(),
            Maps.RANDOMNESS);
    Matrix inOrder = Given.respond(response, found).features();
    assertThat(inOrder).isNotEqualTo(world.population().features());
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, new Random(20260704));
    Response.Draft shuffled = new Response.Draft(found.population());
    Responder shared = response.in(found);
    for (int i : order) {
      shuffled.hand().write(i, shared);
      Response.Draft alone = new Response.Draft(found.population());
      alone.hand().write(i, (individual, own) -> response.respond(individual, found, own));
      Matrix done = alone.finish().features();
      for (int j = 0; j < size; j++) {
        Matrix expected = i == j ? inOrder : found.population().features();
        assertThat(done.rows(j)).isEqualTo(expected.rows(j));
      }
    }
    assertThat(shuffled.finish().features()).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @MethodSource("responses")
  void threadsDoNotMatter(FeatureResponse response) {
    World world = world(6500);
    Dynamics serial = dynamics(response, new Keep());
    Dynamics parallel =
        new Dynamics(
            response,
            serial.nature(),
            serial.trust(),
            serial.carryover(),
            serial.survey(),
            1,
            serial.randomness(),
            new Workers(3));
    assertThat(after(parallel, world, EARLY, LATE)).isEqualTo(after(serial, world, EARLY, LATE));
  }

  @ParameterizedTest
  @MethodSource("responses")
  void theBiasStays(FeatureResponse response) {
    Matrix shown = after(dynamics(response, new Keep()), world(60), EARLY, OTHER, LATE);
    assertThat(shown.column(2)).isEqualTo(Column.constant(60, 1));
  }
}
