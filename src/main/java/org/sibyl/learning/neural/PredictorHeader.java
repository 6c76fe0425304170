package org.sibyl.learning.neural;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sibyl.numeric.Check;

/**
 * The first line of a saved predictor.
 *
 * @param format {@link #FORMAT}
 * @param provenance in order
 */
@JsonPropertyOrder({"format", "architecture", "individuals", "tensors", "provenance"})
record PredictorHeader(
    String format,
    String architecture,
    int individuals,
    List<Shape> tensors,
    LinkedHashMap<String, String> provenance) {
  static final String FORMAT = "sibyl-predictor-1";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  PredictorHeader {
    if (!FORMAT.equals(format)) {
      throw Check.invalid("format", "'" + format + "'", "must be '" + FORMAT + "'");
    }
    if (tensors.stream().anyMatch(Objects::isNull)) { // as a file may say
      throw Check.invalid("tensors", tensors.toString(), "must all have a shape");
    }
  }

  static PredictorHeader of(SavedPredictor predictor) {
    return new PredictorHeader(
        FORMAT,
        predictor.architecture(),
        predictor.individuals(),
        predictor.shapes(),
        new LinkedHashMap<>(predictor.provenance()));
  }

  /** The line, its end included. */
  byte[] line() {
    try {
      return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("saved predictor: cannot be written", e);
    }
  }

  /**
   * Reads the line.
   *
   * @throws IllegalArgumentException when it is no such line
   */
  static PredictorHeader parse(byte[] line) {
    try {
      return Optional.ofNullable(
              JSON.readValue(new String(line, StandardCharsets.UTF_8), PredictorHeader.class))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "saved predictor: its first line does not say what it is: it is null"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "saved predictor: its first line does not say what it is: " + e.getOriginalMessage(), e);
    }
  }

  /** How many bytes of weights follow it. */
  long weightBytes() {
    long bytes = 0;
    for (Shape shape : tensors) {
      bytes += (long) Float.BYTES * shape.size();
    }
    return bytes;
  }
}
