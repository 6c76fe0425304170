package org.sibyl.population.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which column of a table is what.
 *
 * @param header all names, in order; the name of an unnamed column is empty
 * @param label place of the label, 0-based
 * @param features places of the features, in order
 */
record TableColumns(List<String> header, int label, List<Integer> features) {
  TableColumns {
    header = List.copyOf(header);
    features = List.copyOf(features);
  }

  /**
   * The columns of this header.
   *
   * @throws TableFileException when it lacks the label or a column to ignore, repeats a name, or
   *     has no features
   */
  static TableColumns of(Table table, int line, List<String> header) {
    checkNoRepeat(table.file(), line, header);
    int label = place(table.file(), line, header, "label", table.label());
    table.ignore().forEach(name -> place(table.file(), line, header, "ignore", name));
    List<Integer> features = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      if (column != label && !table.ignore().contains(header.get(column))) {
        features.add(column);
      }
    }
    if (features.isEmpty()) {
      throw new TableFileException(
          table.file(), line, "has no column but the label and those to ignore. Give a feature.");
    }
    return new TableColumns(header, label, features);
  }

  /** The names of the features, in order. */
  List<String> names() {
    return features.stream().map(header::get).toList();
  }

  private static void checkNoRepeat(Path file, int line, List<String> header) {
    for (int column = 0; column < header.size(); column++) {
      if (header.indexOf(header.get(column)) < column) {
        throw new TableFileException(
            file,
            line,
            "column "
                + TableFileException.quoted(header.get(column))
                + " appears twice. Give each column its own name.");
      }
    }
  }

  private static int place(Path file, int line, List<String> header, String key, String name) {
    int place = header.indexOf(name);
    if (place < 0) {
      throw new TableFileException(
          file,
          line,
          key
              + ": there is no column "
              + TableFileException.quoted(name)
              + ". Known, nearest first: "
              + nearestFirst(name, header)
              + ".");
    }
    return place;
  }

  private static String nearestFirst(String name, List<String> header) {
    List<String> sorted = new ArrayList<>(header);
    sorted.sort(Comparator.comparingInt(known -> distance(lower(name), lower(known))));
    return String.join(", ", sorted.stream().map(TableFileException::quoted).toList());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Least number of characters to insert, delete or replace (Levenshtein 1966). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = StrictMath.min(replaced, StrictMath.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
