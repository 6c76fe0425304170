package org.sibyl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;

/** A {@code rounds.csv} that is read back, replicate by replicate. */
final class RoundsFile {
  private static final int FIRST_METRIC = 2;

  private final Path file;
  private final List<String> metrics;

  /** The file of a run with these metrics. */
  RoundsFile(Path file, List<String> metrics) {
    this.file = file;
    this.metrics = metrics;
  }

  /**
   * Reads it.
   *
   * @param replicates what {@code summary.json} says of each
   * @param reader gets each of them with its values, by metric and round
   * @throws OutputException when it cannot be read, or is not what the summary is of
   */
  void read(JsonNode replicates, BiConsumer<JsonNode, double[][]> reader) {
    if (!Files.exists(file)) {
      throw new OutputException(file + ": is missing. " + RecordedRun.REMEDY);
    }
    int[] line = {1};
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(file.toFile())) {
      expectHeader(rows.next());
      for (JsonNode replicate : replicates) {
        double[][] values = new double[metrics.size()][replicate.path("rounds").asInt()];
        for (int round = 1; round <= replicate.path("rounds").asInt(); round++) {
          line[0]++;
          fill(values, rows.next(), replicate.path("replicate").asInt(), round);
        }
        reader.accept(replicate, values);
      }
      line[0]++;
      if (rows.hasNext()) {
        throw new IllegalStateException("there are more rounds than summary.json says");
      }
    } catch (NoSuchElementException e) {
      throw damaged(line[0], "it ends here, too early", e);
    } catch (IOException | RuntimeJsonMappingException | IllegalStateException e) {
      throw damaged(line[0], String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private void expectHeader(String... header) {
    List<String> expected = List.of("replicate", "round");
    if (header.length != FIRST_METRIC + metrics.size()
        || !List.of(header).subList(0, FIRST_METRIC).equals(expected)
        || !List.of(header).subList(FIRST_METRIC, header.length).equals(metrics)) {
      throw new IllegalStateException("its header is not that of the scenario's metrics");
    }
  }

  private static void fill(double[][] values, String[] row, int replicate, int round) {
    if (row.length != FIRST_METRIC + values.length
        || !row[0].equals(Integer.toString(replicate))
        || !row[1].equals(Integer.toString(round))) {
      throw new IllegalStateException(
          "expected round " + round + " of replicate " + replicate + ", found " + shown(row));
    }
    for (int k = 0; k < values.length; k++) {
      String cell = row[FIRST_METRIC + k];
      try {
        values[k][round - 1] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
      } catch (NumberFormatException e) {
        throw new IllegalStateException("'" + cell + "' is not a number", e);
      }
    }
  }

  private static String shown(String... row) {
    String text = String.join(",", Arrays.asList(row));
    return "'" + text.substring(0, StrictMath.min(60, text.length())) + "'";
  }

  private OutputException damaged(int line, String what, Exception cause) {
    return new OutputException(
        file + ":" + line + ": cannot be read (" + what + "). " + RecordedRun.REMEDY, cause);
  }
}
