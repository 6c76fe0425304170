package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.Given;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.social.DiseaseStages;
import org.sibyl.behavior.social.Isolation;
import org.sibyl.learning.Unchanging;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.Contagion;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.Outbreak;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.LogisticModel;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Silence;

/** Isolation, contagion and the stages of a disease against what can be calculated. */
class EpidemicTest {
  private static final ResponseModel GO_OUT = (individual, situation, own) -> own.act(0);
  private static final ResponseModel AS_TOLD = new Isolation(1e6, 0.5, 0, 0);
  private static final PopulationDesign DESIGN =
      new PopulationDesign(
          OptionalInt.empty(),
          Values.all(0.8),
          Values.all(1),
          Optional.of(new Outbreak(0.5, 0, 0)));

  /** People in stages s, i or r, all of vulnerability 1. */
  private static Population people(String stages, double trust) {
    double[] entries = new double[stages.length() * 5];
    for (int i = 0; i < stages.length(); i++) {
      entries[i * 5 + Outbreak.INFECTIOUS] = stages.charAt(i) == 'i' ? 1 : 0;
      entries[i * 5 + Outbreak.IMMUNE] = stages.charAt(i) == 'r' ? 1 : 0;
      entries[i * 5 + Outbreak.VULNERABILITY] = 1;
      entries[i * 5 + 4] = 1;
    }
    return people(Matrix.of(stages.length(), 5, entries), trust);
  }

  private static Population people(Matrix features, double trust) {
    int size = features.rows();
    return Population.of(features)
        .with(Attribute.TRUST, Column.constant(size, LogOdds.of(trust)))
        .with(Attribute.ACTION, Column.constant(size, Attribute.NO_ACTION));
  }

  private static String stages(Population people) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < people.size(); i++) {
      boolean sick = people.features().get(i, Outbreak.INFECTIOUS) == 1;
      text.append(sick ? 'i' : people.features().get(i, Outbreak.IMMUNE) == 1 ? 'r' : 's');
    }
    return text.toString();
  }

  private static Dynamics dynamics(
      ResponseModel response, double transmission, double protection, double recovery) {
    return Maps.dynamics(
        response,
        new Contagion(transmission, protection, DESIGN),
        new DiseaseStages(recovery, 0, DESIGN));
  }

  private static Model say(int size, double... each) {
    return new Forecast(Column.generate(size, i -> each.length == 1 ? each[0] : each[i]));
  }

  /** Everybody sees the next three on either side. */
  private static Network ring(int size) {
    int[][] edges = new int[3 * size][];
    Arrays.setAll(edges, e -> new int[] {e / 3, (e / 3 + e % 3 + 1) % size});
    return Network.of(size, edges);
  }

  private static World world(Population people, Network network) {
    return World.first(people, network, new Unchanging(new Silence()));
  }

  /** All who were ever infected at the end, those of the beginning included. */
  private static int finalSize(Dynamics dynamics, World first) {
    World world = first;
    int infected = (int) sick(world.population()).sum();
    while (sick(world.population()).sum() > 0) {
      assertThat(world.round()).isLessThan(500);
      Round round = dynamics.play(world);
      infected += (int) round.outcomes().labels().sum();
      world = round.after();
    }
    return infected;
  }

  /** 36 000 independent infections: the frequency strays by .0167 with chance 4e-9. */
  @Test
  void everyoneMeetsEveryone() {
    World world = world(people("i".repeat(40) + "s".repeat(360), 1), Given.complete(400));
    Dynamics dynamics = dynamics(GO_OUT, 0.01, 1, 0.5);
    int replicates = 100;
    double infected = 0;
    for (int k = 0; k < replicates; k++) {
      Round round = dynamics.with(Maps.RANDOMNESS.replicate(k)).play(world);
      infected += round.outcomes().labels().sum();
    }
    assertThat(infected / (360 * replicates))
        .isCloseTo(1 - StrictMath.pow(0.99, 40), within(Maps.frequencyStrays(360 * replicates)));
  }

  /** A star whose center is told to isolate, and of whose infectious leaves one is. */
  @Test
  void exposureByHand() {
    Matrix features =
        Matrix.of(
            5, 5, 0, 0, 0, 1.5, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1);
    World world = world(people(features, 1), Given.star(4));
    Round round = dynamics(AS_TOLD, 1, 0.6, 0).play(world, say(5, 1, 0, 0, 1, 0));
    Column exposure = round.outcomes().fact(Contagion.EXPOSURE);
    assertThat(exposure.get(0)).isCloseTo(2 * 0.4 * 1.5, within(1e-15));
    assertThat(exposure.toArray()).endsWith(0, 0, 0, 0);
    assertThat(round.outcomes().labels().toArray()).containsExactly(1, 0, 0, 0, 0);
    Round safe = dynamics(AS_TOLD, 1, 1, 0).play(world, say(5, 1, 0, 0, 1, 0));
    assertThat(safe.outcomes().labels().sum()).isZero();
  }

  /** A fractional exposure is one of the exponent: 1 - .5^.5 of 20 000, strays by .0224. */
  @Test
  void halfAnExposureIsARoot() {
    int pairs = 20_000;
    int[][] edges = new int[pairs][];
    Arrays.setAll(edges, k -> new int[] {2 * k, 2 * k + 1});
    World world = world(people("is".repeat(pairs), 1), Network.of(2 * pairs, edges));
    double[] told = new double[2 * pairs];
    Arrays.setAll(told, i -> i % 2);
    Round round = dynamics(AS_TOLD, 0.5, 0.5, 0).play(world, say(2 * pairs, told));
    assertThat(round.outcomes().labels().sum() / pairs)
        .isCloseTo(1 - StrictMath.sqrt(0.5), within(Maps.frequencyStrays(pairs)));
  }

  /**
   * On a path of three that begins at one end, a neighbor is infected before recovery with
   * probability p = beta / (1 - (1 - beta) (1 - gamma)). In 20 000 paths frequencies stray by .0224
   * with chance 4e-9 each.
   */
  @Test
  void finalSizesOfPathsOfThree() {
    int paths = 20_000;
    int[][] edges = new int[2 * paths][];
    Arrays.setAll(edges, e -> new int[] {e / 2 * 3 + e % 2, e / 2 * 3 + e % 2 + 1});
    World world = world(people("iss".repeat(paths), 1), Network.of(3 * paths, edges));
    Dynamics dynamics = dynamics(GO_OUT, 0.4, 1, 0.3);
    while (sick(world.population()).sum() > 0) {
      assertThat(world.round()).isLessThan(500);
      world = dynamics.play(world).after();
    }
    String end = stages(world.population());
    double[] sizes = new double[4];
    for (int k = 0; k < paths; k++) {
      String path = end.substring(3 * k, 3 * k + 3);
      sizes[(int) path.chars().filter(c -> c == 'r').count()] += 1.0 / paths;
    }
    double p = 0.4 / (1 - 0.6 * 0.7);
    double strays = Maps.frequencyStrays(paths);
    assertThat(sizes[1]).isCloseTo(1 - p, within(strays));
    assertThat(sizes[2]).isCloseTo(p * (1 - p), within(strays));
    assertThat(sizes[3]).isCloseTo(p * p, within(strays));
  }

  /**
   * Infectious for one round, among 1000 who all meet. With R below 1 the total exceeds 100 only if
   * the first 100 infect 90: at most a Poisson number of mean 50, chance 2e-7. With R = 2 a share z
   * is infected, 1 - z = .99 exp(-2 z), z = .80; it strays by .2, six deviations of about 1 /
   * sqrt(1000), or dies out at once, .2^10, with a chance of about 1e-7.
   */
  @ParameterizedTest
  @CsvSource({"0.0005, 0, 10, 100", "0.002, 0, 600, 999", "0.002, 750, 10, 100"})
  void epidemicsGrowWhereEveryCaseMakesMoreThanOne(
      double transmission, int immune, int least, int most) {
    String stages = "i".repeat(10) + "r".repeat(immune) + "s".repeat(990 - immune);
    World world = world(people(stages, 1), Given.complete(1000));
    assertThat(finalSize(dynamics(GO_OUT, transmission, 1, 1), world)).isBetween(least, most);
  }

  /** The higher the risk that all are told, the fewer it befalls: person by person. */
  @Test
  void predictionsNegateThemselves() {
    World world = world(people("isssssssss".repeat(60), 0.7), ring(600));
    Dynamics once = dynamics(new Isolation(6, 0.4, 0, 0.1), 0.3, 0.5, 0.4);
    Dynamics forGood = dynamics(new Isolation(6, 0.4, 0, 0.1), 0.3, 0.5, 0);
    Round former = once.play(world, say(600, 0));
    Population formerEnd = end(forGood, world, say(600, 0));
    Round first = former;
    for (int level = 1; level <= 10; level++) {
      Round round = once.play(world, say(600, level / 10.0));
      assertWithin(round.outcomes().labels(), former.outcomes().labels());
      assertWithin(former.response().actions(), round.response().actions());
      Population end = end(forGood, world, say(600, level / 10.0));
      assertWithin(sick(end), sick(formerEnd)); // without recovery also over rounds
      former = round;
      formerEnd = end;
    }
    assertThat(former.outcomes().labels().sum()).isLessThan(first.outcomes().labels().sum() / 2);
  }

  private static Population end(Dynamics dynamics, World first, Model model) {
    World world = first;
    for (int k = 0; k < 8; k++) {
      world = dynamics.play(world, model).after();
    }
    return world.population();
  }

  private static Column sick(Population people) {
    return people.features().column(Outbreak.INFECTIOUS);
  }

  private static void assertWithin(Column fewer, Column more) {
    for (int i = 0; i < fewer.size(); i++) {
      assertThat(fewer.get(i)).isLessThanOrEqualTo(more.get(i));
    }
  }

  @Test
  void whoTrustsNobodyIsTheSameWhateverIsSaid() {
    World world = world(people("isssssssss".repeat(60), 0), ring(600));
    Dynamics dynamics = dynamics(new Isolation(6, 0.4, 0.1, 0.3), 0.3, 0.5, 0.4);
    Population silent = end(dynamics, world, new Silence());
    for (double told : new double[] {0, 0.3, 1}) {
      assertThat(end(dynamics, world, say(600, told))).isEqualTo(silent);
    }
    World trusting = world(people("isssssssss".repeat(60), 1), ring(600));
    assertThat(sick(end(dynamics, trusting, say(600, 1)))).isNotEqualTo(sick(silent));
  }

  /** The same two predictions in another order end elsewhere. */
  @Test
  void theOrderOfPredictionsMatters() {
    World world = world(people("iss", 1), Given.path(3));
    Dynamics dynamics = dynamics(AS_TOLD, 1, 1, 1);
    World late = dynamics.play(dynamics.play(world, say(3, 0)).after(), say(3, 1)).after();
    World early = dynamics.play(dynamics.play(world, say(3, 1)).after(), say(3, 0)).after();
    assertThat(stages(late.population())).isEqualTo("rrs");
    assertThat(stages(early.population())).isEqualTo("rss");
  }

  /** Hard choices: customs last between cost - habit and cost, whichever was there before. */
  @Test
  void habitMakesTwoCustomsLast() {
    Dynamics dynamics = dynamics(new Isolation(1e6, 0.5, 0.3, 0), 0, 1, 0);
    World world = world(people("ssss", 1), Given.path(4));
    double[] told = {0.4, 0.6, 0.4, 0.21, 0.19, 0.4};
    double[] isolate = {0, 1, 1, 1, 0, 0};
    for (int k = 0; k < told.length; k++) {
      Round round = dynamics.play(world, say(4, told[k]));
      assertThat(round.response().actions().toArray()).containsOnly(isolate[k]);
      world = round.after();
    }
  }

  /**
   * Soft choices are a chain of two states, whose stationary share is a / (a + 1 - b). It forgets
   * where it began at a rate of b - a = .18; 20 000 people stray by .0224.
   */
  @Test
  void habitHasAStationaryShare() {
    Dynamics dynamics = dynamics(new Isolation(4, 0.5, 0.2, 0.1), 0, 1, 0);
    World world = world(people("s".repeat(20_000), 0.5), Network.of(20_000));
    Model told = say(20_000, 0.6); // believed .35
    for (int k = 0; k < 12; k++) {
      world = dynamics.play(world, told).after();
    }
    double a = 1 / (1 + StrictMath.exp(-4 * (0.35 - 0.5)));
    double b = 1 / (1 + StrictMath.exp(-4 * (0.55 - 0.5)));
    assertThat(dynamics.play(world, told).response().actions().mean())
        .isCloseTo(a / (a + 1 - b), within(Maps.frequencyStrays(20_000)));
  }

  /** What a published model will say of people they know, and what it says is of last round. */
  @Test
  void publishedModelsAreReadBeforeTheySpeak() {
    World world = world(people("isssssssss".repeat(60), 1), ring(600));
    Dynamics dynamics = dynamics(new Isolation(6, 0.4, 0, 0.1), 0.3, 0.5, 0.4);
    World second = dynamics.play(world).after();
    Round published = dynamics.play(second, new LogisticModel(Column.of(3, -2, -1, 0.5, -1)));
    assertThat(published.deployment().predictions().mean()).isStrictlyBetween(0.1, 0.9);
    Round told = dynamics.play(second, new Forecast(published.deployment().predictions()));
    assertThat(told.response()).isEqualTo(published.response());
    assertThat(told.outcomes()).isEqualTo(published.outcomes());
    assertThatThrownBy(() -> dynamics.play(second, Maps.linear(0, 0, 0, 0, 1.2)))
        .hasMessageStartingWith("behavior: prediction 1.2 of individual 0 is no probability");
  }

  @Test
  void stagesAndNeighborsAreCountedAfterTheRound() {
    World world = world(people("iss", 1), Given.path(3));
    World next = dynamics(GO_OUT, 1, 1, 1).play(world).after();
    assertThat(stages(next.population())).isEqualTo("ris");
    assertThat(next.population().features().column(Outbreak.AROUND).toArray())
        .containsExactly(1, 0, 1);
    assertThat(next.population().column(Attribute.ACTION).toArray()).containsOnly(0);
    World end = dynamics(GO_OUT, 1, 1, 0).play(next).after();
    assertThat(stages(end.population())).isEqualTo("rii");
    assertThat(end.population().features().column(Outbreak.AROUND).toArray())
        .containsExactly(1, 0.5, 1);
    Dynamics waning =
        Maps.dynamics(GO_OUT, new Contagion(1, 1, DESIGN), new DiseaseStages(0, 1, DESIGN));
    assertThat(stages(waning.play(end).after().population())).isEqualTo("sii");
  }

  @Test
  void otherPeopleAreRefused() {
    PopulationDesign others =
        new PopulationDesign(OptionalInt.empty(), Values.all(0.8), Values.all(1));
    assertThatThrownBy(() -> new Contagion(1, 1, others)).hasMessageStartingWith("outcome: ");
    assertThatThrownBy(() -> new DiseaseStages(1, 1, others))
        .hasMessageStartingWith("carryover: disease-stages needs people in an epidemic.");
  }
}
