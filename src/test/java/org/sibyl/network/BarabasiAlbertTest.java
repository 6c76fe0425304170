package org.sibyl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sibyl.network.BarabasiAlbert.Start;

class BarabasiAlbertTest {
  private static final BarabasiAlbert STAR = new BarabasiAlbert(2, Start.STAR);
  private static final BarabasiAlbert COMPLETE = new BarabasiAlbert(2, Start.COMPLETE);

  /**
   * The exact law for m = 2: every way in which newcomers can draw two others one after another.
   */
  private static Map<Network, Double> law(Network start, int size) {
    Map<Network, Double> law = Map.of(start, 1.0);
    for (int newcomer = 3; newcomer < size; newcomer++) {
      Map<Network, Double> next = new HashMap<>();
      for (Map.Entry<Network, Double> before : law.entrySet()) {
        Network old = before.getKey();
        double ends = 2.0 * old.edgeCount();
        for (int first = 0; first < newcomer; first++) {
          for (int second = 0; second < newcomer; second++) {
            if (first != second) {
              double chance =
                  old.degree(first) / ends * old.degree(second) / (ends - old.degree(first));
              next.merge(joined(old, first, second), before.getValue() * chance, Double::sum);
            }
          }
        }
      }
      law = next;
    }
    return law;
  }

  private static Network joined(Network old, int first, int second) {
    List<int[]> edges = new ArrayList<>(old.edges());
    edges.add(new int[] {first, old.size()});
    edges.add(new int[] {second, old.size()});
    return Network.of(old.size() + 1, edges.toArray(int[][]::new));
  }

  private static Network star() {
    return Network.of(3, new int[] {0, 1}, new int[] {0, 2});
  }

  private static Network triangle() {
    return Network.of(3, new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 2});
  }

  @Test
  void theEnumerationIsRightByHand() {
    // Newcomer 3 meets degrees 2, 1, 1: it misses the hub when it draws 1 and 2, 2 * 1/4 * 1/3.
    Map<Network, Double> law = law(star(), 4);
    assertThat(law).hasSize(3);
    assertThat(law.get(joined(star(), 1, 2))).isEqualTo(1.0 / 6, within());
    assertThat(law.get(joined(star(), 0, 1))).isEqualTo(5.0 / 12, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }

  @Test
  void fromAStarTheLawIsExact() {
    for (int size : new int[] {3, 4, 5}) {
      Laws.assertLaw(law(star(), size), random -> STAR.generate(size, random), 40 + size);
    }
  }

  @Test
  void fromACompleteStartTheLawIsExact() {
    Laws.assertLaw(law(triangle(), 5), random -> COMPLETE.direct(5, random), 52);
  }

  /** More than the same law: the same stream gives the same network, so the limit is invisible. */
  @Test
  void theDirectGeneratorMakesJGraphTsNetworks() {
    for (int m : new int[] {1, 2, 3, 8}) {
      BarabasiAlbert generator = new BarabasiAlbert(m, Start.COMPLETE);
      for (int size : new int[] {m + 1, m + 2, 30, 2000}) {
        assertThat(generator.direct(size, Laws.stream(size)))
            .isEqualTo(generator.library(size, Laws.stream(size)));
      }
    }
  }

  @Test
  void recordedSmallNetworksAreOnesWeCanMake() throws IOException {
    Map<Network, Double> five = law(star(), 5);
    Map<Network, Double> four = law(star(), 4);
    recorded(3).forEach(network -> assertThat(network).isEqualTo(star()));
    assertThat(recorded(4)).isNotEmpty().allMatch(four::containsKey);
    assertThat(recorded(5)).isNotEmpty().allMatch(five::containsKey);
  }

  /**
   * Recorded networkx graphs against our own, for 6 to 50 individuals. Each statistic is
   * standardised by our mean and deviation at that size, cut to [-3, 3], and its own mean there is
   * taken off. For 330 independent graphs of our law the sum has variance at most about 330 and
   * terms below 3.2, so by Bernstein it exceeds 150 with probability at most 2 exp(-150^2 / 2 /
   * (330 + 3.2 * 150 / 3)) = 2 exp(-22.9) = 2e-10, for the four statistics below 1e-9. Our own
   * means come from 500 networks for each size: their error adds about 4 to the sum. A shift of
   * half a deviation adds 165.
   */
  @Test
  void recordedNetworksLookLikeOurs() throws IOException {
    Map<String, ToDoubleFunction<Network>> statistics = new LinkedHashMap<>();
    statistics.put("degree 1", n -> degrees(n).stream().filter(d -> d == 1).count());
    statistics.put("maximum degree", Network::maximumDegree);
    statistics.put("squared degrees", n -> degrees(n).stream().mapToInt(d -> d * d).sum());
    statistics.put("triangles", Laws::triangles);
    Map<String, Double> sums = new LinkedHashMap<>();
    int count = 0;
    for (int size = 6; size <= 50; size++) {
      List<Network> theirs = recorded(size);
      if (theirs.isEmpty()) {
        continue;
      }
      count += theirs.size();
      List<Network> ours = new ArrayList<>();
      for (int n = 0; n < 500; n++) {
        ours.add(STAR.generate(size, Laws.stream(1000L * size + n)));
      }
      statistics.forEach(
          (name, statistic) -> sums.merge(name, excess(theirs, ours, statistic), Double::sum));
    }
    assertThat(count).isEqualTo(330);
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isBetween(-150.0, 150.0));
  }

  private static double excess(
      List<Network> theirs, List<Network> ours, ToDoubleFunction<Network> statistic) {
    double mean = ours.stream().mapToDouble(statistic).average().orElseThrow();
    double variance =
        ours.stream()
            .mapToDouble(n -> StrictMath.pow(statistic.applyAsDouble(n) - mean, 2))
            .average()
            .orElseThrow();
    ToDoubleFunction<Network> cut =
        n -> {
          double z = (statistic.applyAsDouble(n) - mean) / StrictMath.sqrt(variance);
          return StrictMath.max(-3, StrictMath.min(3, z));
        };
    double offset = ours.stream().mapToDouble(cut).average().orElseThrow();
    return theirs.stream().mapToDouble(n -> cut.applyAsDouble(n) - offset).sum();
  }

  private static List<Integer> degrees(Network network) {
    List<Integer> degrees = new ArrayList<>();
    for (int i = 0; i < network.size(); i++) {
      degrees.add(network.degree(i));
    }
    return degrees;
  }

  /**
   * A million individuals take half a second, and would take a minute by way of a library's graph;
   * the bound is for a machine under heavy load.
   */
  @Test
  void aMillionIndividualsComeWithoutALibrarysGraph() {
    Network network =
        Assertions.assertTimeout(
            Duration.ofSeconds(30), () -> STAR.generate(1_000_000, Laws.stream(61)));
    assertThat(network.edgeCount()).isEqualTo(1_999_996);
  }

  private static List<Network> recorded(int size) throws IOException {
    Path file =
        Path.of(System.getProperty("sibyl.shared", "../shared"), "reference/games/ba_graphs.json");
    assumeTrue(Files.exists(file), () -> "skipped: no recorded networkx graphs at " + file);
    JsonNode graphs = new JsonMapper().readTree(file.toFile()).get("graphs");
    List<Network> networks = new ArrayList<>();
    for (Map.Entry<String, JsonNode> graph : graphs.properties()) {
      if (graph.getKey().startsWith("n" + size + "_")) {
        List<int[]> edges = new ArrayList<>();
        for (String pair : graph.getValue().asText().split(" ")) {
          String[] ends = pair.split("-");
          edges.add(new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])});
        }
        networks.add(Network.of(size, edges.toArray(int[][]::new)));
      }
    }
    return networks;
  }
}
