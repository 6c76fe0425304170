package org.sibyl.population.table;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.sibyl.numeric.About;
import org.sibyl.numeric.Check;
import org.sibyl.numeric.Draw;
import org.sibyl.numeric.Parameter;
import org.sibyl.population.FeatureSource;
import org.sibyl.population.Sample;

/**
 * People from a CSV file with a header, in UTF-8, packed by gzip when its name ends in {@code .gz}.
 * Every column is a feature, in the order of the file, but the label and those to ignore. A cell is
 * missing when it is empty, NA or NaN; missing cells of columns to ignore do not matter.
 *
 * <p>The steps follow the order of the published credit experiments (Perdomo et al. 2020, section
 * 5): incomplete rows go, features are standardised over all that remain, then the first rows of
 * each class are kept, then the bias is appended.
 *
 * <p>The file is read at every call, as a source is a value that holds nothing but its parameters;
 * {@link #prepared()} reads it once. All errors of the file are {@link TableFileException}s, which
 * name the line and the column where one is to blame.
 *
 * @param file the CSV file
 * @param label name of the column to predict
 * @param ignore names of columns that are neither feature nor label
 * @param incompleteRows what becomes of rows with missing cells
 * @param standardise whether features get mean 0 and population standard deviation 1
 * @param bias whether a feature that is always 1 is appended
 * @param atMostPerClass how many rows of each label are kept, the first of the file; empty for all
 */
@About(
    value = "people from a CSV file with a header, one column of which is the label",
    draws = Draw.FEATURES)
public record Table(
    @Parameter("CSV file, or .csv.gz, relative to the scenario") Path file,
    @Parameter("name of the column to predict") String label,
    @Parameter(
            value = "columns that are neither feature nor label; '' is an unnamed one",
            byDefault = "[]")
        List<String> ignore,
    @Parameter(value = "rows with an empty, NA or NaN cell", byDefault = "refuse")
        IncompleteRows incompleteRows,
    @Parameter(
            value = "features get mean 0 and deviation 1 over all complete rows",
            byDefault = "false")
        boolean standardise,
    @Parameter(value = "append a last feature that is always 1", byDefault = "false") boolean bias,
    @Parameter(
            value = "the first so many rows of each label are kept; all when left out",
            unit = "rows",
            range = "[1, inf)")
        OptionalInt atMostPerClass)
    implements FeatureSource {

  public Table {
    ignore = List.copyOf(ignore);
    if (ignore.contains(label)) {
      throw Check.invalid("ignore", "'" + label + "'", "is the label and cannot be ignored");
    }
    atMostPerClass.ifPresent(most -> Check.atLeast("at-most-per-class", most, 1));
  }

  @Override
  public OptionalInt fixedSize() {
    return prepared().fixedSize();
  }

  @Override
  public Sample draw(int size, UniformRandomProvider random) {
    return prepared().draw(size, random);
  }

  @Override
  public FeatureSource prepared() {
    return new GivenPeople(people());
  }

  /** All the people of the table, read anew. */
  Sample people() {
    Sample rows = TableReader.read(this);
    if (Preparation.isConstant(rows.labels())) {
      throw new TableFileException(
          file,
          "label "
              + TableFileException.quoted(label)
              + " is "
              + rows.labels().get(0)
              + " in every complete row. Give rows with another label, too.");
    }
    try {
      return prepare(rows);
    } catch (IllegalArgumentException e) {
      throw new TableFileException(file, String.valueOf(e.getMessage()));
    }
  }

  private Sample prepare(Sample rows) {
    Sample scaled = standardise ? Preparation.standardised(rows) : rows;
    Sample kept =
        atMostPerClass.isPresent()
            ? Preparation.balanced(scaled, atMostPerClass.getAsInt())
            : scaled;
    return bias ? Preparation.withBias(kept) : kept;
  }
}
