package org.sibyl.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sibyl.learning.neural.Gnn;
import org.sibyl.learning.neural.SavedPredictor;
import org.sibyl.learning.neural.Weights;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Randomness;

/** A small scenario that is valid, edits of it, and the scenarios that are shipped. */
public final class SampleScenario {
  /** Four individuals on a ring; every section on a line of its own. */
  public static final String TEXT =
      """
      name: sample
      rounds: 12
      population: { size: 4 }
      network: { type: ring }
      behavior: { type: pivotal-cooperation }
      outcome: { type: collective-risk, risk-of-loss: 0.4, contribution-cost: 0.2, group-threshold: 0.5 }
      learning: { type: repeated-risk-minimization, initial: 0.5 }
      metrics: [cooperation, accuracy]
      """;

  /** Four people with features and labels, and a Predictor with a task. */
  public static final String TASK =
      """
      name: sample
      rounds: 12
      population: { size: 4, features: { type: normal, dimension: 2 } }
      network: { type: ring }
      behavior: { type: strategic-features, sensitivity: 0.5 }
      outcome: { type: recorded-labels }
      carryover: { type: reset }
      task: { loss: { type: squared }, regularization: 1, domain: { type: box, low: -2, high: 2 } }
      learning: { type: repeated-risk-minimization, start: 0.5 }
      metrics: [performative-risk, theta-change]
      """;

  /** Four people with scores, and a Predictor whose risk is to stay within a level. */
  public static final String RISK =
      """
      name: sample
      rounds: 12
      population: { size: 4, features: { type: uniform-scores } }
      network: { type: ring }
      behavior: { type: within-reach, reach: 0.1, clip: false }
      outcome: { type: recorded-labels }
      carryover: { type: reset }
      risk: { level: 0.4 }
      learning: { type: performative-risk-control, tightness: 0.3, failure: 0.1, risk-slope-bound: 0.5, width: { type: hoeffding }, sample-size: 100000, safe: 1.1, samples: reuse-heuristic }
      metrics: [conservativeness, controlled-risk]
      """;

  /** Four people with two features, about whom one of two things is decided. */
  public static final String DECISIONS =
      """
      name: sample
      rounds: 12
      population: { size: 4, features: { type: normal, dimension: 2 } }
      network: { type: ring }
      behavior: { type: unmoved }
      outcome: { type: recorded-labels }
      carryover: { type: reset }
      decisions: { count: 2, losses: [{ type: steering, toward: 1 }] }
      learning: { type: none }
      metrics: [samples]
      """;

  /** A table of four people. */
  static final String PEOPLE =
      """
      SeriousDlqin2yrs,income,age
      0,1.5,20
      1,0.5,30
      1,2.5,41
      0,-1,50
      """;

  /** The name of a predictor for any network. */
  static final String PREDICTOR = "predictor.sibyl";

  private SampleScenario() {}

  /** The sample with one piece of its text replaced, which must be there. */
  public static String with(String piece, String replacement) {
    if (!TEXT.contains(piece)) {
      throw new IllegalArgumentException("sample: does not contain '" + piece + "'");
    }
    return TEXT.replace(piece, replacement);
  }

  /** The sample without the line of a section. */
  public static String without(String section) {
    return TEXT.replaceFirst("(?m)^" + section + ":.*\n", "");
  }

  /** The sample on a network that is read from {@code edges.csv}, which says its size. */
  public static String onEdgeList() {
    return without("population").replace("{ type: ring }", "{ type: edge-list, file: edges.csv }");
  }

  /** The sample as read, with overrides; files are looked for in the folder. */
  public static Scenario read(Path folder, String... overrides) {
    return read(TEXT, folder, overrides);
  }

  /** A sample's text as read, with overrides. */
  public static Scenario read(String text, Path folder, String... overrides) {
    return ScenarioReader.parse("sample", text, folder, List.of(overrides)).scenario();
  }

  /** Writes a network of four individuals in both file formats, and a table of people. */
  public static void writeNetworks(Path folder) throws IOException {
    writePredictor(folder);
    Files.writeString(folder.resolve("people.csv"), PEOPLE);
    Files.writeString(folder.resolve("edges.csv"), "source,target\n0,1\n1,2\n2,3\n");
    Files.writeString(
        folder.resolve("edges.graphml"),
        """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <graph edgedefault="undirected">
        <node id="a"/><node id="b"/><node id="c"/><node id="d"/>
        <edge source="a" target="b"/><edge source="c" target="d"/>
        </graph>
        </graphml>
        """);
  }

  /** Writes a predictor that nobody has trained. */
  static Path writePredictor(Path folder) throws IOException {
    Gnn architecture = new Gnn(3, 2, 0.5);
    Weights weights = architecture.initial(4, Randomness.of(7).at(Draw.LEARNER, 0));
    Path file = folder.resolve(PREDICTOR);
    try (OutputStream out = Files.newOutputStream(file)) {
      SavedPredictor.of(architecture, ScenarioWriter.line(architecture), 4, weights, Map.of())
          .write(out);
    }
    return file;
  }

  /** All scenario files of the project. */
  public static List<Path> shipped() {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
