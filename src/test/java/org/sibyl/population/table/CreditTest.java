package org.sibyl.population.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sibyl.Shared;
import org.sibyl.numeric.FileIfPresent;
import org.sibyl.population.Sample;

class CreditTest {
  private static final String HEADER =
      ",SeriousDlqin2yrs,RevolvingUtilizationOfUnsecuredLines,age,"
          + "NumberOfTime30-59DaysPastDueNotWorse,DebtRatio,MonthlyIncome,"
          + "NumberOfOpenCreditLinesAndLoans,NumberOfTimes90DaysLate,"
          + "NumberRealEstateLoansOrLines,NumberOfTime60-89DaysPastDueNotWorse,"
          + "NumberOfDependents\n";

  private static Credit real() {
    return new Credit(new FileIfPresent(CreditFile.path()));
  }

  private static Table everyone(boolean standardise) {
    return new Table(
        CreditFile.path(),
        "SeriousDlqin2yrs",
        List.of(""),
        IncompleteRows.DROP,
        standardise,
        true,
        OptionalInt.empty());
  }

  @Test
  void rawRowsHaveThePublishedCountsAndMoments() {
    JsonNode facts = Shared.json("reference/prc/data_facts.json");
    Sample all = CreditFile.all(everyone(false));
    assertThat(all.size()).isEqualTo(120_269).isEqualTo(facts.get("rows_after_dropna").asInt());
    assertThat(all.labels().sum()).isEqualTo(8357);
    for (int k = 0; k < 10; k++) {
      assertThat(all.names().get(k)).isEqualTo(facts.get("feature_order").get(k).asText());
      double mean = facts.get("feature_means").get(k).asDouble();
      assertThat(all.features().column(k).mean()).isCloseTo(mean, within(1e-11 * mean));
    }
  }

  @Test
  void standardisedRowsAreThePublishedOnes() {
    JsonNode facts = Shared.json("reference/prc/data_facts.json");
    Sample all = CreditFile.all(everyone(true));
    for (int row = 0; row < 5; row++) {
      assertThat(all.labels().get(row)).isEqualTo(facts.get("labels_first5").get(row).asDouble());
      for (int k = 0; k < 11; k++) {
        assertThat(all.features().get(row, k))
            .isCloseTo(
                facts.get("standardised_first5_rows").get(row).get(k).asDouble(), within(1e-10));
      }
    }
    for (int k = 0; k < 11; k++) {
      double[] sorted = CreditFile.sorted(all, k);
      assertThat(sorted[0])
          .isCloseTo(facts.get("standardised_column_min").get(k).asDouble(), within(1e-9));
      assertThat(sorted[sorted.length - 1])
          .isCloseTo(facts.get("standardised_column_max").get(k).asDouble(), within(1e-9));
    }
  }

  @Test
  void theRealSampleIsThePublishedOne() {
    JsonNode published = Shared.json("reference/prc/rrm_credit.json");
    Credit credit = real();
    assertThat(credit.isStandIn()).isFalse();
    assertThat(credit.warning()).isEmpty();
    assertThat(credit.fixedSize()).hasValue(18_357).hasValue(published.get("n").asInt());
    Sample sample = CreditFile.all(credit);
    assertThat(sample.labels().sum()).isEqualTo(8357);
    assertThat(sample.names()).hasSize(11).endsWith("bias");
    assertThat(CreditFileFacts.quarterOfMeanSquaredNorm(sample))
        .isCloseTo(published.get("smoothness_unregularised").asDouble(), within(1e-9))
        .isCloseTo(CreditFileFacts.SMOOTHNESS, within(1e-9));
  }

  /** Also shows that the tests' own Newton method finds the published minimisers. */
  @Test
  void logisticRegressionOnTheRealSampleIsThePublishedOne() {
    JsonNode published = Shared.json("reference/prc/rrm_credit.json");
    Sample sample = CreditFile.all(real());
    for (String name : List.of("lambda_1_over_n", "lambda_1000_over_n")) {
      JsonNode fit = published.get(name);
      Logistic ours = new Logistic(sample, fit.get("lam").asDouble());
      assertThat(ours.accuracy())
          .isCloseTo(fit.get("accuracy_erm_exact").asDouble(), within(1e-12));
      assertThat(ours.loss()).isCloseTo(fit.get("loss_erm_exact").asDouble(), within(1e-11));
      for (int k = 0; k < 11; k++) {
        assertThat(ours.coefficients()[k])
            .isCloseTo(fit.get("theta_erm_exact").get(k).asDouble(), within(1e-8));
      }
    }
  }

  /** Kaggle's file is not packed and writes NA for a missing number. */
  @Test
  void theFileAsKaggleShipsItIsTheSame(@TempDir Path folder) throws IOException {
    Path plain = folder.resolve("cs-training.csv");
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(CreditFile.path()))) {
      String text = new String(packed.readAllBytes(), StandardCharsets.US_ASCII);
      Files.writeString(plain, text.replace(",,", ",NA,").replaceAll("(?m),$", ",NA"));
    }
    assertThat(Files.readString(plain)).contains("NA");
    assertThat(CreditFile.all(new Credit(new FileIfPresent(plain))))
        .isEqualTo(CreditFile.all(real()));
  }

  @Test
  void withoutTheFileTheStandInIsUsedAndSaid(@TempDir Path folder) {
    Credit credit = new Credit(new FileIfPresent(folder.resolve("cs-training.csv")));
    assertThat(credit.isStandIn()).isTrue();
    assertThat(credit.warning())
        .hasValue(
            folder.resolve("cs-training.csv")
                + " does not exist, so a synthetic stand-in for the credit data is used. Put"
                + " Kaggle's cs-training.csv (Give Me Some Credit) there for the real people.");
    assertThat(credit.fixedSize()).hasValue(18_357);
    assertThat(CreditFile.all(credit)).isEqualTo(CreditStandIn.shipped().people());
  }

  @Test
  void aFileThatIsThereIsReadHoweverSmall(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.csv");
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      rows.add(row + 1 + "," + row % 2 + ("," + (row + 1) / 2.0).repeat(10));
    }
    rows.add("5,1,NA" + ",7".repeat(9));
    Files.writeString(file, HEADER + String.join("\n", rows));
    Credit credit = new Credit(new FileIfPresent(file));
    assertThat(credit.warning()).isEmpty();
    assertThat(credit.fixedSize()).hasValue(4);
    // (.5 - 1.25) over the root of .3125
    assertThat(CreditFile.all(credit).features().get(0, 9))
        .isCloseTo(-1.3416407864998738, within(1e-15));
  }

  @Test
  void theTestFileOfKaggleHasNoLabelsAndIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cs-test.csv");
    Files.writeString(file, HEADER + "1,NA" + ",7".repeat(10) + "\n2,NA" + ",8".repeat(10) + "\n");
    Credit credit = new Credit(new FileIfPresent(file));
    assertThatThrownBy(credit::fixedSize)
        .isInstanceOf(TableFileException.class)
        .hasMessage(
            file
                + ": no row is complete; column 'SeriousDlqin2yrs' alone is missing in 2 of 2."
                + " Fill the cells in.");
  }

  @Test
  void aFolderIsNotTakenForAnAbsentFile(@TempDir Path folder) {
    assertThatThrownBy(new Credit(new FileIfPresent(folder))::fixedSize)
        .hasMessage(folder + ": is a folder. Give the path of a CSV table.");
  }
}
