package org.sibyl.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sibyl.prediction.decision.Always;
import org.sibyl.prediction.decision.BestDecision;
import org.sibyl.prediction.decision.ConstantLaw;
import org.sibyl.prediction.decision.DecisionLoss;
import org.sibyl.prediction.decision.DecisionLossesTest;
import org.sibyl.prediction.decision.DecisionRule;
import org.sibyl.prediction.decision.EarlyWarning;
import org.sibyl.prediction.decision.Listed;
import org.sibyl.prediction.decision.Lookup;
import org.sibyl.prediction.decision.PerformativeOmnipredictor;
import org.sibyl.prediction.decision.Steering;
import org.sibyl.prediction.decision.Stump;
import org.sibyl.prediction.decision.TwoCuts;
import org.sibyl.prediction.decision.Update;

class PredictorFileTest {
  private static final int SCALE = 17; // decimals: as many as numbers have

  @TempDir private Path folder;

  // ---- round trip

  @Provide
  Arbitrary<PerformativeOmnipredictor> predictors() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1).ofScale(SCALE),
            DecisionLossesTest.losses(2, SCALE).list().ofMinSize(1).ofMaxSize(4),
            rules(1).list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.longs())
        .as(
            (initial, losses, rules, seed) ->
                new PerformativeOmnipredictor(
                    3, initial, losses, rules, updates(losses.size(), rules.size(), seed)));
  }

  private static Arbitrary<DecisionRule> rules(int depth) {
    Arbitrary<Double> cuts = Arbitraries.doubles().between(0, 1).ofScale(SCALE);
    Arbitrary<Integer> decisions = Arbitraries.of(0, 1, 2);
    Arbitrary<DecisionRule> plain =
        Arbitraries.oneOf(
            decisions.map(Always::new),
            Combinators.combine(Arbitraries.of(0, 1), cuts, decisions, decisions).as(Stump::new),
            Combinators.combine(cuts, cuts, decisions.list().ofSize(4))
                .as(
                    (one, other, to) ->
                        new TwoCuts(0, one, 1, other, to.get(0), to.get(1), to.get(2), to.get(3))),
            Combinators.combine(cuts, decisions.list().ofSize(2))
                .as((cut, to) -> new Lookup(List.of(1), List.of(List.of(-1.0, cut)), to)));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<DecisionRule> best =
        Combinators.combine(DecisionLossesTest.losses(1, SCALE), cuts.list().ofSize(3))
            .as((loss, law) -> new BestDecision(loss, new ConstantLaw(law)));
    Arbitrary<DecisionRule> learned = // the best decision by another predictor
        Combinators.combine(DecisionLossesTest.losses(1, SCALE), rules(0), cuts)
            .as(
                (loss, rule, step) ->
                    new BestDecision(
                        loss,
                        new PerformativeOmnipredictor(
                            3, List.of(loss), List.of(rule), List.of(Update.ofRule(0, 0, step)))));
    return Arbitraries.oneOf(plain, best, learned);
  }

  private static List<Update> updates(int losses, int rules, long seed) {
    Random random = new Random(seed);
    List<Update> updates = new ArrayList<>();
    for (int s = random.nextInt(12); s > 0; s--) {
      int loss = random.nextInt(losses);
      double step = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9) - 7);
      updates.add(
          random.nextBoolean()
              ? Update.ofRule(loss, random.nextInt(rules), step)
              : Update.ofDecisions(loss, random.nextInt(losses), step));
    }
    return updates;
  }

  @Property(seed = "20260903", tries = 150)
  void whatIsReadPredictsTheSameToTheBit(
      @ForAll("predictors") PerformativeOmnipredictor predictor, @ForAll long seed)
      throws IOException {
    Path file = Files.createTempFile("predictor", ".json");
    PerformativeOmnipredictor again;
    try {
      PredictorFile.write(file, predictor);
      again = PredictorFile.read(file);
    } finally {
      Files.delete(file);
    }
    assertThat(again).isEqualTo(predictor);
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      double[] person = {random.nextDouble(), random.nextDouble()};
      assertThat(bits(again, person)).isEqualTo(bits(predictor, person));
    }
  }

  private static long[] bits(PerformativeOmnipredictor predictor, double... person) {
    double[] law = new double[3];
    predictor.probabilities(person, law);
    return java.util.Arrays.stream(law).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  // ---- the file

  private static final PerformativeOmnipredictor LEARNED =
      new PerformativeOmnipredictor(
          3,
          EarlyWarning.losses(),
          List.of(new Stump(1, 3, 1, 2)),
          List.of(Update.ofRule(0, 0, -1.0 / 3), Update.ofDecisions(2, 3, 1e-5)));

  private static final String FILE =
      """
      {
        "decisions": 2,
        "initial": 0.25,
        "losses": [{"type": "table", "losses": [[0, 1], [0.5, 0]]}, {"type": "steering", "toward": 1}],
        "rules": [{"type": "stump", "feature": 0, "cut": 1, "below": 0, "from": 1}],
        "updates": [
          {"loss": 0, "rule": 0, "step": 0.25},
          {"loss": 1, "decider": 0, "step": -0.125}
        ]
      }
      """;

  @BeforeEach
  void files() throws IOException {
    SampleScenario.writeNetworks(folder);
    Files.writeString(folder.resolve("small.json"), FILE);
  }

  @Test
  void theFileIsPlainJsonWithTheNamesOfTheCatalog() throws IOException {
    String text = PredictorFile.json(LEARNED);
    assertThat(text).doesNotContain("\r").endsWith("}\n");
    JsonNode json = new ObjectMapper().readTree(text);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("decisions", "initial", "losses", "rules", "updates");
    assertThat(json.at("/initial").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/losses/4/losses/0/type").asText()).isEqualTo("squared-forecast");
    assertThat(json.at("/rules/0/type").asText()).isEqualTo("stump");
    assertThat(json.at("/updates/0/rule").asInt(-1)).isZero();
    assertThat(json.at("/updates/0").has("decider")).isFalse();
    assertThat(text).contains("\"step\" : -0.3333333333333333\n", "\"step\" : 1.0E-5");
  }

  @Test
  void aWrittenFileIsWhatItSays() throws IOException {
    PerformativeOmnipredictor small = PredictorFile.read(folder.resolve("small.json"));
    // feature 2: the stump decides 1, whose slope is -0.5, so q(1) = 0.25 + 0.125; then by the
    // table the risks are 0.25 and 0.5 - 0.5 * 0.375, so 0 is best, and steering's slope is -1
    double[] law = new double[2];
    small.probabilities(new double[] {2}, law);
    assertThat(law).containsExactly(0.125, 0.375);
    // the stump decides 0, whose slope is 1: q(0) = 0; then 0 is best again, and q(0) stays there
    small.probabilities(new double[] {0}, law);
    assertThat(law).containsExactly(0.0, 0.25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.25}; .nan}; 7; updates[0].step: .nan must lie in (-inf, inf)",
        "0.25}; x}; 7; updates[0].step: the text 'x' must be a number",
        "[0, 1]; [-1, 1]; 4; losses[0].losses[0][0]: -1.0 must be finite and at least 0. Add",
        "[0, 1]; [.nan, 1]; 4; losses[0].losses[0][0]: .nan must lie in (-inf, inf)",
        "\"rule\": 0; \"rule\": 1; 7; updates.rule: 1 must be one of the 1 given",
        "\"decider\": 0; \"rule\": 0, \"decider\": 0; 8; has both of rule and decider",
        "stump; stamp; 5; rules[0].type: unknown 'stamp'. Known: stump, ",
        "\"cut\": 1; \"cut\": 1, \"kut\": 2; 5; unknown key 'kut'",
        "0.25,; 1.5,; 3; initial: 1.5 must lie in [0, 1]",
        "\"decisions\": 2; \"decisions\": 0; 2; decisions: 0 must lie in [1, inf)",
        "\"decisions\": 2,; ; 2; decisions is missing"
      })
  void errorsHavePlaceValueAndRule(String piece, String bad, int line, String message)
      throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(
        file, FILE.replaceFirst(java.util.regex.Pattern.quote(piece), bad == null ? "" : bad));
    assertThatThrownBy(() -> PredictorFile.read(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining(message);
    if (!message.contains("missing") && !message.startsWith("updates.rule")) {
      assertThatThrownBy(() -> PredictorFile.read(file))
          .hasMessageStartingWith(file + ":" + line + ": ");
    }
  }

  @Test
  void aListIsNoPredictor() throws IOException {
    Path file = Files.writeString(folder.resolve("list.json"), "[1, 2]");
    assertThatThrownBy(() -> PredictorFile.read(file)).hasMessageContaining("not a list");
  }

  // ---- in scenarios

  private static final String WITH_LAW =
      "decisions.rules={type: listed, rules:"
          + " [{type: best-decision, loss: {type: steering, toward: 1}, model: small.json}]}";

  private Scenario scenario() {
    return SampleScenario.read(SampleScenario.DECISIONS, folder, WITH_LAW);
  }

  @Test
  void itsNameStandsForALaw() {
    DecisionRule rule = ((Listed) scenario().decisions().orElseThrow().rules()).rules().get(0);
    PerformativeOmnipredictor small = PredictorFile.read(folder.resolve("small.json"));
    assertThat(rule).isEqualTo(new BestDecision(new Steering(1), small));
  }

  @Test
  void whatIsWrittenAgainNeedsNoFile() throws IOException {
    Scenario scenario = scenario();
    assertThat(ScenarioWriter.inputs(scenario)).isEmpty();
    String yaml = ScenarioWriter.yaml(scenario, file -> file);
    Files.delete(folder.resolve("small.json"));
    assertThat(ScenarioReader.parse("again", yaml, folder, List.of()).scenario())
        .isEqualTo(scenario);
  }

  @Test
  void filesThatAreMissingOrContainThemselvesAreRefused() throws IOException {
    Files.writeString(
        folder.resolve("small.json"),
        FILE.replace(
            "{\"type\": \"stump\", \"feature\": 0, \"cut\": 1, \"below\": 0, \"from\": 1}",
            "{\"type\": \"best-decision\", \"loss\": {\"type\": \"steering\", \"toward\": 1},"
                + " \"model\": \"small.json\"}"));
    assertThatThrownBy(this::scenario)
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("rules[0].model: 'small.json' would contain itself");
    Files.delete(folder.resolve("small.json"));
    assertThatThrownBy(this::scenario)
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("file 'small.json' does not exist; paths are relative");
  }

  // ---- the section

  @Test
  void decisionsAreASectionAndEveryRowSaysWhatItTook() {
    DecisionLoss loss = new Steering(1);
    assertThat(scenario().decisions().orElseThrow().losses()).containsExactly(loss);
    assertThat(scenario().metrics().stream().map(metric -> metric.name()))
        .contains("samples", "deployments", "oracle-calls");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "decisions.count=0; decisions.count: 0 must lie in [1, inf)",
        "decisions.losses=[]; decisions.losses: 0 must be at least 1",
        "decisions.losses=[{type: table, losses: [[0, -1]]}];"
            + " losses[0].losses[0][1]: -1.0 must be finite and at least 0",
        "decisions.losses=[{type: zero-one, values: [0.5]}];"
            + " decisions: losses[0].values: has 1 values, but the list of decisions has 2",
        "decisions.rules={type: listed, rules: [{type: always, decision: 2}]};"
            + " decisions: rules[0].decision: 2 must be one of the 2 decisions",
        "decisions.rules={type: stumps, features: [2], cuts: [0]};"
            + " decisions: rules[2].feature: 2 must be one of the 2 features"
      })
  void decisionsThatDoNotFitAreRefused(String override, String message) {
    assertThatThrownBy(
            () ->
                ScenarioReader.parse("sample", SampleScenario.DECISIONS, folder, List.of(override))
                    .world(0))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(message);
  }
}
