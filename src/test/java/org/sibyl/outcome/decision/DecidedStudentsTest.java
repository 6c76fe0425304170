package org.sibyl.outcome.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.Given;
import org.sibyl.Students;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.decision.BandProgress;
import org.sibyl.learning.Algorithm;
import org.sibyl.learning.Unchanging;
import org.sibyl.learning.omniprediction.EarlyWarning;
import org.sibyl.network.AnyExposure;
import org.sibyl.network.Cliques;
import org.sibyl.network.CountExposure;
import org.sibyl.network.ExposureMapping;
import org.sibyl.network.Isolated;
import org.sibyl.network.MeanExposure;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Values;
import org.sibyl.population.Population;
import org.sibyl.population.Sample;
import org.sibyl.population.source.School;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.DecisionPolicy;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.OutcomeModel;
import org.sibyl.prediction.decision.TrialPolicy;
import org.sibyl.prediction.decision.UniformTrial;
import org.sibyl.simulation.Round;

/** Students, what they take up, and what comes of them. */
class DecidedStudentsTest {
  private static final Algorithm TRIAL =
      (start, random) -> new Unchanging(new TrialPolicy(new UniformTrial(), 3));

  private static Students students(int size) {
    return new Students(
        size, School.usual(), new Isolated(), new Decided(EarlyWarning.truth()), 20260612);
  }

  private static Algorithm following(DecisionRule rule) {
    return (start, random) -> new Unchanging(new DecisionPolicy(rule, Optional.empty()));
  }

  @Test
  void factsAreTheLawOfEachPerson() {
    Round round = students(200).play(TRIAL, 1).get(0);
    Matrix x = round.before().population().features();
    for (int i = 0; i < 200; i++) {
      for (int decision = 0; decision < 3; decision++) {
        double expected = EarlyWarning.probability((int) x.get(i, 0), (int) x.get(i, 1), decision);
        assertThat(round.outcomes().fact(DecisionFacts.under(decision)).get(i))
            .isCloseTo(expected, within(1e-12));
        if (round.response().actions().get(i) == decision) {
          assertThat(round.outcomes().fact(DecisionFacts.PROBABILITY).get(i))
              .isCloseTo(expected, within(1e-12));
        }
      }
    }
  }

  /** 100 000 outcomes against their probabilities: off by .01 with 2 exp(-2 1e5 1e-4) = 4e-9. */
  @Test
  void outcomesComeAsOftenAsTheFactsSay() {
    Round round = students(100_000).play(TRIAL, 1).get(0);
    assertThat(round.outcomes().labels().mean())
        .isCloseTo(round.outcomes().fact(DecisionFacts.PROBABILITY).mean(), within(0.01));
  }

  /** Noise is by person: another decision about some changes no outcome of others. */
  @Test
  void othersOutcomesStayWhenOneDecisionChanges() {
    Round none = students(500).play(following(new Always(0)), 1).get(0);
    Round some = students(500).play(following(new EarlyWarning.Banded(0, 3, 2)), 1).get(0);
    Matrix x = none.before().population().features();
    for (int i = 0; i < 500; i++) {
      if (x.get(i, 1) < 3) {
        assertThat(some.outcomes().labels().get(i)).isEqualTo(none.outcomes().labels().get(i));
      } else { // help from band 3 on helps
        assertThat(some.outcomes().labels().get(i))
            .isGreaterThanOrEqualTo(none.outcomes().labels().get(i));
      }
    }
    assertThat(some.outcomes().labels()).isNotEqualTo(none.outcomes().labels());
  }

  @Test
  void fullTrustTakesUpAllAndNoTrustNothing() {
    Round all = students(300).play(TRIAL, 1).get(0);
    assertThat(all.response().actions()).isEqualTo(all.deployment().predictions());
    Round none = students(300).trusting(0).play(TRIAL, 1).get(0);
    assertThat(none.response().actions()).isEqualTo(Column.constant(300, 0));
    assertThat(none.outcomes().fact(DecisionFacts.PROBABILITY))
        .isEqualTo(none.outcomes().fact(DecisionFacts.under(0)));
  }

  /** Of 20 000 who are offered 2 a share of .3 takes it: off by .03 with 2 exp(-36) = 5e-16. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.8})
  void takeUpIsAsLikelyAsTrust(double trust) {
    Round round = students(20_000).trusting(trust).play(following(new Always(2)), 1).get(0);
    Column actions = round.response().actions();
    double taken = Column.generate(20_000, i -> actions.get(i) == 2 ? 1 : 0).mean();
    double refused = Column.generate(20_000, i -> actions.get(i) == 0 ? 1 : 0).mean();
    assertThat(taken).isCloseTo(trust, within(0.03));
    assertThat(taken + refused).isEqualTo(1, within(1e-9));
  }

  @Test
  void whatIsNoDecisionIsRefused() {
    Population people =
        Population.of(School.usual().draw(3, Randomness.of(1).at(Draw.FEATURES, 0)));
    Situation found = Given.situation(Network.of(3), people, 0, 0, 0);
    for (double action : new double[] {3, 0.5, -1}) {
      assertThatThrownBy(
              () ->
                  new Decided(EarlyWarning.truth())
                      .realize(found, Given.response(people, 0, action, 0)))
          .hasMessageContaining("action of individual 1: " + action);
    }
  }

  /** On 0-1-2 with decisions 0, 2, 1: whom each sees, by hand. */
  @Test
  void exposuresByHand() {
    Network path = Given.path(3);
    Column decisions = Column.of(0, 2, 1);
    assertExposures(new MeanExposure(), path, decisions, 2, 0.5, 2);
    assertExposures(new AnyExposure(), path, decisions, 1, 1, 1);
    assertExposures(new CountExposure(), path, decisions, 1, 1, 1);
    assertExposures(new CountExposure(), path, Column.of(1, 2, 1), 1, 2, 1);
    assertExposures(new MeanExposure(), Network.of(3), decisions, 0, 0, 0);
  }

  private static void assertExposures(
      ExposureMapping mapping, Network network, Column decisions, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(mapping.of(network, i, decisions)).isEqualTo(expected[i]);
    }
  }

  /** On the path with decisions 0, 1, 1: .3 + .2 decision + .3 mean of neighbors. */
  @Test
  void exposedProbabilitiesByHand() {
    Population people = Population.of(Matrix.of(3, 1, 0, 0, 0));
    Situation found = Given.situation(Given.path(3), people, 0, 1, 1);
    Response done = Given.response(people, 0, 1, 1);
    Exposed nature = new Exposed(2, 0.3, 0.2, 0.3, new MeanExposure());
    var facts = nature.realize(found, done).facts();
    assertThat(facts.get(DecisionFacts.PROBABILITY).toArray())
        .containsExactly(new double[] {0.6, 0.65, 0.8}, within(1e-12));
    assertThat(facts.get(DecisionFacts.under(0)).toArray())
        .containsExactly(new double[] {0.6, 0.45, 0.6}, within(1e-12));
    ExposedLaw law = new ExposedLaw(EarlyWarningLaw.HALF, 1.5, new MeanExposure());
    double half = 1 / (1 + Math.exp(-1.5 * 0.5));
    assertThat(law.realize(found, done).facts().get(DecisionFacts.under(1)).get(1))
        .isCloseTo(half, within(1e-12));
    assertThatThrownBy(() -> new Exposed(2, 0.9, 0.2, 0.3, new MeanExposure()).realize(found, done))
        .hasMessageContaining("probability of individual");
  }

  /** A law that says 1/2 of everyone. */
  private record EarlyWarningLaw() implements OutcomeModel {
    static final EarlyWarningLaw HALF = new EarlyWarningLaw();

    @Override
    public int decisions() {
      return 2;
    }

    @Override
    public void probabilities(double[] features, double[] into) {
      into[0] = 0.5;
      into[1] = 0.5;
    }
  }

  @Test
  void bandsFollowOutcomesAndStayWithinTheirEnds() {
    Population people = Population.of(Matrix.of(4, 2, 0, 0, 0, 0, 1, 4, 1, 3));
    Situation found = Given.situation(Network.of(4), people, 0, 0, 0, 0);
    Population next =
        new BandProgress(1, 4)
            .next(found, Given.response(people, 0, 0, 0, 0), Column.of(1, 0, 0, 1), people);
    assertThat(next.features()).isEqualTo(Matrix.of(4, 2, 0, 0, 0, 1, 1, 4, 1, 2));
    assertThat(next.baseFeatures()).isEqualTo(people.features());
    assertThatThrownBy(
            () ->
                new BandProgress(2, 4)
                    .next(found, Given.response(people, 0, 0, 0, 0), Column.of(1, 0, 0, 1), people))
        .hasMessageContaining("feature: 2");
  }

  /** 50 000 students; each of 10 frequencies is off by .015 with 2 exp(-22.5) = 3.4e-10. */
  @Test
  void schoolsHaveTheSharesAskedFor() {
    Sample sample = School.usual().draw(50_000, Randomness.of(20260613).at(Draw.FEATURES, 0));
    assertThat(sample.names()).containsExactly("low-income", "band");
    for (int kind = 0; kind < 10; kind++) {
      int group = kind / 5;
      int band = kind % 5;
      double share =
          Column.generate(
                  50_000,
                  i ->
                      sample.features().get(i, 0) == group && sample.features().get(i, 1) == band
                          ? 1
                          : 0)
              .mean();
      assertThat(share).isCloseTo(EarlyWarning.shares().get(kind), within(0.015));
    }
  }

  @Test
  void classesAreTheCliquesOfTheirSize() {
    Sample sample =
        new School(0.4, Values.each(1, 1), OptionalInt.of(4))
            .draw(10, Randomness.of(1).at(Draw.FEATURES, 0));
    Network network = new Cliques(4).generate(10, Randomness.of(1).at(Draw.NETWORK, 0));
    for (int i = 0; i < 10; i++) {
      assertThat(network.degree(i)).isEqualTo(i < 8 ? 3 : 1);
      for (int k = 0; k < network.degree(i); k++) {
        assertThat(sample.features().get(network.neighbor(i, k), 2))
            .isEqualTo(sample.features().get(i, 2));
      }
    }
  }
}
