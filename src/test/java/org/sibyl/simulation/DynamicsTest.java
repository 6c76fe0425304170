package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.sibyl.behavior.BayesianTrust;
import org.sibyl.behavior.Carryover;
import org.sibyl.behavior.FixedTrust;
import org.sibyl.behavior.Keep;
import org.sibyl.behavior.PivotalCooperation;
import org.sibyl.behavior.ResetToBase;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.TieRule;
import org.sibyl.learning.Unchanging;
import org.sibyl.network.Complete;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Workers;
import org.sibyl.outcome.Nature;
import org.sibyl.outcome.Outcomes;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Cohort;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Scored;

/**
 * The round as a function: counterfactuals, distribution maps, and the engine tests of the spec.
 */
class DynamicsTest {
  private static Forecast forecast(int size, double p) {
    return new Forecast(Column.constant(size, p));
  }

  @Test
  void aCounterfactualDisturbsNothingAndSharesTheNoise() {
    World world = Worlds.dynamics().play(Worlds.world(500)).after();
    long before = world.fingerprint();
    Round own = Worlds.dynamics().play(world);
    Round other = Worlds.dynamics().play(world, forecast(500, 0.5));
    assertThat(world.fingerprint()).isEqualTo(before);
    assertThat(Worlds.dynamics().play(world).after().sameState(own.after())).isTrue();
    assertThat(other.response()).isNotEqualTo(own.response());
    assertThat(other.deployment().predictions()).isEqualTo(Column.constant(500, 0.5));
    // its own model as "another" is the same round
    assertThat(Worlds.dynamics().play(world, world.learner().model()).outcomes())
        .isEqualTo(own.outcomes());
  }

  @Test
  void theDistributionMapSamplesWhatADeploymentInduces() {
    World world = Worlds.world(500);
    Dynamics dynamics = Worlds.dynamics();
    Forecast model = forecast(500, 0.3);
    Cohort sample = dynamics.distributionMap(world).sample(model, 0);
    assertThat(sample).isEqualTo(dynamics.play(world, model).cohort());
    assertThat(dynamics.distributionMap(world).sample(model, 4))
        .isEqualTo(dynamics.with(Worlds.RANDOMNESS.replicate(4)).play(world, model).cohort());
  }

  /** A classifier that scores the features people show: it can only speak after they respond. */
  private record Threshold(double cut) implements Model {
    @Override
    public Column predict(Matrix features, UniformRandomProvider random) {
      return Column.generate(features.rows(), i -> features.get(i, 0) >= cut ? 1 : 0);
    }

    @Override
    public Scored scored() {
      return Scored.AFTER_RESPONSE;
    }
  }

  /** People who move their feature toward the cut, by half a unit and a little noise. */
  private static void gaming(int individual, Situation situation, Response.Builder own) {
    double noise =
        situation.randomness().at(Draw.RESPONSE, situation.round(), individual).nextDouble();
    double cut = ((Threshold) situation.deployment().model()).cut();
    double now = situation.population().features().get(individual, 0);
    own.show(0, now < cut ? now + 0.5 + noise / 10 : now);
  }

  private static final Nature ADMITTED =
      (situation, response) ->
          new Outcomes(
              situation.deployment().predictions(),
              Column.constant(response.actions().size(), 0),
              Map.of());

  private static Dynamics applicants(Carryover carryover) {
    return new Dynamics(
        DynamicsTest::gaming,
        ADMITTED,
        new FixedTrust(),
        carryover,
        new WholePopulation(),
        1,
        Randomness.of(3),
        Workers.serial());
  }

  private static World applicantsWorld(int size) {
    Column features = Column.generate(size, i -> (double) i / size);
    return World.first(
        Population.of(features.asMatrix()), Network.of(size), new Unchanging(new Threshold(1)));
  }

  @Test
  void modelsThatScoreShownFeaturesSpeakAfterTheResponse() {
    Round round = applicants(new ResetToBase()).play(applicantsWorld(100));
    assertThat(round.deployment().predictions().get(0)).isZero();
    assertThat(round.deployment().predictions().get(70)).isEqualTo(1);
    assertThat(round.cohort().features()).isEqualTo(round.response().features());
    assertThat(round.before().population().features().get(70, 0)).isEqualTo(0.7);
  }

  /**
   * Engine test U2: where nothing is kept, data depends on what is deployed now and on no history.
   */
  @Test
  void withoutMemoryOnlyTheDeployedModelMatters() {
    Dynamics stateless = applicants(new ResetToBase());
    World fresh = applicantsWorld(400);
    World experienced = stateless.play(fresh, new Threshold(0.4)).after();
    World sameRound =
        new World(
            2,
            1,
            fresh.population(),
            fresh.newcomers(),
            fresh.network(),
            fresh.learner(),
            List.of(),
            fresh.ledger());
    assertThat(stateless.play(experienced, new Threshold(0.8)).cohort())
        .isEqualTo(stateless.play(sameRound, new Threshold(0.8)).cohort());
    Dynamics stateful = applicants(new Keep());
    World gamed = stateful.play(fresh, new Threshold(0.4)).after();
    assertThat(stateful.play(gamed, new Threshold(0.8)).cohort())
        .isNotEqualTo(stateful.play(sameRound, new Threshold(0.8)).cohort());
  }

  /**
   * The coin of the spec: everyone is told theta, and comes up 1 with probability (1 + theta) / 2.
   */
  private static Outcomes coin(Situation situation, Response response) {
    Column told = situation.deployment().predictions();
    Column labels =
        Column.generate(
            told.size(),
            i ->
                situation.randomness().at(Draw.NATURE, situation.round(), i).nextDouble()
                        < (1 + told.get(i)) / 2
                    ? 1
                    : 0);
    return new Outcomes(labels, labels, Map.of());
  }

  /**
   * Engine test U4: with n independent individuals the frequency misses its mean-field value by an
   * error of order n^(-1/2). The root mean square over 200 replicates is regressed on n in
   * logarithms. Each of the 3 values has relative standard deviation 1/sqrt(400) = 0.05; the slope
   * over two decades (factor ln 100 between the ends) has standard deviation 0.05 sqrt(2) / ln 100
   * = 0.0154, so the band of 0.1 is 6.5 sd: false alarm below 1e-10, seed fixed.
   */
  @Test
  void theErrorOfTheMeanFieldFallsWithTheRootOfTheSize() {
    double[] logSize = new double[3];
    double[] logError = new double[3];
    for (int k = 0; k < 3; k++) {
      int size = (int) StrictMath.round(100 * StrictMath.pow(10, k));
      logSize[k] = StrictMath.log(size);
      logError[k] = StrictMath.log(rootMeanSquareError(size));
    }
    double slope = (logError[2] - logError[0]) / (logSize[2] - logSize[0]);
    assertThat(slope).isBetween(-0.6, -0.4);
  }

  private static double rootMeanSquareError(int size) {
    World world =
        World.first(
            Population.of(Matrix.of(size, 0)),
            Network.of(size),
            new Unchanging(forecast(size, 0.4)));
    Dynamics dynamics =
        new Dynamics(
            (individual, situation, own) -> {},
            DynamicsTest::coin,
            new FixedTrust(),
            new ResetToBase(),
            new WholePopulation(),
            1,
            Randomness.of(11),
            Workers.serial());
    double sum = 0;
    for (int replicate = 0; replicate < 200; replicate++) {
      Cohort cohort = dynamics.distributionMap(world).sample(world.learner().model(), replicate);
      double error = cohort.outcomes().mean() - 0.7;
      sum += error * error;
    }
    return StrictMath.sqrt(sum / 200);
  }

  /** Engine test U9: a survey of some shows the learner these and nobody else. */
  @Test
  void theLearnerSeesOnlyWhoIsSurveyed() {
    World world = Worlds.world(300);
    Dynamics all = Worlds.dynamics();
    Dynamics some =
        new Dynamics(
            all.response(),
            all.nature(),
            all.trust(),
            all.carryover(),
            new FreshSample(40),
            1,
            all.randomness(),
            all.workers());
    Round round = some.play(world);
    Cohort cohort = round.cohort();
    assertThat(cohort.size()).isEqualTo(40);
    assertThat(cohort.individuals()).isSorted().doesNotHaveDuplicates();
    Forecast before = (Forecast) world.learner().model();
    Forecast after = (Forecast) round.after().learner().model();
    int[] seen = cohort.individuals();
    for (int i = 0; i < 300; i++) {
      boolean observed = Arrays.binarySearch(seen, i) >= 0;
      assertThat(after.probabilities().get(i))
          .isEqualTo(observed ? round.outcomes().labels().get(i) : before.probabilities().get(i));
    }
    assertThat(some.play(round.after()).cohort().individuals()).isNotEqualTo(seen);
  }

  /** The learner's only window has no trust, payoffs or responses in it, by type. */
  @Test
  void aCohortHoldsNothingPrivate() {
    assertThat(Arrays.stream(Cohort.class.getRecordComponents()).map(c -> c.getName()))
        .containsExactly(
            "round",
            "individuals",
            "features",
            "predictions",
            "outcomes",
            "propensities",
            "labelled");
  }

  @Test
  void aSampleLargerThanThePopulationIsRefused() {
    Dynamics all = Worlds.dynamics();
    Dynamics some =
        new Dynamics(
            all.response(),
            all.nature(),
            all.trust(),
            all.carryover(),
            new FreshSample(40),
            1,
            all.randomness(),
            all.workers());
    assertThatThrownBy(() -> some.play(Worlds.world(20)))
        .hasMessageContaining("observed: 40 must not exceed the population of 20");
  }

  /**
   * People who copy the majority of their neighbors' last actions; ties and beginners cooperate.
   */
  private static void imitating(int individual, Situation situation, Response.Builder own) {
    double balance = 0;
    for (int k = 0; k < situation.network().degree(individual); k++) {
      double action =
          situation
              .population()
              .column(Attribute.ACTION)
              .get(situation.network().neighbor(individual, k));
      balance += action == 1 ? 1 : action == 0 ? -1 : 0;
    }
    own.act(balance >= 0 ? 1 : 0);
  }

  /**
   * Engine test U10: one after the other or all at once makes no difference where people respond to
   * messages only, and does where they imitate.
   */
  @Test
  void actingInTurnMattersOnlyToThoseWhoWatchOthers() {
    World world = Worlds.dynamics().play(Worlds.world(300)).after();
    ResponseModel pivotal =
        new PivotalCooperation(
            (org.sibyl.behavior.Game) Worlds.dynamics().nature(), TieRule.DEFECT);
    assertThat(inTurn(pivotal, world)).isEqualTo(atOnce(pivotal, world));
    assertThat(inTurn(DynamicsTest::imitating, world))
        .isNotEqualTo(atOnce(DynamicsTest::imitating, world));
  }

  private static Column atOnce(ResponseModel model, World world) {
    Situation situation = Worlds.dynamics().deploy(world, world.learner().model());
    Response.Draft draft = new Response.Draft(world.population());
    Response.Hand hand = draft.hand();
    for (int i = 0; i < world.population().size(); i++) {
      hand.write(i, model.in(situation));
    }
    return draft.finish().actions();
  }

  private static Column inTurn(ResponseModel model, World world) {
    Situation situation = Worlds.dynamics().deploy(world, world.learner().model());
    Population now = world.population();
    for (int i = 0; i < now.size(); i++) {
      Response.Draft draft = new Response.Draft(now);
      Situation current =
          new Situation(situation.deployment(), now, situation.network(), situation.randomness());
      draft.hand().write(i, model.in(current));
      now = now.with(Attribute.ACTION, draft.finish().actions());
    }
    return now.column(Attribute.ACTION);
  }

  /** Engine test U11: removing somebody without neighbors changes nothing for anyone else. */
  @Test
  void aLonerIsNotMissed() {
    List<int[]> edges = Worlds.network(60).edges();
    Network with = Network.of(61, edges.toArray(int[][]::new));
    Network without = Network.of(60, edges.toArray(int[][]::new));
    Population people = Worlds.people(61);
    World both = World.first(people, with, new Unchanging(forecast(61, 0.4)));
    World fewer = World.first(firstOf(people, 60), without, new Unchanging(forecast(60, 0.4)));
    for (int round = 0; round < 5; round++) {
      Round a = Worlds.dynamics().play(both);
      Round b = Worlds.dynamics().play(fewer);
      for (int i = 0; i < 60; i++) {
        assertThat(b.response().actions().get(i)).isEqualTo(a.response().actions().get(i));
        assertThat(b.outcomes().payoffs().get(i)).isEqualTo(a.outcomes().payoffs().get(i));
        assertThat(b.revised().column(Attribute.TRUST).get(i))
            .isEqualTo(a.revised().column(Attribute.TRUST).get(i));
      }
      both = a.after();
      fewer = b.after();
    }
  }

  private static Population firstOf(Population people, int size) {
    int[] chosen = java.util.stream.IntStream.range(0, size).toArray();
    Population fewer = Population.of(people.features().rows(chosen));
    for (Map.Entry<Attribute, Column> column : people.columns().entrySet()) {
      fewer = fewer.with(column.getKey(), Column.generate(size, i -> column.getValue().get(i)));
    }
    return fewer;
  }

  /** Engine test U12: a world is a value, so going on from a kept one is going on. */
  @Test
  void aKeptWorldGoesOnAsIfItHadNotBeenKept() {
    World kept = Worlds.world(200);
    for (int round = 0; round < 3; round++) {
      kept = Worlds.dynamics().play(kept).after();
    }
    Simulation resumed = new Simulation(Worlds.dynamics(), kept);
    resumed.start();
    World world = kept;
    for (int round = 0; round < 4; round++) {
      world = Worlds.dynamics().play(world).after();
      assertThat(resumed.playRound().after().sameState(world)).isTrue();
    }
    assertThat(world.round()).isEqualTo(8);
  }

  @Test
  void anEpisodeEndsWithLearningAndNewcomers() {
    Dynamics one = Worlds.dynamics();
    Dynamics games =
        new Dynamics(
            one.response(),
            one.nature(),
            one.trust(),
            one.carryover(),
            one.survey(),
            3,
            one.randomness(),
            one.workers());
    World world = Worlds.world(100);
    Round first = games.play(world);
    assertThat(first.after().learner()).isEqualTo(world.learner());
    assertThat(first.after().episode()).hasSize(1);
    assertThat(first.after().roundOfEpisode()).isEqualTo(2);
    Round third = games.play(games.play(first.after()).after());
    assertThat(third.revised()).isNotEqualTo(world.population());
    assertThat(third.after().population()).isEqualTo(world.population());
    assertThat(third.after().episode()).isEmpty();
    assertThat(third.after().roundOfEpisode()).isEqualTo(1);
    assertThat(third.after().learner()).isNotEqualTo(world.learner());
  }

  @Test
  void numbersThatAreNoneStopTheRunWithTheirPlace() {
    Dynamics sound = Worlds.dynamics();
    Dynamics broken =
        new Dynamics(
            (individual, situation, own) -> own.act(individual == 4 ? Double.NaN : 1),
            sound.nature(),
            new BayesianTrust(org.sibyl.behavior.ZeroPolicy.FLOOR, 1e-9, 1e-12),
            sound.carryover(),
            sound.survey(),
            1,
            sound.randomness(),
            sound.workers());
    assertThatThrownBy(() -> broken.play(Worlds.world(20)))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("round 1, RESPOND, individual 4: action is NaN");
  }

  @Test
  void anEmptyPopulationIsRefused() {
    assertThatThrownBy(() -> Population.of(Matrix.of(0, 1)))
        .hasMessageContaining("population.size: 0 must be at least 1");
    assertThat(new Complete().generate(1, Randomness.of(1).at(Draw.NETWORK, 0)).size())
        .isEqualTo(1);
  }
}
