package org.sibyl.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of a path are what is written, and what is wrong is said with its remedy. */
class LevelsTest {
  private static Levels parse(String text) {
    return Levels.parse("a.b", text);
  }

  private static List<String> values(String text) {
    Levels levels = parse(text);
    return LongStream.range(0, levels.count()).mapToObj(levels::value).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1,0.2,0.5 | 0.1;0.2;0.5",
        " fixed , bayesian | fixed;bayesian",
        "7 | 7",
        "{type: ring},{type: lattice, rows: 2, columns: 2} | {type: ring};{type: lattice, rows: 2, columns: 2}",
        "[0, 1],[1, 0] | [0, 1];[1, 0]",
        "\"a,b\",c | \"a,b\";c",
        "\"a\\\",b\",c | \"a\\\",b\";c",
        "{a: \"}\"},c | {a: \"}\"};c",
        "don't,won't | don't;won't",
        "2/3,0.5 | 2/3;0.5",
        "1..5 | 1;2;3;4;5",
        "-2..1 | -2;-1;0;1",
        "4 .. 4 | 4",
        "0.2..0.4/0.05 | 0.2;0.25;0.3;0.35;0.4",
        "1..10/3 | 1;4;7;10",
        "0..1/0.3 | 0;0.3;0.6;0.9",
        "1e3..2e3/500 | 1000;1500;2000",
        "-.5..0/.25 | -0.5;-0.25;0",
        "0.5..0.5/0.1 | 0.5",
        "lin(0.2,0.8,7) | 0.2;0.3;0.4;0.5;0.6;0.7;0.8",
        "lin(0,1,4) | 0;0.333333333333;0.666666666667;1",
        "lin(3,3,1) | 3",
        "lin( -1, 1, 3 ) | -1;0;1",
        "log(0.001,1,4) | 0.001;0.01;0.1;1",
        "log(1,1024,3) | 1;32;1024",
      })
  void singleValues(String text, String expected) {
    assertThat(values(text)).containsExactly(expected.split(";"));
  }

  @Test
  void singleQuotesHoldCommasToo() {
    assertThat(values("'a, it''s',b")).containsExactly("'a, it''s'", "b");
  }

  @Test
  void decimalStepsHaveNoRoundingTails() {
    assertThat(values("0.2..0.8/0.05")).hasSize(13).contains("0.3", "0.35").endsWith("0.8");
  }

  @Test
  void endsOfRatiosAreExact() {
    List<String> values = values("log(0.0123456789012345,7.65432109876543,5)");
    assertThat(values.get(0)).isEqualTo("0.0123456789012345");
    assertThat(values.get(4)).isEqualTo("7.65432109876543");
  }

  @Test
  void extremeNumbersStayShort() {
    assertThat(values("1e-99,1e99")).containsExactly("1e-99", "1e99");
    assertThat(values("0..1e99/5e98")).containsExactly("0", "5E+98", "1E+99");
    assertThat(Double.parseDouble(parse("log(1e-99,1e99,3)").value(1))).isEqualTo(1);
  }

  @Test
  void intervalsHaveNoSingleValues() {
    for (String text : List.of("0.2..0.8", "0.0..1.0", "0..0.5")) {
      assertThat(parse(text).count()).as(text).isZero();
    }
    assertThat(parse("0.2..0.8").at(0.5)).isEqualTo("0.5");
    assertThat(parse("0.2..0.8").at(1.0 / 3)).isEqualTo("0.4");
  }

  @Test
  void positionsCoverTheLevelsEvenly() {
    assertThat(parse("a,b,c").at(0)).isEqualTo("a");
    assertThat(parse("a,b,c").at(0.34)).isEqualTo("b");
    assertThat(parse("a,b,c").at(Math.nextDown(1))).isEqualTo("c");
    assertThat(parse("a,b,c").at(1)).isEqualTo("c");
    assertThat(parse("1..4").at(0.5)).isEqualTo("3");
    assertThat(parse("1..4").at(1)).isEqualTo("4");
    assertThat(parse("10..30/10").at(0.5)).isEqualTo("20");
    assertThat(parse("log(0.01,1,3)").at(0.25)).isEqualTo("0.0316227766017");
    assertThat(parse("lin(0,10,2)").at(0.25)).isEqualTo("2.5");
  }

  @Test
  void positionsStayWithinEndsOfManyDigits() {
    Levels narrow = parse("0.12345678901234567..0.12345678901234599");
    assertThat(narrow.at(0)).isEqualTo("0.12345678901234567");
    assertThat(narrow.at(1)).isEqualTo("0.12345678901234567");
    assertThat(parse("log(0.12345678901298,1,2)").at(0)).isEqualTo("0.123456789013");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1,0.20",
        "{type: ring},x",
        "1..10",
        "0.0..1",
        "1..2.5",
        "0..1/0.30",
        "lin(0,1.0,4)",
        "log(1e-30,1e30,9)",
        "0.0..1e50"
      })
  void textReadsBackTheSame(String text) {
    assertThat(Levels.parse("a", parse(text).text())).isEqualTo(parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5..1 | is an empty range. Write the lower end first.",
        "1...5 | is an empty range.",
        "0..1/0 | has a step that leads nowhere. Give a step above 0.",
        "0..1/-0.1 | has a step that leads nowhere.",
        "0..1/1e-7 | has more than 10000000 values. Take a larger step.",
        "0..1e99/1e-99 | has more than 10000000 values.",
        "lin(1,0,5) | is an empty range.",
        "lin(0,1,0) | asks for 0 values. Ask for 1 to 10000000.",
        "lin(0,1,99999999999999999999) | asks for 99999999999999999999 values.",
        "lin(1,1,2) | asks for one value again and again.",
        "lin(0,1) | is not of the form lin(low,high,count).",
        "log(0,1,3) | begins at 0. log needs ends above 0.",
        "log(-1,1,3) | begins at -1.",
        "a,,b | has an empty value. Remove the comma or give the value.",
        "a, | has an empty value.",
        "{a: 1 | has a bracket without its partner. Close what is opened.",
        "\"a,b | has a quote without its partner. Close what is opened.",
      })
  void wrongFormsAreRefused(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a.b: '" + text + "' " + message);
  }

  @Test
  void nothingIsRefused() {
    assertThatThrownBy(() -> parse("  ")).hasMessageStartingWith("a.b: '' names no value. Give");
    assertThatThrownBy(() -> Levels.of(List.of())).hasMessageContaining("an empty list");
  }

  @Test
  void hugeRangesCostNothing() {
    Levels levels = parse("-999999999999999999..999999999999999999");
    assertThat(levels.count()).isEqualTo(1_999_999_999_999_999_999L);
    assertThat(levels.at(0)).isEqualTo("-999999999999999999");
    assertThat(levels.at(1)).isEqualTo("999999999999999999");
  }

  @Test
  void samplesAreAllValuesOrTheEnds() {
    assertThat(parse("1..4").samples(true, 4)).containsExactly("1", "2", "3", "4");
    assertThat(parse("1..5").samples(true, 4)).containsExactly("1", "5");
    assertThat(parse("lin(1,3,3)").samples(false, 4)).containsExactly("1", "2", "3");
    assertThat(parse("lin(1,3,3)").samples(true, 4)).containsExactly("1", "3", "1.763932");
    assertThat(parse("0.5..1.5").samples(true, 4)).containsExactly("0.5", "1.5", "0.881966");
  }
}
