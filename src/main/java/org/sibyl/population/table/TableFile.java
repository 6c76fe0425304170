package org.sibyl.population.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A CSV file, packed by gzip when its name ends in .gz, as lines of cells. */
final class TableFile {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int BUFFER = 1 << 16;

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  /** Takes one line after the other. */
  @FunctionalInterface
  interface Lines {
    /**
     * One line that is not blank.
     *
     * @param line its number, from 1
     * @param cells without surrounding blanks; only valid during the call
     */
    void accept(int line, List<String> cells);
  }

  private final Path file;

  TableFile(Path file) {
    this.file = file;
  }

  /** Hands over all lines, the header among them. */
  void read(Lines lines) {
    if (Files.isDirectory(file)) {
      throw problem("is a folder. Give the path of a CSV table.");
    }
    try (Reader text = text();
        CsvParser parser = CSV.createParser(text)) {
      read(parser, lines);
    } catch (JsonProcessingException e) {
      throw new TableFileException(
          file,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "is not CSV (" + e.getOriginalMessage() + "). Close every quote.");
    } catch (NoSuchFileException e) {
      throw problem("does not exist. Give the path of a CSV table, relative to the scenario.");
    } catch (CharacterCodingException e) {
      throw problem("is not UTF-8 text. Save it in UTF-8.");
    } catch (ZipException | EOFException e) {
      throw problem("is not a whole gzip file (" + e.getMessage() + "). Fetch or pack it again.");
    } catch (IOException e) {
      throw problem("cannot be read (" + e.getMessage() + ").");
    }
  }

  private static void read(CsvParser parser, Lines lines) throws IOException {
    List<String> cells = new ArrayList<>();
    int line = 1;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        if (cells.isEmpty()) {
          line = parser.currentTokenLocation().getLineNr();
        }
        cells.add(parser.getText());
      } else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
        lines.accept(line, cells);
        cells.clear();
      }
    }
  }

  private Reader text() throws IOException {
    // A decoder of one's own reports what is not UTF-8; by its name, Java would replace it.
    Reader text =
        new BufferedReader(
            new InputStreamReader(bytes(), StandardCharsets.UTF_8.newDecoder()), BUFFER);
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      text.close();
      throw e;
    }
  }

  private InputStream bytes() throws IOException {
    InputStream raw = Files.newInputStream(file);
    if (!file.toString().endsWith(".gz")) {
      return raw;
    }
    try {
      return new GZIPInputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private TableFileException problem(String problem) {
    return new TableFileException(file, problem);
  }
}
