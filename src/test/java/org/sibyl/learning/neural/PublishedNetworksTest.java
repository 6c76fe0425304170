package org.sibyl.learning.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sibyl.Shared;
import org.sibyl.network.Network;
import org.sibyl.numeric.PoissonBinomial;

/** What the published code computes, with its weights. */
class PublishedNetworksTest {
  private static final OptionalLong NO_DROPOUT = OptionalLong.empty();

  private static Layered architecture(String head) {
    return switch (head) {
      case "linear" -> GnnLinear.published();
      case "mlp" -> GnnMlp.published();
      default -> Gnn.published();
    };
  }

  private static Stream<JsonNode> cases() {
    List<JsonNode> cases = new ArrayList<>();
    Shared.json("reference/games/gcn_forward.json").get("cases").forEach(cases::add);
    return cases.stream();
  }

  private static double[] doubles(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(k -> array.get(k).asDouble()).toArray();
  }

  private static int[] integers(JsonNode array) {
    return IntStream.range(0, array.size()).map(k -> array.get(k).asInt()).toArray();
  }

  private static Network network(int size, JsonNode edges) {
    int[][] pairs = new int[edges.size()][];
    Arrays.setAll(pairs, e -> integers(edges.get(e)));
    return Network.of(size, pairs);
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tensorsHaveThePublishedNamesAndShapesInOrder(JsonNode published) {
    List<Shape> shapes = architecture(published.get("add_layer").asText()).shapes(6);
    List<String> found = new ArrayList<>();
    for (JsonNode tensor : published.get("parameters")) {
      int[] shape = integers(tensor.get(1));
      found.add(
          tensor.get(0).asText()
              + (shape.length == 1 ? " 1" : " " + shape[0])
              + " "
              + shape[shape.length - 1]);
    }
    assertThat(shapes.stream().map(s -> s.name() + " " + s.rows() + " " + s.columns()))
        .containsExactlyElementsOf(found);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void graphNetworksForecastAsPublished(JsonNode published) {
    JsonNode all = Shared.json("reference/games/gcn_forward.json");
    Network network = network(6, all.get("edges"));
    int[][] symbols = {integers(all.get("x"))};
    Layered architecture = architecture(published.get("add_layer").asText());
    List<double[]> weights = Nets.published(architecture, 6, 2000);
    double[] expected = doubles(published.get("output"));

    double[] exact = Nets.logits(architecture, network, weights, symbols, NO_DROPOUT)[0];
    double[] single =
        Nets.floatLogits(architecture, network, Nets.narrow(weights), symbols, NO_DROPOUT)[0];
    for (int i = 0; i < expected.length; i++) {
      assertThat(sigmoid(exact[i])).isCloseTo(expected[i], within(1e-12));
      assertThat(sigmoid(single[i])).isCloseTo(expected[i], within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsOfTheSumOfForecastsHaveThePublishedNorms(JsonNode published) {
    JsonNode all = Shared.json("reference/games/gcn_forward.json");
    Network network = network(6, all.get("edges"));
    int[][] symbols = {integers(all.get("x"))};
    Layered architecture = architecture(published.get("add_layer").asText());
    List<double[]> weights = Nets.published(architecture, 6, 2000);
    double[][] slopes = {
      Arrays.stream(doubles(published.get("output"))).map(p -> p * (1 - p)).toArray()
    };

    Stack<double[]> stack = architecture.stack(DoublePrecision.DOUBLES, network, 1);
    List<double[]> gradient = Nets.gradient(architecture, 6);
    stack.prepare(weights);
    stack.forward(new Batch(symbols, NO_DROPOUT), new double[1][6]);
    stack.backward(slopes, gradient);
    Net net = architecture.on(network, 1);
    float[][] single = Nets.floatGradient(architecture, 6);
    net.forward(Nets.narrow(weights), symbols, NO_DROPOUT, new double[1][6]);
    net.backward(slopes, single);

    JsonNode norms = published.get("grad_norm_of_sum_of_outputs");
    List<Shape> shapes = architecture.shapes(6);
    for (int t = 0; t < shapes.size(); t++) {
      double expected = norms.get(shapes.get(t).name()).asDouble();
      double squares = Arrays.stream(gradient.get(t)).map(g -> g * g).sum();
      assertThat(StrictMath.sqrt(squares)).isCloseTo(expected, within(1e-12 * (1 + expected)));
      float[] s = single[t];
      double floats = IntStream.range(0, s.length).mapToDouble(k -> (double) s[k] * s[k]).sum();
      assertThat(StrictMath.sqrt(floats)).isCloseTo(expected, within(1e-6 * (1 + expected)));
    }
  }

  @Test
  void theMlpForecastsTheFirstTwoRoundsOfAPublishedTraining() {
    JsonNode training = Shared.json("reference/games/train_trajectory_fixed_init.json");
    Network network = network(20, training.get("parameters").get("edges"));
    List<double[]> weights = Nets.published(Mlp.published(), 20, 1000);
    for (JsonNode run : training.get("runs")) {
      JsonNode forecasts = run.get("first_two_rounds_predictions");
      double[] first = doubles(forecasts.get(0));
      int[] nobody = new int[20];
      Arrays.fill(nobody, 2);
      int[][] symbols = {nobody, actions(network, run.get("T").asDouble(), first)};
      double[][] exact = Nets.logits(Mlp.published(), network, weights, symbols, NO_DROPOUT);
      double[][] single =
          Nets.floatLogits(Mlp.published(), network, Nets.narrow(weights), symbols, NO_DROPOUT);
      for (int round = 0; round < 2; round++) {
        double[] expected = doubles(forecasts.get(round));
        for (int i = 0; i < 20; i++) {
          assertThat(sigmoid(exact[round][i])).isCloseTo(expected[i], within(1e-12));
          assertThat(sigmoid(single[round][i])).isCloseTo(expected[i], within(1e-6));
        }
      }
    }
  }

  /** What people with trust 1/2 do: cooperate when they are pivotal with more than c / r = 1/2. */
  private static int[] actions(Network network, double share, double... forecasts) {
    int[] actions = new int[network.size()];
    for (int i = 0; i < actions.length; i++) {
      int individual = i;
      int degree = network.degree(i);
      int needed = (int) StrictMath.ceil(share * (degree + 1) - 1e-9);
      double[] seen =
          IntStream.range(0, degree)
              .mapToDouble(k -> forecasts[network.neighbor(individual, k)])
              .toArray();
      double[] believed = new double[degree];
      Arrays.fill(believed, 0.8);
      double pivotal =
          (PoissonBinomial.of(seen).probability(needed - 1)
                  + PoissonBinomial.of(believed).probability(needed - 1))
              / 2;
      actions[i] = pivotal > 0.5 ? 1 : 0;
    }
    return actions;
  }
}
