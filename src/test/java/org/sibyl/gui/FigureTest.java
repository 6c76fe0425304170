package org.sibyl.gui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them. */
class FigureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "1|1",
        "0.5|0.5",
        "0.23529|0.2353",
        "899996.4|899,996",
        "1000000|1,000,000",
        "18.04|18.04",
        "0.0004098|0.0004098",
        "0.00000123|1.23e-06",
        "-12.3456|-12.35",
        "NaN|none",
        "1234.567|1,235"
      })
  void figures(double value, String text) {
    assertThat(Figure.of(value)).isEqualTo(text);
  }
}
