package org.sibyl.experiment.sweep;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sibyl.experiment.Text;

/** A CSV file that is written row by row. */
final class CsvFile implements AutoCloseable {
  private final OutputStream stream;
  private final BufferedWriter writer;

  CsvFile(Path file, List<String> columns) throws IOException {
    stream = Files.newOutputStream(file);
    writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    row(columns);
  }

  void row(List<String> cells) throws IOException {
    writer.write(Text.csv(List.of(cells)));
  }

  /** On a full disk the writer fails to close, and before JDK 20 leaves its file open. */
  @Override
  public void close() throws IOException {
    try (stream) {
      writer.close();
    }
  }
}
