package org.sibyl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sibyl.experiment.reproduction.Finding;
import org.sibyl.experiment.reproduction.Reproduction;
import org.sibyl.experiment.reproduction.Verdict;

/**
 * The two CSV files of every reproduction: its numbers beside the expected ones, and its figure.
 *
 * @param folder where they are
 */
record ReproductionFiles(Path folder) {
  private static final List<String> HEADER =
      List.of("quantity", "expected", "measured", "standard-error", "band", "in-band", "source");
  private static final int FIRST_NUMBER = 1;
  private static final int IN_BAND = HEADER.indexOf("in-band");

  /** Numbers beside the expected ones. */
  Path findings(Reproduction reproduction) {
    return folder.resolve(reproduction.name() + ".csv");
  }

  /** The figure's data. */
  Path figure(Reproduction reproduction) {
    return folder.resolve(reproduction.name() + "-data.csv");
  }

  /** Writes both. */
  void write(Verdict verdict) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Finding finding : verdict.findings()) {
      rows.add(
          List.of(
              finding.expected().quantity(),
              Text.number(finding.expected().value()),
              Text.number(finding.measured().value()),
              Text.number(finding.measured().standardError()),
              Text.number(finding.band()),
              Boolean.toString(finding.inBand()),
              finding.expected().source()));
    }
    WholeFile.write(findings(verdict.reproduction()), Text.csv(rows));
    List<List<String>> data = new ArrayList<>();
    data.add(verdict.figure().header());
    for (double[] row : verdict.figure().rows()) {
      data.add(Arrays.stream(row).mapToObj(Text::number).toList());
    }
    WholeFile.write(figure(verdict.reproduction()), Text.csv(data));
  }

  /** Whether this reproduction was run before. */
  boolean has(Reproduction reproduction) {
    return Files.isRegularFile(findings(reproduction)) && Files.isRegularFile(figure(reproduction));
  }

  /**
   * Reads both back: findings as rows of {@link #HEADER}, header and rows of the figure.
   *
   * @throws IOException when one is damaged, with what is wrong
   */
  ObjectNode read(Reproduction reproduction) throws IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    List<String[]> findings = rows(findings(reproduction));
    if (findings.size() < 2 || !List.of(findings.get(0)).equals(HEADER)) {
      throw new IOException(findings(reproduction) + ": has no findings");
    }
    ArrayNode numbers = node.putArray("findings");
    for (String[] row : findings.subList(1, findings.size())) {
      ArrayNode added = numbers.addArray().add(row[0]);
      for (int k = FIRST_NUMBER; k < IN_BAND; k++) {
        add(added, row[k], findings(reproduction));
      }
      added.add(row[IN_BAND].equals("true")).add(row[IN_BAND + 1]);
    }
    List<String[]> figure = rows(figure(reproduction));
    List<String> header = figure.isEmpty() ? List.of() : List.of(figure.get(0));
    if (!header.containsAll(reproduction.axes().columns())) {
      throw new IOException(figure(reproduction) + ": lacks a column of its figure");
    }
    header.forEach(node.putArray("header")::add);
    ArrayNode points = node.putArray("rows");
    for (String[] row : figure.subList(1, figure.size())) {
      ArrayNode added = points.addArray();
      for (String cell : row) {
        add(added, cell, figure(reproduction));
      }
    }
    return node;
  }

  /** All rows, which must be as long as the first. */
  private static List<String[]> rows(Path file) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(file.toFile())) {
      List<String[]> all = rows.readAll();
      for (String[] row : all) {
        if (row.length != all.get(0).length) {
          throw new IOException(file + ": a row has " + row.length + " cells");
        }
      }
      return all;
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  private static void add(ArrayNode numbers, String cell, Path file) throws IOException {
    try {
      double number = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
      if (Double.isFinite(number)) {
        numbers.add(number);
      } else {
        numbers.addNull();
      }
    } catch (NumberFormatException e) {
      throw new IOException(file + ": '" + cell + "' is not a number", e);
    }
  }
}
