package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.Given;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Situation;
import org.sibyl.behavior.social.Moving;
import org.sibyl.behavior.social.Relocation;
import org.sibyl.learning.Unchanging;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Matrix;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.drawn.Contentment;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.population.source.Residents;
import org.sibyl.population.source.Settlement;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Forecast;
import org.sibyl.prediction.Model;
import org.sibyl.prediction.Silence;

/** Schelling's residents: who is near, who moves, where to, and what predictions do to it. */
class NeighborhoodTest {
  private static final Residents TOWN = new Residents(4, 10, 10, 1, true);
  private static final ResponseModel PEER = new Moving(0.4, 0.15, 8);
  private static final ResponseModel EVERYONE = (individual, situation, own) -> own.act(1);

  private static PopulationDesign design(Residents residents, double trust) {
    return new PopulationDesign(
        OptionalInt.empty(), Values.all(0.8), Values.all(trust), Optional.of(residents));
  }

  private static Dynamics dynamics(Residents residents, ResponseModel response, int replicate) {
    PopulationDesign design = design(residents, 1);
    return Maps.dynamics(response, new Contentment(0.4, design), new Relocation(design))
        .with(Maps.RANDOMNESS.replicate(replicate));
  }

  private static World world(Residents residents, int size, double trust, int replicate) {
    Population people =
        design(residents, trust)
            .build(size, Maps.RANDOMNESS.replicate(replicate).at(Draw.FEATURES, 0));
    return World.first(people, Network.of(size), new Unchanging(new Silence()));
  }

  private static Model say(int size, double probability) {
    return new Forecast(Column.constant(size, probability));
  }

  private static int[] places(Residents residents, Population people) {
    Settlement settled = Settlement.of(residents, people.features());
    return IntStream.range(0, people.size()).map(settled::place).toArray();
  }

  private static double own(World world) {
    return world.population().features().column(Settlement.OWN_TYPE).mean();
  }

  /** Types 0 1 0 1 0 at (0, 0), (0, 1), (1, 1), (3, 3) and, the last, where it is said. */
  @ParameterizedTest
  @CsvSource({
    "4, 1, false, 2, 3, 0, 4, 0, 3",
    "4, 1, true, 2, 2, 0, 4, 0, 3",
    "4, 2, true, 2, 3, 1.5, 3, 1.5, 3",
    "4, 9, true, 2, 3, 1.5, 3, 1.5, 3",
    "9, 1, false, 8, 3, 0, 3, 6, 6",
    "9, 1, true, 8, 4, 0, 3, 6, 6"
  })
  void whoIsNearByHand(
      int length,
      int radius,
      boolean wrapping,
      int last,
      double a,
      double b,
      double c,
      double d,
      double e) {
    int[] row = {0, 0, 1, 3, last};
    int[] column = {0, 1, 1, 3, last};
    double[] entries = new double[25];
    for (int i = 0; i < 5; i++) {
      entries[i * 5 + 1] = row[i];
      entries[i * 5 + 2] = column[i];
      entries[i * 5 + 3 + i % 2] = 1;
    }
    double[] sixths = {a, b, c, d, e};
    Residents residents = new Residents(2, length, length, radius, wrapping);
    Settlement found = Settlement.of(residents, Matrix.of(5, 5, entries));
    for (int i = 0; i < 5; i++) {
      assertThat(found.ownType().get(i)).isCloseTo(sixths[i] / 6, within(1e-15));
      assertThat(found.place(i)).isEqualTo(row[i] * length + column[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "1, 7", "3, 2", "4, 5"})
  void onAGridThatWrapsNobodyIsNearTwice(int rows, int columns) {
    Residents full = new Residents(3, rows, columns, 5, true);
    int size = rows * columns;
    Population people = world(full, size, 1, 0).population();
    for (int i = 0; i < size; i++) {
      double same = StrictMath.floorDiv(size - 1 - i % 3, 3); // of its type, besides itself
      assertThat(people.features().get(i, Settlement.OWN_TYPE))
          .isCloseTo(same / (size - 1), within(1e-15));
    }
  }

  /**
   * Where places are drawn, each neighbor is of one's type with probability (m - 1) / (n - 1): 11
   * of 22 people on 25 places, where everyone has at least 5. The mean share of 20 000 towns lies
   * in [0, 1] each, so it strays by .0224 with chance 4e-9.
   */
  @Test
  void byChanceSharesAreThoseOfTheTown() {
    Residents residents = new Residents(2, 5, 5, 1, true);
    double sum = 0;
    for (int k = 0; k < 20_000; k++) {
      sum += own(world(residents, 22, 1, k));
    }
    assertThat(sum / 20_000).isCloseTo(10.0 / 21, within(Maps.frequencyStrays(20_000)));
  }

  @Test
  void nobodyIsLostAndLabelsBelongToWhereTheRoundEnds() {
    Dynamics dynamics = dynamics(TOWN, PEER, 0);
    for (Round round : Play.rounds(dynamics, world(TOWN, 50, 1, 0), 40)) {
      int[] before = places(TOWN, round.before().population());
      int[] after = places(TOWN, round.revised());
      assertThat(after).doesNotHaveDuplicates();
      assertThat(IntStream.of(after)).allMatch(place -> 0 <= place && place < 100);
      Matrix left = round.revised().features();
      for (int i = 0; i < 50; i++) {
        assertThat(after[i] != before[i]).isEqualTo(round.response().actions().get(i) == 1);
        assertThat(round.outcomes().labels().get(i))
            .isEqualTo(left.get(i, Settlement.OWN_TYPE) >= 0.4 ? 1 : 0);
        for (int type = 0; type < 4; type++) {
          assertThat(left.get(i, 3 + type)).isEqualTo(i % 4 == type ? 1 : 0);
        }
      }
      assertThat(round.revised().column(Attribute.ACTION)).isEqualTo(round.response().actions());
    }
  }

  @Test
  void whoAsksForNothingStays() {
    ResponseModel nothing = new Moving(0, 0.15, Double.POSITIVE_INFINITY);
    World first = world(TOWN, 50, 1, 0);
    Round round = dynamics(TOWN, nothing, 0).play(first);
    assertThat(round.response().actions().sum()).isZero();
    assertThat(round.revised().features()).isEqualTo(first.population().features());
    ResponseModel everything = new Moving(1, 0.15, Double.POSITIVE_INFINITY);
    Round moved = dynamics(TOWN, everything, 0).play(first);
    for (int i = 0; i < 50; i++) {
      double own = first.population().features().get(i, Settlement.OWN_TYPE);
      assertThat(moved.response().actions().get(i)).isEqualTo(own < 1 ? 1 : 0);
    }
  }

  @Test
  void inAFullTownThereIsNowhereToGo() {
    World full = world(TOWN, 100, 1, 0);
    Round round = dynamics(TOWN, EVERYONE, 0).play(full);
    assertThat(round.revised().features()).isEqualTo(full.population().features());
    assertThatThrownBy(() -> world(TOWN, 101, 1, 0))
        .hasMessage("size: 101 is more than the 100 places of the grid.");
  }

  /**
   * Two people and one vacant place: who goes first takes it, the other then takes the place that
   * was left. Either goes first in half of 4000 rounds, which strays by .05 with chance 4e-9.
   */
  @Test
  void theOrderIsDrawnAndPlacesFallVacant() {
    Residents three = new Residents(2, 1, 3, 1, false);
    World world = world(three, 2, 1, 0);
    int[] before = places(three, world.population());
    int vacant = 3 - before[0] - before[1];
    int zeroFirst = 0;
    for (int k = 0; k < 4000; k++) {
      int[] after = places(three, dynamics(three, EVERYONE, k).play(world).revised());
      boolean first = after[0] == vacant && after[1] == before[0];
      assertThat(first || after[1] == vacant && after[0] == before[1]).isTrue();
      zeroFirst += first ? 1 : 0;
    }
    assertThat(zeroFirst / 4000.0).isCloseTo(0.5, within(Maps.frequencyStrays(4000)));
  }

  /** One mover, three vacant places: each is drawn in a third of 6000 rounds. */
  @Test
  void everyVacantPlaceIsAsLikely() {
    Residents four = new Residents(1, 2, 2, 1, false);
    World world = world(four, 1, 1, 0);
    int[] counts = new int[4];
    for (int k = 0; k < 6000; k++) {
      counts[places(four, dynamics(four, EVERYONE, k).play(world).revised())[0]]++;
    }
    int home = places(four, world.population())[0];
    for (int place = 0; place < 4; place++) {
      assertThat(counts[place] / 6000.0)
          .isCloseTo(place == home ? 0 : 1.0 / 3, within(Maps.frequencyStrays(6000)));
    }
    assertThat(counts[home]).isZero();
  }

  /**
   * The probability of moving: H is .4 - .15 * trust * (p - 1/2), kept in [0, 1]. 20 000 people
   * stray by .0224 with chance 4e-9.
   */
  @ParameterizedTest
  @CsvSource({
    "0.4, 0.15, 1, 0.9, 0.3, 0.34",
    "0.4, 0.15, 1, 0.1, 0.3, 0.46",
    "0.4, 1, 0.5, 1, 0.3, 0.15",
    "0.4, 2, 1, 1, 0.1, 0",
    "0.6, 2, 1, 0, 0.9, 1"
  })
  void peopleMoveAsOftenAsTheyShould(
      double threshold, double sway, double trust, double told, double share, double asked) {
    int size = 20_000;
    Population people =
        Population.of(Column.constant(size, share).asMatrix())
            .with(Attribute.TRUST, Column.constant(size, LogOdds.of(trust)));
    Response done =
        Given.respond(
            new Moving(threshold, sway, 8),
            new Situation(
                new Deployment(1, say(size, told), Column.constant(size, told)),
                people,
                Network.of(size),
                Maps.RANDOMNESS));
    assertThat(done.actions().mean())
        .isCloseTo(
            1 / (1 + StrictMath.exp(-8 * (asked - share))), within(Maps.frequencyStrays(size)));
  }

  @Test
  void aHalfAndNothingAndDistrustAreTheSame() {
    Dynamics dynamics = dynamics(TOWN, PEER, 0);
    World trusting = world(TOWN, 50, 1, 0);
    World distrustful = world(TOWN, 50, 0, 0);
    Matrix silent = end(dynamics, trusting, new Silence());
    assertThat(end(dynamics, trusting, say(50, 0.5))).isEqualTo(silent);
    assertThat(end(dynamics, distrustful, say(50, 0.9))).isEqualTo(silent);
    assertThat(end(dynamics, trusting, say(50, 0.9))).isNotEqualTo(silent);
  }

  /** Who moves though it is told that it will be content moves too when told that it will not. */
  @Test
  void promisesKeepPeopleWhereTheyAre() {
    Dynamics dynamics = dynamics(TOWN, new Moving(0.4, 0.5, 8), 0);
    World world = world(TOWN, 50, 1, 0);
    Column low = dynamics.play(world, say(50, 0)).response().actions();
    Column high = dynamics.play(world, say(50, 1)).response().actions();
    for (int i = 0; i < 50; i++) {
      assertThat(high.get(i)).isLessThanOrEqualTo(low.get(i));
    }
    assertThat(high.sum()).isLessThan(low.sum());
  }

  /**
   * People ask for .4 and end up with more of their own than chance gives, 576 / 2450 = .235 for
   * who has neighbors. No closed form: .426 was measured, with a standard error of .014 over 40
   * towns, so the bounds are more than five of them away.
   */
  @Test
  void townsSegregate() {
    double late = 0;
    for (int k = 0; k < 40; k++) {
      List<Round> rounds = Play.rounds(dynamics(TOWN, PEER, k), world(TOWN, 50, 1, k), 100);
      late += own(rounds.get(99).after()) / 40;
    }
    assertThat(late).isBetween(0.35, 0.5);
  }

  @Test
  void theSameSeedIsTheSameTown() {
    Matrix once = end(dynamics(TOWN, PEER, 3), world(TOWN, 50, 1, 3), new Silence());
    assertThat(end(dynamics(TOWN, PEER, 3), world(TOWN, 50, 1, 3), new Silence())).isEqualTo(once);
    assertThat(end(dynamics(TOWN, PEER, 4), world(TOWN, 50, 1, 3), new Silence()))
        .isNotEqualTo(once);
  }

  private static Matrix end(Dynamics dynamics, World first, Model model) {
    World world = first;
    for (int k = 0; k < 10; k++) {
      world = dynamics.play(world, model).after();
    }
    return world.population().features();
  }

  @Test
  void otherPeopleAreRefused() {
    PopulationDesign others =
        new PopulationDesign(OptionalInt.empty(), Values.all(0.8), Values.all(1));
    assertThatThrownBy(() -> new Contentment(1, others)).hasMessageStartingWith("outcome: ");
    assertThatThrownBy(() -> new Relocation(others))
        .hasMessageStartingWith("carryover: relocation needs people on a grid.");
  }
}
