package org.sibyl.population.table;

import java.util.Arrays;
import java.util.List;
import org.sibyl.numeric.Column;
import org.sibyl.numeric.Matrix;
import org.sibyl.population.Sample;

/** The rows of a table read so far: label first, then the features. */
final class Rows {
  private final Table table;
  private final TableColumns columns;
  private final int[] used; // places of label and features
  private final int[] missing; // rows in which each is missing
  private double[] values;
  private int read;
  private int complete;

  Rows(Table table, TableColumns columns) {
    this.table = table;
    this.columns = columns;
    this.used = new int[1 + columns.features().size()];
    used[0] = columns.label();
    for (int k = 1; k < used.length; k++) {
      used[k] = columns.features().get(k - 1);
    }
    this.missing = new int[used.length];
    this.values = new double[1024 * used.length];
  }

  void add(int line, List<String> cells) {
    if (cells.size() != columns.header().size()) {
      throw new TableFileException(
          table.file(),
          line,
          (cells.size() == 1 ? "has 1 cell" : "has " + cells.size() + " cells")
              + ", but the header has "
              + columns.header().size()
              + ". Give one for each column.");
    }
    makeRoom(line);
    boolean whole = true;
    for (int k = 0; k < used.length; k++) {
      String cell = cells.get(used[k]);
      if (isMissing(cell)) {
        missing(line, k, cell);
        whole = false;
      } else {
        values[complete * used.length + k] = number(line, k, cell);
      }
    }
    read++;
    complete += whole ? 1 : 0;
  }

  private void makeRoom(int line) {
    if ((complete + 1L) * used.length > values.length) {
      if (values.length > Integer.MAX_VALUE / 2) {
        throw new TableFileException(
            table.file(), line, "has more cells up to here than fit. Split the table.");
      }
      values = Arrays.copyOf(values, 2 * values.length);
    }
  }

  private static boolean isMissing(String cell) {
    return cell.isEmpty() || cell.equals("NA") || cell.equalsIgnoreCase("nan");
  }

  private void missing(int line, int k, String cell) {
    if (table.incompleteRows() == IncompleteRows.REFUSE) {
      throw problem(
          line,
          k,
          TableFileException.quoted(cell)
              + " is a missing value. Fill it in, or write incomplete-rows: drop.");
    }
    missing[k]++;
  }

  private double number(int line, int k, String cell) {
    if (!isDecimal(cell)) {
      throw notNumber(line, k, cell);
    }
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw notNumber(line, k, cell);
    }
    throw notFinite(line, k, cell);
  }

  /** Whether only decimal notation is used: Java alone would also read 1d and 0x1p3. */
  private static boolean isDecimal(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if ("0123456789.-+eE".indexOf(cell.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private TableFileException notNumber(int line, int k, String cell) {
    return cell.matches("(?i)[+-]?inf(inity)?")
        ? notFinite(line, k, cell)
        : problem(
            line,
            k,
            TableFileException.quoted(cell)
                + " must be a number. Correct it, empty it, or add the column to ignore.");
  }

  private TableFileException notFinite(int line, int k, String cell) {
    return problem(
        line,
        k,
        TableFileException.quoted(cell) + " must be a finite number. Correct or empty it.");
  }

  private TableFileException problem(int line, int k, String problem) {
    return new TableFileException(table.file(), line, name(k) + ": " + problem);
  }

  private String name(int k) {
    return "column " + TableFileException.quoted(columns.header().get(used[k]));
  }

  /**
   * The complete rows, in order.
   *
   * @throws TableFileException when there are none
   */
  Sample sample() {
    if (read == 0) {
      throw new TableFileException(
          table.file(), "no rows after the header. Give one line for each person.");
    }
    if (complete == 0) {
      throw noneComplete();
    }
    int width = used.length - 1;
    double[] features = new double[complete * width];
    for (int row = 0; row < complete; row++) {
      System.arraycopy(values, row * used.length + 1, features, row * width, width);
    }
    return new Sample(
        columns.names(),
        Matrix.of(complete, width, features),
        Column.generate(complete, row -> values[row * used.length]));
  }

  private TableFileException noneComplete() {
    int worst = 0;
    for (int k = 1; k < missing.length; k++) {
      worst = missing[k] > missing[worst] ? k : worst;
    }
    return new TableFileException(
        table.file(),
        "no row is complete; "
            + name(worst)
            + " alone is missing in "
            + missing[worst]
            + " of "
            + read
            + ". Fill the cells in"
            + (worst == 0 ? "." : ", or add the column to ignore."));
  }
}
