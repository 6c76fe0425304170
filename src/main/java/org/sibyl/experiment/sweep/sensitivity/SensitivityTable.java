package org.sibyl.experiment.sweep.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sibyl.numeric.Check;

/**
 * Indices of factors, for a report.
 *
 * @param indices what is estimated for each factor
 * @param rows a row for each factor
 * @param note what the numbers rest on
 */
public record SensitivityTable(List<String> indices, List<Row> rows, String note) {

  /**
   * @throws IllegalArgumentException when a row does not have one estimate for each index
   */
  public SensitivityTable {
    indices = List.copyOf(indices);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      Check.sameSize(row.factor, row.estimates.size(), "indices", indices.size());
    }
  }

  /**
   * A factor with its estimates.
   *
   * @param factor the factor's name
   * @param estimates one for each index
   */
  public record Row(String factor, List<Estimate> estimates) {
    public Row {
      estimates = List.copyOf(estimates);
    }
  }

  /** Aligned columns, {@code estimate [low, high]} with three digits, the note below. */
  public String text() {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("factor"));
    head.addAll(indices);
    lines.add(head);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.factor));
      row.estimates.forEach(each -> line.add(cell(each)));
      lines.add(line);
    }
    StringBuilder text = new StringBuilder();
    int[] widths = widths(lines);
    lines.forEach(line -> text.append(aligned(line, widths)).append('\n'));
    return text.append(note).append('\n').toString();
  }

  static String note(String units, int used, int leftOut, Standing standing) {
    String note = used + " " + units + ", " + leftOut + " left out for failed trials";
    return standing == Standing.DEFINED
        ? note + "; [95 % bootstrap intervals]"
        : note + "; " + standing.meaning();
  }

  private static String cell(Estimate estimate) {
    return estimate.isDefined()
        ? number(estimate.value())
            + " ["
            + number(estimate.low())
            + ", "
            + number(estimate.high())
            + "]"
        : "undefined";
  }

  /** Shares read best with fixed digits; effects may have any magnitude. */
  private static String number(double value) {
    double magnitude = StrictMath.abs(value);
    boolean plain = magnitude < 1000 && !(magnitude > 0 && magnitude < 0.001);
    return String.format(Locale.ROOT, plain ? "%.3f" : "%.2e", value);
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = StrictMath.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  private static String aligned(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
    }
    return text.toString().stripTrailing();
  }
}
