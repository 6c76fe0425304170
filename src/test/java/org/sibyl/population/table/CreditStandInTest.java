package org.sibyl.population.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sibyl.Shared;
import org.sibyl.population.Sample;

/**
 * The stand-in imitates the real sample. Its tables are shipped; {@code mvn test
 * -Dtest=CreditStandInTest -Dregenerate=true} fits them anew to the real file.
 */
class CreditStandInTest {
  private static final Path RESOURCES = Path.of("src/main/resources/org/sibyl/population/table");

  /** What every machine and every version draws; a change of the tables changes it, too. */
  @Test
  void itIsTheSameForEver() {
    assertThat(CreditStandIn.shipped().raw().features().fingerprint())
        .isEqualTo(5748150204167344191L);
    assertThat(CreditStandIn.shipped().raw().labels().fingerprint())
        .isEqualTo(6279545260515376276L);
    assertThat(CreditStandIn.shipped().people().features().fingerprint())
        .isEqualTo(-2489563372407624285L);
    assertThat(CreditStandIn.shipped().people()).isEqualTo(CreditStandIn.shipped().people());
  }

  @Test
  void tablesAreThoseFittedToTheRealSample() throws IOException {
    JsonNode facts = Shared.json("reference/prc/data_facts.json");
    CreditFit fit =
        new CreditFit(
            CreditFile.balanced(),
            numbers(facts.get("feature_means")),
            numbers(facts.get("feature_stds_population_ddof0")));
    for (Map.Entry<String, List<String>> table : fit.tables().entrySet()) {
      Path file = RESOURCES.resolve(table.getKey());
      if (Boolean.getBoolean("regenerate")) {
        Files.write(file, table.getValue());
      }
      assertThat(Files.readAllLines(file)).isEqualTo(table.getValue());
    }
  }

  private static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = list.get(k).asDouble();
    }
    return numbers;
  }

  /** The stand-in as the real sample is: in the units of the file, the first of each class. */
  private static Sample balanced() {
    return Preparation.balanced(CreditStandIn.shipped().raw(), 10_000);
  }

  @Test
  void countsAreThoseOfTheRealSample() {
    assertThat(CreditStandIn.shipped().raw().size()).isEqualTo(20_000);
    Sample people = CreditStandIn.shipped().people();
    assertThat(people.size()).isEqualTo(18_357);
    assertThat(people.labels().sum()).isEqualTo(8357);
    assertThat(people.names()).hasSize(11).startsWith(CreditFileFacts.FIRST).endsWith("bias");
    assertThat(people.features().column(10).toArray()).containsOnly(1);
  }

  @Test
  void wholeNumbersStayWholeAndCodesComeTogether() {
    Sample raw = CreditStandIn.shipped().raw();
    int coded = 0;
    for (int row = 0; row < raw.size(); row++) {
      for (int k = 0; k < 10; k++) {
        double value = raw.features().get(row, k);
        assertThat(value).isGreaterThanOrEqualTo(0);
        if (k != 0 && k != 3) {
          assertThat(value).isEqualTo(Math.rint(value));
        }
      }
      double late = raw.features().get(row, 2);
      boolean code = late >= 96;
      coded += code ? 1 : 0;
      assertThat(raw.features().get(row, 6) >= 96).isEqualTo(code);
      assertThat(raw.features().get(row, 8) >= 96).isEqualTo(code);
      if (code) {
        assertThat(late).isIn(96.0, 98.0);
        assertThat(raw.features().get(row, 6)).isEqualTo(late);
        assertThat(raw.features().get(row, 8)).isEqualTo(late);
      }
    }
    assertThat(coded).isEqualTo(84 + 9); // 8 of 10 000 others are 9 of 11 643
  }

  @Test
  void tailsAreHeavy() {
    double[] utilisation = CreditFile.sorted(CreditStandIn.shipped().raw(), 0);
    double[] debt = CreditFile.sorted(CreditStandIn.shipped().raw(), 3);
    assertThat(utilisation[utilisation.length / 2]).isLessThan(1);
    assertThat(utilisation[utilisation.length - 1]).isGreaterThan(3000);
    assertThat(debt[debt.length / 2]).isLessThan(1);
    assertThat(debt[debt.length - 1]).isGreaterThan(5000);
  }

  @Test
  void marginalsAreThoseOfTheRealSample() {
    Sample real = CreditFile.balanced();
    for (int k = 0; k < 10; k++) {
      assertThat(
              CreditFile.kolmogorov(CreditFile.sorted(balanced(), k), CreditFile.sorted(real, k)))
          .as(real.names().get(k))
          .isLessThan(0.02);
      for (int label = 0; label < 2; label++) {
        assertThat(
                CreditFile.kolmogorov(
                    CreditFile.sorted(CreditFile.ofLabel(balanced(), label), k),
                    CreditFile.sorted(CreditFile.ofLabel(real, label), k)))
            .as(real.names().get(k) + " of label " + label)
            .isLessThan(0.03);
      }
    }
  }

  @Test
  void correlationsAreThoseOfTheRealSample() {
    Sample real = CreditFile.balanced();
    Sample drawn = balanced();
    for (int j = 0; j < 10; j++) {
      for (int k = 0; k < j; k++) {
        assertThat(correlation(drawn, j, k))
            .as(real.names().get(j) + " and " + real.names().get(k))
            .isCloseTo(correlation(real, j, k), within(0.05));
      }
    }
  }

  private static double correlation(Sample sample, int j, int k) {
    return CreditFile.correlation(
        sample.features().column(j).toArray(), sample.features().column(k).toArray());
  }

  /** The published numbers are those of {@code rrm_credit.json}. */
  @Test
  void logisticRegressionIsAsGoodAsOnTheRealSample() {
    Sample people = CreditStandIn.shipped().people();
    Logistic light = new Logistic(people, 1.0 / people.size());
    Logistic heavy = new Logistic(people, 1000.0 / people.size());
    assertThat(light.accuracy()).isCloseTo(0.7192351691452852, within(0.02));
    assertThat(heavy.accuracy()).isCloseTo(0.6642697608541701, within(0.02));
    assertThat(light.loss()).isCloseTo(0.6099924043320678, within(0.01));
    assertThat(heavy.loss()).isCloseTo(0.6504405134551519, within(0.01));
    assertThat(CreditFileFacts.quarterOfMeanSquaredNorm(people))
        .isCloseTo(CreditFileFacts.SMOOTHNESS, within(0.3));
  }
}
