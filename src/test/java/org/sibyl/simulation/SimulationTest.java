package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sibyl.learning.FixedForecast;
import org.sibyl.numeric.Values;
import org.sibyl.numeric.Workers;
import sim.engine.Sequence;
import sim.engine.Steppable;

/**
 * The same rounds on MASON's schedule, by plain play, in any order and on any number of threads.
 */
class SimulationTest {
  private static final int SIZE = 5000;
  private static final int ROUNDS = 6;

  private static List<Round> onSchedule(Simulation simulation) {
    simulation.start();
    List<Round> rounds = new ArrayList<>();
    for (int k = 0; k < ROUNDS; k++) {
      rounds.add(simulation.playRound());
    }
    simulation.finish();
    return rounds;
  }

  private static List<Round> byPlay(Dynamics dynamics, World first) {
    List<Round> rounds = new ArrayList<>();
    World world = first;
    for (int k = 0; k < ROUNDS; k++) {
      rounds.add(dynamics.play(world));
      world = rounds.get(k).after();
    }
    return rounds;
  }

  private static void assertSame(List<Round> rounds, List<Round> expected) {
    assertThat(rounds).hasSameSizeAs(expected);
    for (int k = 0; k < rounds.size(); k++) {
      assertThat(rounds.get(k).response()).isEqualTo(expected.get(k).response());
      assertThat(rounds.get(k).outcomes()).isEqualTo(expected.get(k).outcomes());
      assertThat(rounds.get(k).cohort()).isEqualTo(expected.get(k).cohort());
      assertThat(rounds.get(k).after().sameState(expected.get(k).after())).isTrue();
      assertThat(rounds.get(k).after().round()).isEqualTo(k + 2);
    }
  }

  @Test
  void theScheduleGivesTheSameRoundsAsPlay() {
    World first = Worlds.world(SIZE);
    List<Round> played = byPlay(Worlds.dynamics(), first);
    assertSame(onSchedule(new Simulation(Worlds.dynamics(), first)), played);
    // the world is lively: people differ, and rounds do
    assertThat(played.get(2).response().actions().mean()).isStrictlyBetween(0.01, 0.99);
    assertThat(played.get(2).response()).isNotEqualTo(played.get(1).response());
  }

  /** Engine test U1: replay with the same seed, on one thread and on eight. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void threadsDoNotMatter(int threads) {
    World first = Worlds.world(SIZE);
    List<Round> played = byPlay(Worlds.dynamics(), first);
    Dynamics parallel = Worlds.dynamics(new Workers(threads));
    assertSame(byPlay(parallel, first), played);
    assertSame(onSchedule(new Simulation(parallel, first)), played);
  }

  @Test
  void theOrderOfIndividualsDoesNotMatter() {
    World first = Worlds.world(SIZE);
    Simulation reversed =
        new Simulation(Worlds.dynamics(), first) {
          @Override
          protected Steppable respondents(Steppable[] everyone) {
            List<Steppable> backwards = Arrays.asList(everyone);
            Collections.reverse(backwards);
            return new Sequence(backwards.toArray(Steppable[]::new));
          }
        };
    assertSame(onSchedule(reversed), byPlay(Worlds.dynamics(), first));
  }

  @Test
  void whoIsTakenOutOfTheSequenceKeepsItsRowAndOnlyThat() {
    World first = Worlds.dynamics().play(Worlds.world(SIZE)).after();
    Round full = Worlds.dynamics().play(first);
    int absent = whoChanges(first, full);
    Simulation without =
        new Simulation(Worlds.dynamics(), first) {
          @Override
          protected Steppable respondents(Steppable[] everyone) {
            Sequence sequence = new Sequence(everyone);
            sequence.removeSteppable(everyone[absent]);
            return sequence;
          }
        };
    without.start();
    Round round = without.playRound();
    for (int i = 0; i < SIZE; i++) {
      double expected =
          i == absent ? first.population().features().get(i, 0) : full.response().actions().get(i);
      assertThat(round.response().actions().get(i)).isEqualTo(expected);
    }
    assertThat(round.response().actions().get(absent))
        .isNotEqualTo(full.response().actions().get(absent));
  }

  private static int whoChanges(World before, Round round) {
    for (int i = 0; i < SIZE; i++) {
      if (before.population().features().get(i, 0) != round.response().actions().get(i)) {
        return i;
      }
    }
    throw new AssertionError("nobody changes");
  }

  @Test
  void masonsSeedDoesNotReachTheModel() {
    World first = Worlds.world(200);
    Simulation meddled = new Simulation(Worlds.dynamics(), first);
    meddled.setSeed(99);
    meddled.random.setSeed(99);
    assertSame(onSchedule(meddled), byPlay(Worlds.dynamics(), first));
    assertThat(meddled.seed()).isEqualTo(7);
  }

  @Test
  void startingAgainPlaysTheSameRunAgain() {
    Simulation simulation = new Simulation(Worlds.dynamics(), Worlds.world(200));
    assertSame(onSchedule(simulation), onSchedule(simulation));
  }

  @Test
  void observersSeeEveryRoundAndIndividualsShowTheLast() {
    Simulation simulation = new Simulation(Worlds.dynamics(), Worlds.world(200));
    List<Integer> seen = new ArrayList<>();
    simulation.observe(round -> seen.add(round.number()));
    Individual individual = new Individual(3, simulation);
    assertThat(individual.getAction()).isNaN();
    assertThat(individual.getTrust()).isBetween(0.0, 1.0);
    List<Round> rounds = onSchedule(simulation);
    assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6);
    Round last = rounds.get(ROUNDS - 1);
    assertThat(individual.getIndex()).isEqualTo(3);
    assertThat(individual.getAction()).isEqualTo(last.response().actions().get(3));
    assertThat(individual.getPrediction()).isEqualTo(last.deployment().predictions().get(3));
    assertThat(individual.getPayoff()).isEqualTo(last.outcomes().payoffs().get(3));
    assertThat(simulation.lastRound()).contains(last);
  }

  @Test
  void aRoundNeedsAStart() {
    Simulation simulation = new Simulation(Worlds.dynamics(), Worlds.world(20));
    assertThatThrownBy(simulation::playRound)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("start()");
  }

  @Test
  void forecastsOfTheWrongLengthAreRefused() {
    FixedForecast wrong = new FixedForecast(Values.each(0.5, 0.5));
    assertThatThrownBy(() -> Worlds.world(Worlds.network(20), wrong))
        .hasMessage("forecast: has 2 values, but the population has 20. Give one value for each.");
  }
}
