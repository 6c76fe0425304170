package org.sibyl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.Given;
import org.sibyl.Shared;
import org.sibyl.network.Network;
import org.sibyl.numeric.Share;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;

/** Retraining under full trust, section 7 of the specification of the games. */
class RetrainingTest {
  private static final String FIXTURE = "reference/games/rrm_cases.json";

  @Test
  void recordedSequencesOfActions() {
    assertThat(recorded()).hasSize(21);
    for (JsonNode run : recorded()) {
      List<String> expected = new ArrayList<>();
      run.get("actions_sequence").forEach(actions -> expected.add(actions.asText()));
      List<String> states = states(run, expected.size());
      assertThat(states.subList(1, states.size()))
          .as(run.get("label").asText())
          .isEqualTo(expected);
    }
  }

  @Test
  void recordedCycles() {
    for (JsonNode run : recorded()) {
      int tail = run.get("first_index_on_cycle").asInt();
      int length = run.get("cycle_length").asInt();
      List<String> states = states(run, tail + 2 * length);
      assertThat(new HashSet<>(states)).as(run.get("label").asText()).hasSize(tail + length);
      assertThat(states.subList(tail, tail + length))
          .isEqualTo(states.subList(tail + length, tail + 2 * length));
      Set<String> cycle = new HashSet<>();
      run.get("cycle").forEach(state -> cycle.add(state.asText()));
      assertThat(new HashSet<>(states.subList(tail, tail + length))).isEqualTo(cycle);
    }
  }

  @Test
  void recordedTimeBelowTheThreshold() {
    for (JsonNode run : recorded()) {
      int tail = run.get("first_index_on_cycle").asInt();
      int length = run.get("cycle_length").asInt();
      int groups = run.get("n").asInt();
      List<Round> rounds = play(run, tail + length);
      int below = 0;
      for (Round round : rounds.subList(tail, tail + length)) {
        below += groups - Play.successes(round);
      }
      assertThat((double) below / (groups * length))
          .as(run.get("label").asText())
          .isEqualTo(run.get("fraction_below_threshold").asDouble());
    }
  }

  /** The table of section 7.1: all N up to 10, T and k, engine test U6. */
  @Test
  void theMapOfCountsOnCompleteGraphs() {
    for (int size = 1; size <= 10; size++) {
      for (int needed = 0; needed <= size; needed++) {
        for (int predicted = 0; predicted <= size; predicted++) {
          Round round = complete(size, needed, predicted, 1).get(0);
          assertThat((int) round.outcomes().labels().sum())
              .as("N = %d, T = %d, k = %d", size, needed, predicted)
              .isEqualTo(next(size, needed, predicted));
        }
      }
    }
  }

  private static int next(int size, int needed, int predicted) {
    if (needed == 0) {
      return 0;
    }
    if (predicted == needed) {
      return needed;
    }
    return predicted == needed - 1 ? size - needed + 1 : 0;
  }

  @Test
  void fromTwoOnTheCountIsStationaryAfterTwoUpdates() {
    for (int size = 2; size <= 10; size++) {
      for (int needed = 2; needed <= size; needed++) {
        for (int predicted = 0; predicted <= size; predicted++) {
          List<Round> rounds = complete(size, needed, predicted, 4);
          double settled = rounds.get(1).outcomes().labels().sum();
          assertThat(rounds.get(2).outcomes().labels().sum()).isEqualTo(settled);
          assertThat(rounds.get(3).outcomes().labels().sum()).isEqualTo(settled);
          boolean succeeds =
              predicted == needed || (size == 2 * needed - 1 && predicted == needed - 1);
          assertThat(Play.successes(rounds.get(3))).isEqualTo(succeeds ? size : 0);
        }
      }
    }
  }

  /** Theorem 3.4 needs T of at least 2: with T = 1 everybody flips for ever. */
  @Test
  void whereOneIsNeededEverybodyFlips() {
    for (int size = 2; size <= 10; size++) {
      List<Round> rounds = complete(size, 1, 0, 4);
      assertThat(rounds.stream().map(round -> (int) round.outcomes().labels().sum()))
          .containsExactly(size, 0, size, 0);
      assertThat(rounds.stream().map(Play::successes)).containsExactly(size, 0, size, 0);
      assertThat(complete(size, 1, 1, 3).stream().map(Play::successes)).containsOnly(size);
    }
  }

  /** With N = 2T - 2 only the count is stable: the actions swap in every round. */
  @ParameterizedTest
  @CsvSource({"2, 2", "4, 3", "6, 4", "8, 5", "10, 6"})
  void theCountCanStandStillWhileActionsSwap(int size, int needed) {
    List<Round> rounds = complete(size, needed, needed - 1, 4);
    for (Round round : rounds) {
      assertThat((int) round.outcomes().labels().sum()).isEqualTo(needed - 1);
      assertThat(Play.successes(round)).isZero();
    }
    assertThat(Play.actions(rounds.get(0))).isNotEqualTo(Play.actions(rounds.get(1)));
    assertThat(Play.actions(rounds.get(0))).isEqualTo(Play.actions(rounds.get(2)));
  }

  @Test
  void whoIsAloneActsWhateverIsForecast() {
    assertThat(Play.actions(complete(1, 1, 0, 1).get(0))).isEqualTo("1");
    assertThat(Play.actions(complete(1, 0, 1, 1).get(0))).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "000, 000, 0", "001, 110, 3", "010, 101, 3", "100, 011, 3",
    "110, 110, 3", "101, 101, 3", "011, 011, 3", "111, 000, 0"
  })
  void figureOneTheTriangle(String forecast, String actions, int successes) {
    Round round = once(Given.complete(3), "2/3", forecast);
    assertThat(Play.actions(round)).isEqualTo(actions);
    assertThat(Play.successes(round)).isEqualTo(successes);
  }

  @ParameterizedTest
  @CsvSource({
    "000, 000, 0", "001, 010, 0", "100, 010, 0", "010, 101, 1",
    "011, 111, 3", "110, 111, 3", "101, 000, 0", "111, 101, 1"
  })
  void figureTwoTheChain(String forecast, String actions, int successes) {
    Round round = once(Given.path(3), "2/3", forecast);
    assertThat(Play.actions(round)).isEqualTo(actions);
    assertThat(Play.successes(round)).isEqualTo(successes);
  }

  /** All-defect is not always self-fulfilling: whoever needs only one cooperator acts. */
  @Test
  void allDefectIsStableJustWhenNobodyNeedsOnlyOne() {
    assertThat(Play.actions(once(Given.path(3), "0.5", "000"))).isEqualTo("101"); // T = 1, 2, 1
    assertThat(Play.actions(once(Given.complete(3), "0.5", "000"))).isEqualTo("000"); // T = 2
    Network apart = Network.of(3, new int[] {0, 1});
    assertThat(Play.actions(once(apart, "1", "000"))).isEqualTo("001");
  }

  @Test
  void aSelfFulfillingForecastNeedNotExist() {
    Network network =
        Network.of(
            5,
            new int[] {0, 1},
            new int[] {1, 3},
            new int[] {1, 4},
            new int[] {2, 3},
            new int[] {2, 4});
    for (int bits = 0; bits < 32; bits++) {
      String forecast = String.format("%5s", Integer.toBinaryString(bits)).replace(' ', '0');
      assertThat(Play.actions(once(network, "0.5", forecast))).isNotEqualTo(forecast);
    }
  }

  private static Round once(Network network, String threshold, String forecast) {
    return Play.dynamics(Given.game(0.4, 0.2, threshold)).play(Play.retraining(network, forecast));
  }

  private static List<Round> complete(int size, int needed, int predicted, int rounds) {
    CollectiveRisk game =
        new CollectiveRisk(1, 0.4, 0.2, Share.of(needed, size), Disaster.EXPECTED);
    String forecast = "1".repeat(predicted) + "0".repeat(size - predicted);
    return Play.rounds(
        Play.dynamics(game), Play.retraining(Given.complete(size), forecast), rounds);
  }

  private static Iterable<JsonNode> recorded() {
    return Shared.json(FIXTURE).get("cases");
  }

  private static List<Round> play(JsonNode run, int rounds) {
    Network network = Given.network(run.get("n").asInt(), run.get("edges"));
    CollectiveRisk game = Given.game(0.4, 0.2, run.get("T").asText());
    return Play.rounds(
        Play.dynamics(game), Play.retraining(network, run.get("initial").asText()), rounds);
  }

  /** The initial forecast and the actions of each round. */
  private static List<String> states(JsonNode run, int rounds) {
    List<String> states = new ArrayList<>(List.of(run.get("initial").asText()));
    play(run, rounds).forEach(round -> states.add(Play.actions(round)));
    return states;
  }
}
