package org.sibyl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.sibyl.behavior.Response;
import org.sibyl.behavior.ResponseModel;
import org.sibyl.behavior.Situation;
import org.sibyl.network.Network;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.LogOdds;
import org.sibyl.numeric.Randomness;
import org.sibyl.numeric.Share;
import org.sibyl.numeric.Values;
import org.sibyl.outcome.CollectiveRisk;
import org.sibyl.outcome.Disaster;
import org.sibyl.population.Attribute;
import org.sibyl.population.Population;
import org.sibyl.population.PopulationDesign;
import org.sibyl.prediction.Deployment;
import org.sibyl.prediction.Silence;

/** What tests of the game start from: small networks, populations and situations. */
public final class Given {
  private Given() {}

  /** Individual 0 sees all others, who see only it. */
  public static Network star(int leaves) {
    int[][] edges = new int[leaves][];
    for (int k = 0; k < leaves; k++) {
      edges[k] = new int[] {0, k + 1};
    }
    return Network.of(leaves + 1, edges);
  }

  /** 0-1-2 and so on. */
  public static Network path(int size) {
    int[][] edges = new int[size - 1][];
    for (int k = 0; k + 1 < size; k++) {
      edges[k] = new int[] {k, k + 1};
    }
    return Network.of(size, edges);
  }

  /** Everybody sees everybody. */
  public static Network complete(int size) {
    int[][] edges = new int[size * (size - 1) / 2][];
    int e = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        edges[e++] = new int[] {i, j};
      }
    }
    return Network.of(size, edges);
  }

  /** A network of recorded edges, [[0, 1], ...]. */
  public static Network network(int size, JsonNode edges) {
    int[][] pairs = new int[edges.size()][];
    for (int e = 0; e < pairs.length; e++) {
      pairs[e] = new int[] {edges.get(e).get(0).asInt(), edges.get(e).get(1).asInt()};
    }
    return Network.of(size, pairs);
  }

  /** The numbers of a recorded list. */
  public static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = list.get(k).asDouble();
    }
    return numbers;
  }

  /** The numbers that begin with this one. */
  public static double[] before(double first, double... others) {
    double[] all = new double[others.length + 1];
    all[0] = first;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }

  /** Individuals who share a belief and a trust and have not acted. */
  public static Population people(int size, double belief, double trust) {
    return new PopulationDesign(OptionalInt.empty(), Values.all(belief), Values.all(trust))
        .build(size, Randomness.of(0).at(Draw.FEATURES, 0));
  }

  /** Individuals with beliefs of their own. */
  public static Population people(double[] beliefs, double trust) {
    return new PopulationDesign(OptionalInt.empty(), Values.each(beliefs), Values.all(trust))
        .build(beliefs.length, Randomness.of(0).at(Draw.FEATURES, 0));
  }

  /** A game with payoffs by expectation and an endowment of 1. */
  public static CollectiveRisk game(double risk, double cost, String threshold) {
    return new CollectiveRisk(1, risk, cost, Share.parse(threshold), Disaster.EXPECTED);
  }

  /** The first round, when this was told; NaN for nothing. */
  public static Situation situation(Network network, Population people, double... told) {
    Deployment deployment = new Deployment(1, new Silence(), Column.of(told));
    return new Situation(deployment, people, network, Randomness.of(20260401));
  }

  /** What was done, when features do not matter. */
  public static Response response(Population people, double... actions) {
    return new Response(Column.of(actions), people.features());
  }

  /** Everybody responds, in the order of their numbers. */
  public static Response respond(ResponseModel model, Situation situation) {
    Response.Draft draft = new Response.Draft(situation.population());
    Response.Hand hand = draft.hand();
    var responder = model.in(situation);
    for (int i = 0; i < situation.population().size(); i++) {
      hand.write(i, responder);
    }
    return draft.finish();
  }

  /** Somebody's trust as a probability. */
  public static double trust(Population people, int individual) {
    return LogOdds.probability(people.column(Attribute.TRUST).get(individual));
  }
}
