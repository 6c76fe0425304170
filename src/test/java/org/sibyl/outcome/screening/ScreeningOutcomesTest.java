package org.sibyl.outcome.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.screening.Scores;
import org.sibyl.behavior.screening.WithinReach;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Randomness;
import org.sibyl.outcome.RecordedLabels;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.MarginedForecast;
import org.sibyl.prediction.risk.MeanRisk;
import org.sibyl.prediction.risk.RiskTarget;
import org.sibyl.prediction.risk.SafetyMargin;

class ScreeningOutcomesTest {
  private static final int MANY = 200_000;

  private static Situation situation(Population people, int round, double lambda) {
    return Scores.situation(people, Network.of(people.size()), round, lambda);
  }

  /**
   * Who moves by s fails with probability 1 - effect s: R(d, l) = (1 - effect s) F(c_d + s) + what
   * stands between there and c. Three standard errors of 200 000 people, false alarm .0027 each.
   */
  @ParameterizedTest
  @CsvSource({".7, .7, 2", ".7, .4, 2", "1.1, 1.1, 2", ".5, .5, 0", ".5, .5, 20"})
  void improvementLowersTheRiskOfThoseWhoMove(double deployed, double judged, double effect) {
    double s = .1;
    Population people = Scores.grid(MANY);
    Situation found = situation(people, 1, deployed);
    Response shown = Scores.shown(new WithinReach(s, false), people, deployed);
    Column labels = new Improving(effect, new RecordedLabels()).realize(found, shown).labels();
    double moved = 1 - deployed + s;
    double fails = Math.max(0, 1 - effect * s);
    double expected = fails * moved + Math.max(0, 1 - judged - moved);
    assertThat(Scores.risk(0, shown, labels, judged))
        .isCloseTo(expected, within(3 * .5 / Math.sqrt(MANY)));
  }

  @Test
  void withoutEffortLabelsStay() {
    Population people = Scores.of(.2, .9).with(Attribute.LABEL, Column.of(1, .5));
    Response still = new Response(Column.of(0, 0), people.features());
    Situation found = situation(people, 1, .5);
    assertThat(new Improving(100, new RecordedLabels()).realize(found, still).labels())
        .isEqualTo(Column.of(1, .5));
    Response worse = new Response(Column.of(0, 0), Matrix.of(2, 1, .3, 1));
    assertThat(new Improving(100, new RecordedLabels()).realize(found, worse).labels())
        .isEqualTo(Column.of(1, .5));
  }

  /** Mean 1/2 and variance 1/12 of 200 000 uniform costs, 4 standard errors: .00006 each. */
  @Test
  void costsAreUniformAndNewInEachRound() {
    Population people = Scores.grid(MANY);
    Response shown = new Response(Column.constant(MANY, 0), people.features());
    Column one = new DefaultCost().realize(situation(people, 1, .5), shown).labels();
    Column two = new DefaultCost().realize(situation(people, 2, .5), shown).labels();
    assertThat(one.mean()).isCloseTo(.5, within(4 / Math.sqrt(12.0 * MANY)));
    double squares = Column.generate(MANY, i -> one.get(i) * one.get(i)).mean();
    assertThat(squares).isCloseTo(1 / 3.0, within(4 * .3 / Math.sqrt(MANY)));
    double products = Column.generate(MANY, i -> one.get(i) * two.get(i)).mean();
    assertThat(products).isCloseTo(.25, within(4 * .3 / Math.sqrt(MANY)));
    Population good = people.with(Attribute.LABEL, Column.constant(MANY, 0));
    assertThat(new DefaultCost().realize(situation(good, 1, .5), shown).labels().sum()).isZero();
  }

  /**
   * Production 1.1 times the forecast: 110, 220; the second moment is relieved of .2 * (110 - 90).
   */
  @Test
  void aShareOfWhatWasTooMuchServesTheNextMoment() {
    Population moments =
        Population.of(Matrix.of(3, 1, 100, 200, 300))
            .with(Attribute.LABEL, Column.of(90, 230, 350));
    MarginedForecast rule = new MarginedForecast(2, .05);
    Column production = rule.predict(moments.features(), Randomness.of(1).at(Draw.DEPLOYMENT, 0));
    assertThat(production.get(1)).isCloseTo(220, within(1e-12));
    Situation found =
        new Situation(
            new Deployment(1, rule, production), moments, Network.of(3), Randomness.of(1));
    Response shown = new Response(Column.constant(3, 0), moments.features());
    Column load = new CarriedLoad(.2).realize(found, shown).labels();
    assertThat(load.toArray())
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(90, 230 - .2 * 20, 350 + .2 * 10);
    // shortfalls of the rule of lambda 0: 0, 26 and 52; of lambda 2: 0, 6 and 22
    RiskTarget target = new RiskTarget(new SafetyMargin(.05), new MeanRisk(), 1);
    assertThat(target.risk(moments.features(), load, 0)).isCloseTo(78 / 3.0, within(1e-12));
    assertThat(target.risk(moments.features(), load, 2)).isCloseTo(28 / 3.0, within(1e-12));
    assertThat(target.rule().greatestLoss()).isInfinite();
  }
}
